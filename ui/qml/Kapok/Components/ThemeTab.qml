// One theme 主题 by its two-character spoken name. The open one is ink.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Pressable {
    id: tab

    required property string text
    required property string iconName
    required property bool chosen
    property string iconStyle: "duotone"

    described: text
    look: chosen ? Theme.end : Theme.choice
    height: PageMetrics.tab
    petal: PageMetrics.tabPetal
    Accessible.role: Accessible.PageTab
    Accessible.selected: chosen

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Tokens.space3
        name: tab.iconName
        style: tab.iconStyle
        tint: tab.look.tint
        size: PageMetrics.tabIcon
    }
    KapokText {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Tokens.space3
        text: tab.text
        size: PageMetrics.tabText
        weight: Font.Medium
        color: tab.look.ink
        Accessible.ignored: true
    }
}
