// What is being said right now, for who hears little: over the head of the screen, never over anything that is touched.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Rectangle {
    id: caption

    required property string text

    visible: text !== ""
    height: Math.max(words.implicitHeight + 2 * Tokens.space4, Metrics.noticeTop)
    color: Theme.colors.end
    Accessible.ignored: true

    KapokText {
        id: words

        x: Tokens.kioskMargin
        width: parent.width - 2 * x
        anchors.verticalCenter: parent.verticalCenter
        text: caption.text
        size: Metrics.textBody
        weight: Font.Medium
        color: Theme.colors.onEnd
        wrapMode: Text.Wrap
        Accessible.ignored: true // what is said has a name of its own already
    }
}
