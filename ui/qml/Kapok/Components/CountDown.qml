// When the page leaves by itself: in words, and as a bar.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Item {
    id: count

    required property string text
    required property real share

    height: Metrics.countDown

    KapokText {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        text: count.text
        size: Tokens.kioskFontLatin
        color: Theme.colors.textMuted
    }
    Bar {
        anchors.left: words.right
        anchors.leftMargin: Tokens.space5
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        share: count.share
    }
}
