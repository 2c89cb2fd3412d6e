// UI-K38: one address to take along, as a code and as it is written; it opens on a telephone, never here.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property LinkViewModel viewModel
    required property Intents intents

    title: qsTr("请用手机扫")
    note: qsTr("在手机上打开，这里不用等")
    info: [
        KapokText {
            Layout.fillWidth: true
            text: page.viewModel.name
            size: Metrics.textLabel
            weight: Font.Bold
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignHCenter
        },
        QrCode {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: PageMetrics.linkQr
            Layout.preferredHeight: PageMetrics.linkQr
            runs: page.viewModel.qrRuns
            modules: page.viewModel.qrSide
            Accessible.name: qsTr("网址的二维码")
        },
        KapokText {
            Layout.fillWidth: true
            text: page.viewModel.address
            size: Metrics.textLatin
            wrapMode: Text.WrapAnywhere
            maximumLineCount: 2
            fontSizeMode: Text.Fit
            minimumPixelSize: Metrics.textLatin
            horizontalAlignment: Text.AlignHCenter
        }
    ]
    actions: [
        BackButton {
            objectName: "link.back"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "link.finish"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: Theme.end
            text: qsTr("好了，结束")
            size: Metrics.textLabel
            onActivated: page.intents.touch("finish")
        }
    ]
}
