// Where one is: named bars, done in jade with a tick, now in ink, next as a hairline.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Theme

Row {
    id: line

    required property list<string> names
    required property int current // from 0

    readonly property bool brief: Form.landscape || Form.large && Form.latin // there is room for one name

    spacing: Tokens.kioskGap
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("第 %1 步，共 %2 步，%3").arg(current + 1).arg(names.length).arg(names[current] ?? "")
    Accessible.description: Form.clauses(names.map((name, place) => place + 1 + " " + name))

    Repeater {
        model: line.names

        Item {
            id: step

            required property int index
            required property string modelData
            readonly property bool done: index < line.current
            readonly property bool now: index === line.current

            readonly property real share: (line.width - (line.names.length - 1) * line.spacing) / line.names.length

            width: !line.brief ? share : now ? line.width - (line.names.length - 1) * (Metrics.stepShort + line.spacing) : Metrics.stepShort
            height: Metrics.stepHeight

            Rectangle {
                id: disc

                width: Metrics.stepDisc
                height: width
                radius: width / 2
                color: step.now ? Theme.colors.end : "transparent"
                border.color: Theme.colors.textMuted
                border.width: step.now || step.done ? 0 : Metrics.edge

                Icon {
                    anchors.centerIn: parent
                    visible: step.done
                    name: "check-circle"
                    style: "fill"
                    tint: "jade.600"
                    size: Metrics.stepDisc
                }
                KapokText {
                    anchors.centerIn: parent
                    visible: !step.done
                    text: step.index + 1
                    size: Tokens.kioskFontLatin
                    weight: Font.DemiBold
                    color: step.now ? Theme.colors.onEnd : Theme.colors.textMuted
                    Accessible.ignored: true
                }
            }
            KapokText {
                anchors.left: disc.right
                anchors.leftMargin: Tokens.space3
                anchors.verticalCenter: disc.verticalCenter
                visible: step.now || !line.brief
                text: step.modelData
                size: Metrics.stepText
                weight: step.now ? Font.Bold : Font.Normal
                color: step.now ? Theme.colors.text : Theme.colors.textMuted
                Accessible.ignored: true // the line says where one is
            }
            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: Metrics.stepBar
                radius: height / 2
                color: step.done ? Theme.colors.ok : step.now ? Theme.colors.end : Theme.colors.border
            }
        }
    }
}
