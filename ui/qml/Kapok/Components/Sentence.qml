// Words that may need two or three lines: the lines come out about equally long, so that no word is left over.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Item {
    id: sentence

    property alias text: words.text
    property alias size: words.size
    property alias weight: words.weight
    property alias color: words.color
    readonly property real longest: Math.max(1, width)
    readonly property int lines: Math.max(1, Math.ceil(measure.advanceWidth / longest))
    readonly property real room: lines > 1 ? measure.advanceWidth / lines + words.font.pixelSize * PageMetrics.sentenceSlack : longest

    visible: words.text !== ""
    implicitHeight: words.implicitHeight

    TextMetrics {
        id: measure

        font: words.font
        text: words.text
    }
    KapokText {
        id: words

        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(sentence.longest, sentence.room)
        lineHeight: Metrics.looseLine
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
    }
}
