// UI-K0 启动: what the machine is waiting for, in words.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property PlainViewModel viewModel
    required property Intents intents

    title: qsTr("正在准备…")
    note: qsTr("马上就好，请稍等")
    art: "sprig"

    GridLayout {
        width: parent.width
        columns: Form.pick(1, 2)
        columnSpacing: Tokens.kioskGap
        rowSpacing: Tokens.kioskGap
        uniformCellWidths: true

        Repeater {
            model: [
                {
                    "ready": page.viewModel.online,
                    "text": qsTr("大厅"),
                    "coming": qsTr("正在连接")
                },
                {
                    "ready": page.viewModel.catalogue,
                    "text": qsTr("办事清单"),
                    "coming": qsTr("正在取")
                },
                {
                    "ready": page.viewModel.printer,
                    "text": qsTr("打印机"),
                    "coming": qsTr("正在找")
                },
                {
                    "ready": page.viewModel.cardReader,
                    "text": qsTr("读卡器"),
                    "coming": qsTr("正在找")
                }
            ]

            Strip {
                required property var modelData

                Layout.fillWidth: true
                color: modelData.ready ? Theme.colors.okSoft : Theme.colors.sunken
                ink: modelData.ready ? Theme.colors.okStrong : Theme.colors.textMuted
                iconName: modelData.ready ? "check-circle" : "hourglass-medium"
                iconStyle: modelData.ready ? "fill" : "bold"
                iconTint: modelData.ready ? "jade.600" : "bark.500"
                text: modelData.text
                note: modelData.ready ? qsTr("好了") : modelData.coming
            }
        }
    }
}
