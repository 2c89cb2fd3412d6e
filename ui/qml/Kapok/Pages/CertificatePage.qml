// UI-K15b: the first page with its numbers covered, how many, and 打印; or to a telephone.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property CertificateViewModel viewModel
    required property Intents intents
    readonly property bool shown: viewModel.preview === "seen" || viewModel.preview === "hidden"
    readonly property bool faulty: viewModel.fault !== ""
    readonly property string said: viewModel.fault !== "" ? CityWords.certificateFault[viewModel.fault] ?? "" : viewModel.preview === "unseen" ? qsTr("看不了样子，可以打印") : viewModel.waiting === "slow" ? qsTr("还在取，请稍等") : qsTr("正在取…")

    title: viewModel.name
    note: viewModel.preview === "hidden" ? qsTr("为了保密，这里看不清楚") : shown ? qsTr("号码遮住了，打出来是全的") : faulty ? qsTr("过一会儿再打，或问服务台") : viewModel.issuer
    aside: [
        Panel {
            Layout.fillWidth: true
            implicitHeight: PageMetrics.certificatePreview
            lined: true

            Image {
                anchors.fill: parent
                anchors.margins: Tokens.space4
                visible: page.shown
                cache: false
                source: page.shown ? "image://visit/certificate?" + page.viewModel.shot : ""
                fillMode: Image.PreserveAspectFit
                sourceSize.width: Metrics.contentWidth
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("第一页的样子，共 %1 页").arg(page.viewModel.pages)
            }
            ColumnLayout {
                anchors.fill: parent
                anchors.margins: Tokens.space5
                visible: !page.shown
                spacing: Tokens.space4

                DeskPicture {
                    Layout.alignment: Qt.AlignHCenter
                    Layout.fillHeight: true
                    Layout.preferredWidth: height * PageMetrics.deskPictureShape
                    visible: page.faulty && !Form.large
                }
                Blossom {
                    visible: !page.faulty || Form.large
                }
                Sentence {
                    Layout.fillWidth: true
                    text: page.said
                    size: Metrics.textLabel
                    weight: page.faulty ? Font.Bold : Font.Normal
                    color: page.faulty ? Theme.colors.warn : Theme.colors.textMuted
                }
            }
        }
    ]
    actions: [
        BackButton {
            objectName: "certificate.back"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "certificate.print_pages"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: page.viewModel.ready ? Theme.primary : Theme.resting
            text: qsTr("打印")
            iconName: "printer"
            size: Metrics.bigButtonText
            onActivated: page.intents.touch("print_pages")
        }
    ]

    ColumnLayout {
        width: parent.width
        spacing: Tokens.space4

        KapokText {
            text: qsTr("打几份？")
            size: Metrics.textLabel
            weight: Font.Bold
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Tokens.kioskGap

            Repeater {
                model: page.viewModel.copies

                KapokButton {
                    required property var modelData

                    objectName: "certificate.copies." + modelData.count
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.preferredHeight: Metrics.chip
                    look: modelData.chosen ? Theme.on : Theme.plain
                    text: modelData.count
                    spoken: qsTr("%1 份").arg(modelData.count) + (modelData.chosen ? qsTr("，选好了") : "")
                    size: Metrics.textLabel
                    onActivated: page.intents.choose("copies", modelData.count)
                }
            }
        }
        ChoiceRow {
            objectName: "certificate.to_phone"
            Layout.fillWidth: true
            iconName: "qr-code"
            title: qsTr("发到手机")
            note: qsTr("扫一次码，拿走一份")
            onActivated: page.intents.touch("to_phone")
        }
    }
}
