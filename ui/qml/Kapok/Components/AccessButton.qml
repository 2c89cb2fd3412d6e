// One of the buttons that stand in the same place on every page.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Pressable {
    id: button

    required property string text
    required property string iconName

    spoken: text
    look: Theme.quiet
    width: Metrics.accessButton
    height: Metrics.accessHeight

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Metrics.accessIconTop
        name: button.iconName
        tint: button.look.tint
        size: Metrics.accessIcon
    }
    KapokText {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Tokens.space4
        text: button.text
        size: Metrics.accessText
        weight: Font.Medium
        color: button.look.ink
        Accessible.ignored: true
    }
}
