// What somebody says yes to before a person of the hall sees their page: who sees what, what stays blank, how it ends.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

ColumnLayout {
    id: question

    spacing: Tokens.kioskGap

    Repeater {
        model: [
            {
                "icon": "monitor",
                "words": qsTr("大厅的工作人员会看到您刚才那一页的小图")
            },
            {
                "icon": "shield-check",
                "words": qsTr("姓名、号码和您打的字都遮住，不保存")
            },
            {
                "icon": "x-circle",
                "words": qsTr("不想给看了，按“停止共享”，马上就停")
            }
        ]

        Panel {
            id: point

            required property var modelData

            Layout.fillWidth: true
            lined: true
            implicitHeight: Math.max(Metrics.row, said.implicitHeight + 2 * Tokens.space4)

            RowLayout {
                anchors.fill: parent
                anchors.leftMargin: Tokens.space5
                anchors.rightMargin: Tokens.space5
                spacing: Tokens.space5

                Icon {
                    visible: !(Form.large && Form.landscape)
                    name: point.modelData.icon
                    style: point.modelData.icon === "x-circle" ? "bold" : "duotone"
                    size: Metrics.icon
                }
                KapokText {
                    id: said

                    Layout.fillWidth: true
                    text: point.modelData.words
                    size: Metrics.textBody
                    weight: Font.DemiBold
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}
