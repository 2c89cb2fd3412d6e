// Which way the service desk lies for whoever stands before this machine: an arrow, the word, and how far.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

RowLayout {
    id: way

    required property int direction // 0 straight ahead, then to the right by eighths of a turn; -1: nobody has said
    required property int metres
    readonly property string words: direction < 0 ? "" : qsTr("%1 %2 米").arg(Words.direction[direction]).arg(metres)

    visible: direction >= 0
    spacing: Tokens.space3

    Icon {
        name: "arrow-up"
        size: Metrics.icon
        rotation: way.direction * PageMetrics.eighth
    }
    KapokText {
        text: way.words
        size: Metrics.textBody
        weight: Font.Medium
    }
}
