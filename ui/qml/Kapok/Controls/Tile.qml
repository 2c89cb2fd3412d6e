// A choice with a picture in a round well, a name, a line that explains it and the same in Latin letters.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Theme

Pressable {
    id: tile

    required property string title
    property string note
    property string latin
    required property string iconName

    spoken: title
    described: note + "，" + latin
    look: Theme.choice
    petal: Tokens.radiusPetal

    Rectangle {
        id: well

        anchors.left: parent.left
        anchors.leftMargin: PageMetrics.tilePadding
        anchors.verticalCenter: parent.verticalCenter
        width: PageMetrics.tileWell
        height: width
        radius: width / 2
        color: Theme.colors.callMist

        Icon {
            anchors.centerIn: parent
            name: tile.iconName
            style: "duotone"
            tint: "red.600"
            size: PageMetrics.tileIcon
        }
    }
    Column {
        anchors.left: well.right
        anchors.leftMargin: Tokens.space5
        anchors.right: parent.right
        anchors.rightMargin: Tokens.space3
        anchors.verticalCenter: parent.verticalCenter
        spacing: Metrics.tight

        KapokText {
            text: tile.title
            size: PageMetrics.tileTitle
            weight: Font.Bold
            Accessible.ignored: true
        }
        KapokText {
            text: tile.note
            size: Tokens.kioskFontLatin
            color: Theme.colors.textMuted
            Accessible.ignored: true
        }
        KapokText {
            text: tile.latin
            size: Tokens.kioskFontLatin
            weight: Font.Medium
            color: Theme.colors.textMuted
            Accessible.ignored: true
        }
    }
}
