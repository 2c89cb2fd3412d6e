// UI-K0 启动: what the machine is waiting for, in words.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Components
import Kapok.Theme
import Kapok.ViewModels

PageFrame {
    id: page

    required property PlainViewModel viewModel
    required property Intents intents

    title: qsTr("正在准备…")
    note: qsTr("马上就好，请稍等")
    art: "sprig"

    Column {
        x: Tokens.kioskMargin
        y: Metrics.reach
        width: Metrics.contentWidth
        spacing: Tokens.kioskGap

        Repeater {
            model: [
                {
                    "ready": page.viewModel.online,
                    "text": qsTr("大厅")
                },
                {
                    "ready": page.viewModel.catalogue,
                    "text": qsTr("办事清单")
                },
                {
                    "ready": page.viewModel.printer,
                    "text": qsTr("打印机")
                },
                {
                    "ready": page.viewModel.cardReader,
                    "text": qsTr("读卡器")
                }
            ]

            Strip {
                required property var modelData

                width: Metrics.contentWidth
                color: modelData.ready ? Theme.colors.okSoft : Theme.colors.sunken
                ink: modelData.ready ? Theme.colors.okStrong : Theme.colors.textMuted
                iconName: modelData.ready ? "check-circle" : "hourglass-medium"
                iconStyle: modelData.ready ? "fill" : "bold"
                iconTint: modelData.ready ? "jade.600" : "bark.500"
                text: modelData.text
                note: modelData.ready ? qsTr("好了") : qsTr("正在连接")
            }
        }
    }
}
