// Looks for an item by the first letters of its pinyin. Not there yet: a touch says where to ask.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Pressable {
    id: field

    spoken: qsTr("搜拼音首字母")
    described: hint.text + sample.text
    corner: PageMetrics.search / 2
    height: PageMetrics.search

    Icon {
        id: glass

        x: PageMetrics.tilePadding
        anchors.verticalCenter: parent.verticalCenter
        name: "magnifying-glass"
        size: PageMetrics.searchIcon
    }
    KapokText {
        id: hint

        anchors.left: glass.right
        anchors.leftMargin: Tokens.space5
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("搜拼音首字母：社保卡 打")
        color: Theme.colors.textMuted
        Accessible.ignored: true
    }
    Rectangle {
        anchors.left: hint.right
        anchors.leftMargin: Tokens.space4
        anchors.verticalCenter: parent.verticalCenter
        width: PageMetrics.searchSample
        height: PageMetrics.searchSampleHeight
        radius: Tokens.radiusS
        color: Theme.colors.sunken

        KapokText {
            id: sample

            anchors.centerIn: parent
            text: "SBK"
            weight: Font.DemiBold
            font.letterSpacing: Tokens.space1
            Accessible.ignored: true
        }
    }
    Rectangle {
        anchors.right: parent.right
        anchors.rightMargin: Tokens.space2
        anchors.verticalCenter: parent.verticalCenter
        width: PageMetrics.searchKeys
        height: parent.height - Tokens.space4
        radius: height / 2
        color: Theme.colors.sunken

        Icon {
            anchors.centerIn: parent
            name: "keyboard"
            style: "duotone"
            size: PageMetrics.keysIcon
        }
    }
}
