// UI-K15, 发到手机: a code that works once, until a time that stands beside it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property CertificatePhoneViewModel viewModel
    required property Intents intents
    readonly property bool ready: viewModel.qrSide > 0

    title: ready ? qsTr("请用手机扫") : viewModel.fault !== "" ? qsTr("发不到手机") : qsTr("正在准备…")
    note: ready ? qsTr("只能取一次，%1 前有效").arg(viewModel.until) : viewModel.fault !== "" ? CityWords.certificateRemedy[viewModel.fault] ?? "" : viewModel.waiting === "slow" ? qsTr("还在准备，请稍等") : qsTr("马上就好")
    info: [
        Strip {
            Layout.fillWidth: true
            visible: page.viewModel.fault !== ""
            iconName: "warning"
            iconTint: "amber.600"
            text: CityWords.certificateFault[page.viewModel.fault] ?? ""
        },
        KapokText {
            Layout.fillWidth: true
            text: page.viewModel.name
            size: Metrics.textTitle
            weight: Font.Bold
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
        },
        QrCode {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: PageMetrics.certificateQr
            Layout.preferredHeight: PageMetrics.certificateQr
            visible: page.ready
            runs: page.viewModel.qrRuns
            modules: page.viewModel.qrSide
            Accessible.name: qsTr("这份证明的二维码")
        }
    ]
    actions: [
        BackButton {
            objectName: "certificate_phone.back"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "certificate_phone.finish"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: Theme.end
            text: qsTr("好了，结束")
            size: Metrics.textLabel
            onActivated: page.intents.touch("finish")
        }
    ]
}
