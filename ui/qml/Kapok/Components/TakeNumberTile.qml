// 取号办事: the one red thing of the first page.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Pressable {
    id: tile

    readonly property string note: qsTr("排队到窗口办理")
    readonly property string latin: "Take a number"

    spoken: qsTr("取号办事")
    described: note + "，" + latin
    look: Theme.primary
    petal: Tokens.radiusPetalHero

    Rectangle {
        id: well

        x: Tokens.kioskMargin
        anchors.verticalCenter: parent.verticalCenter
        width: PageMetrics.heroWell
        height: width
        radius: width / 2
        color: Theme.colors.veil

        Icon {
            anchors.centerIn: parent
            name: "ticket"
            style: "duotone"
            tint: "bark.0"
            size: PageMetrics.heroIcon
            rotation: PageMetrics.heroTilt
        }
    }
    Column {
        anchors.left: well.right
        anchors.leftMargin: PageMetrics.heroGap
        anchors.verticalCenter: parent.verticalCenter

        KapokText {
            text: tile.spoken
            size: PageMetrics.heroTitle
            weight: Font.Bold
            color: tile.look.ink
            Accessible.ignored: true
        }
        KapokText {
            text: tile.note
            size: Tokens.kioskFontBody
            color: tile.look.ink
            Accessible.ignored: true
        }
        KapokText {
            text: tile.latin
            size: Tokens.kioskFontLatin
            weight: Font.Medium
            color: tile.look.ink
            Accessible.ignored: true
        }
    }
    Rectangle {
        anchors.right: parent.right
        anchors.rightMargin: Tokens.kioskMargin
        anchors.verticalCenter: parent.verticalCenter
        width: PageMetrics.heroArrow
        height: width
        radius: width / 2
        color: Theme.colors.surface

        Icon {
            anchors.centerIn: parent
            name: "caret-right"
            tint: "red.600"
            size: PageMetrics.heroArrowIcon
        }
    }
}
