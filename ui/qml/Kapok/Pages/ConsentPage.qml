// UI-K25 征得同意: what for, which licences, for how long, in one sentence; a no leads on as well as a yes.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property ConsentViewModel viewModel
    required property Intents intents

    title: qsTr("可以查您的电子证照吗？")
    note: qsTr("查到的就不用带纸的")
    info: [
        Panel {
            Layout.fillWidth: true
            implicitHeight: facts.implicitHeight + 2 * Tokens.space5
            lined: true

            ColumnLayout {
                id: facts

                anchors.fill: parent
                anchors.leftMargin: PageMetrics.ticketPanePadding
                anchors.rightMargin: PageMetrics.ticketPanePadding
                anchors.topMargin: Tokens.space5
                anchors.bottomMargin: Tokens.space5
                spacing: Tokens.space2

                KapokText {
                    Layout.fillWidth: true
                    text: qsTr("为了办：%1").arg(page.viewModel.item)
                    size: Metrics.textBody
                    wrapMode: Text.Wrap
                }
                Repeater {
                    model: page.viewModel.names

                    KapokText {
                        required property string modelData

                        Layout.fillWidth: true
                        text: "· " + modelData
                        size: Metrics.textLabel
                        weight: Font.Bold
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: Metrics.textLatin
                    }
                }
                KapokText {
                    Layout.fillWidth: true
                    visible: page.viewModel.more > 0
                    text: qsTr("还有 %1 种").arg(page.viewModel.more)
                    size: Metrics.textBody
                }
                KapokText {
                    Layout.fillWidth: true
                    text: qsTr("只用这一次，办完就清，不留副本")
                    size: Metrics.textLatin
                    color: Theme.colors.textMuted
                    wrapMode: Text.Wrap
                }
            }
        }
    ]
    actions: [
        BackButton {
            objectName: "consent.back"
            Layout.preferredWidth: Form.large ? PageMetrics.backShort : Metrics.backButton
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "consent.decline"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: qsTr("不同意")
            described: qsTr("我自己带，或者在这里扫")
            size: Metrics.textLabel
            onActivated: page.intents.touch("decline")
        },
        KapokButton {
            objectName: "consent.agree"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: Theme.primary
            text: qsTr("同意")
            size: Metrics.bigButtonText
            onActivated: page.intents.touch("agree")
        }
    ]
}
