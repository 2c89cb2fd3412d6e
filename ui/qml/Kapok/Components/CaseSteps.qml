// The five steps of a case, from top to bottom: done with a tick, now in a full disc, the rest as circles.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

ColumnLayout {
    id: line

    required property var steps // [{number, state}]
    property string when // beside the step that is now

    spacing: Tokens.space2

    Repeater {
        model: line.steps

        RowLayout {
            id: step

            required property var modelData
            readonly property bool done: modelData.state === "done"
            readonly property bool now: modelData.state === "now"
            readonly property string name: CityWords.caseStep[modelData.number - 1] ?? ""

            Layout.fillWidth: true
            Layout.preferredHeight: PageMetrics.caseStep
            spacing: Tokens.space5
            Accessible.role: Accessible.StaticText
            Accessible.name: Form.clauses([modelData.number + " " + name, done ? qsTr("办好了") : now ? qsTr("正在办") : qsTr("还没到"), now ? line.when : ""])

            Rectangle {
                Layout.preferredWidth: PageMetrics.caseDisc
                Layout.preferredHeight: PageMetrics.caseDisc
                radius: height / 2
                color: step.now ? Theme.colors.end : "transparent"
                border.color: Theme.colors.textMuted
                border.width: step.now || step.done ? 0 : Metrics.edge

                Icon {
                    anchors.centerIn: parent
                    visible: step.done
                    name: "check-circle"
                    style: "fill"
                    tint: "jade.600"
                    size: PageMetrics.caseDisc
                }
                KapokText {
                    anchors.centerIn: parent
                    visible: !step.done
                    text: step.modelData.number
                    size: Metrics.textLatin
                    weight: Font.DemiBold
                    color: step.now ? Theme.colors.onEnd : Theme.colors.textMuted
                    Accessible.ignored: true
                }
            }
            KapokText {
                text: step.name
                size: step.now ? Metrics.textLabel : Metrics.textBody
                weight: step.now ? Font.Bold : Font.Normal
                color: step.now ? Theme.colors.text : Theme.colors.textMuted
                Accessible.ignored: true
            }
            KapokText {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignRight
                text: step.now ? line.when : ""
                size: Metrics.textBody
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Metrics.textLatin
                Accessible.ignored: true
            }
        }
    }
}
