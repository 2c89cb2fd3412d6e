// When the page leaves by itself: in words, and as a bar.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

RowLayout {
    id: count

    required property string text
    required property real share

    height: Metrics.countDown
    spacing: Tokens.space5

    KapokText {
        text: count.text
        size: Metrics.textLatin
        color: Theme.colors.textMuted
    }
    Bar {
        Layout.fillWidth: true
        Layout.preferredHeight: Metrics.bar
        share: count.share
    }
}
