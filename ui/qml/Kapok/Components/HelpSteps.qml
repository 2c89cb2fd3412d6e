// 已叫 — 看到了 — 正走过来: how far a call for help is, in three words.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Panel {
    id: steps

    required property int done // how many of the three are true

    implicitHeight: line.implicitHeight + 2 * Tokens.space5
    color: Theme.colors.okSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: done > 0 ? Words.helpSteps[done - 1] : qsTr("正在叫人")

    GridLayout {
        id: line

        anchors.centerIn: parent
        columns: Form.landscape ? 1 : 2 * Words.helpSteps.length - 1
        columnSpacing: Tokens.space4
        rowSpacing: Tokens.space3

        Repeater {
            model: Words.helpSteps

            RowLayout {
                id: step

                required property int index
                required property string modelData
                readonly property bool isTrue: index < steps.done
                readonly property bool now: index === steps.done - 1

                spacing: Tokens.space3

                Icon {
                    visible: step.isTrue
                    name: "check-circle"
                    style: "fill"
                    tint: "jade.600"
                }
                Icon {
                    visible: !step.isTrue
                    name: "hourglass-medium"
                    tint: "bark.500"
                }
                KapokText {
                    text: step.modelData
                    size: Metrics.textBody
                    weight: step.now ? Font.Bold : Font.Medium
                    color: step.isTrue ? Theme.colors.okStrong : Theme.colors.textMuted
                    Accessible.name: step.isTrue ? qsTr("%1，好了").arg(text) : qsTr("%1，还没有").arg(text)
                }
                Rectangle {
                    visible: !Form.landscape && step.index + 1 < Words.helpSteps.length
                    Layout.preferredWidth: Tokens.space7
                    Layout.preferredHeight: Metrics.edge
                    color: step.isTrue ? Theme.colors.ok : Theme.colors.textMuted
                }
            }
        }
    }
}
