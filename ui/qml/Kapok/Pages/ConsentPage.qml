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
    note: (page.viewModel.item === "" ? "" : qsTr("为了办：%1").arg(page.viewModel.item) + "\n") + qsTr("查到的就不用带纸的")
    info: [
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Metrics.rowGap

            Repeater {
                model: page.viewModel.licences

                MaterialLine {
                    required property var modelData

                    Layout.fillWidth: true
                    line: modelData
                }
            }
            KapokText {
                Layout.fillWidth: true
                visible: page.viewModel.more > 0
                text: qsTr("还有 %1 种").arg(page.viewModel.more)
                size: Metrics.textBody
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Tokens.space4

                Icon {
                    name: "shield-check"
                    tint: "bark.500"
                    size: Metrics.textLabel
                }
                KapokText {
                    Layout.fillWidth: true
                    text: qsTr("只用这一次，办完就清，不留副本")
                    size: Metrics.textBody
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
