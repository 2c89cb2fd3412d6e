// How far the wizard is: a bar of as many parts as there are steps; those to come are thin.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Theme

Row {
    id: bar

    required property int current // from 1
    required property int total

    spacing: Tokens.space2
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("第 %1 步，共 %2 步").arg(current).arg(total)

    Repeater {
        model: bar.total

        Rectangle {
            required property int index

            y: (Metrics.bar - height) / 2
            width: (bar.width - (bar.total - 1) * bar.spacing) / bar.total
            height: index + 1 > bar.current ? Metrics.edge : Metrics.bar
            radius: height / 2
            color: index + 1 < bar.current ? Theme.colors.ok : index + 1 === bar.current ? Theme.colors.end : Theme.colors.border
        }
    }
}
