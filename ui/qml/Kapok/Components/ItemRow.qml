// One item 事项: its name, what to bring, how it stands in its queue.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Pressable {
    id: row

    required property var item // ItemRow of the services props

    spoken: item.name
    described: bring.text + "，" + mark.spoken
    look: item.waitState === "closed" ? Theme.resting : Theme.choice
    height: PageMetrics.itemRow
    petal: PageMetrics.rowPetal

    KapokText {
        id: name

        x: PageMetrics.rowPadding
        width: mark.x - x - Tokens.space4
        height: PageMetrics.itemNameHeight
        y: Tokens.space3
        text: row.item.name
        size: PageMetrics.itemName
        weight: Font.Bold
        verticalAlignment: Text.AlignVCenter
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Tokens.kioskFontNote
        elide: Text.ElideRight
        color: row.item.waitState === "closed" ? Theme.colors.textMuted : Theme.colors.text
        Accessible.ignored: true
    }
    KapokText {
        id: bring

        x: PageMetrics.rowPadding
        width: mark.x - x - Tokens.space4
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Tokens.space3
        text: row.item.bringMore > 0 ? qsTr("带：%1 等 %2 样").arg(row.item.bring).arg(row.item.bringMore + 1) : qsTr("带：%1").arg(row.item.bring)
        visible: row.item.bring !== ""
        size: Tokens.kioskFontLatin
        color: Theme.colors.textMuted
        elide: Text.ElideMiddle
        Accessible.ignored: true
    }
    WaitMark {
        id: mark

        anchors.right: arrow.left
        anchors.rightMargin: Tokens.space4
        width: PageMetrics.waitMark
        height: parent.height
        waitState: row.item.waitState
        waiting: row.item.waiting
        lowMin: row.item.lowMin
        highMin: row.item.highMin
    }
    Icon {
        id: arrow

        anchors.right: parent.right
        anchors.rightMargin: PageMetrics.rowPadding
        anchors.verticalCenter: parent.verticalCenter
        name: "caret-right"
        size: PageMetrics.rowArrow
    }
}
