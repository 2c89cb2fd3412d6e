// What stands in the white pane beside a slip: ahead, how long, where, what for, what to have ready.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

Item {
    id: facts

    required property TicketViewModel ticket
    readonly property bool shortPlace: ticket.place !== "" && ticket.place.length <= PageMetrics.placeLetters

    Row {
        x: PageMetrics.ticketPanePadding
        y: PageMetrics.ticketPaneTop
        spacing: PageMetrics.valueGap

        LabelledValue {
            visible: facts.ticket.hasAhead
            label: qsTr("前面还有")
            number: facts.ticket.ahead
            unit: qsTr("人")
        }
        LabelledValue {
            visible: facts.ticket.hasWait
            label: qsTr("大约等")
            number: facts.ticket.lowMin + "–" + facts.ticket.highMin
            unit: qsTr("分钟")
        }
        LabelledValue {
            visible: facts.shortPlace
            label: qsTr("在哪等")
            number: facts.ticket.place
            size: PageMetrics.placeText
            weight: Font.Bold
        }
        LabelledValue {
            visible: !facts.shortPlace && facts.ticket.counters !== ""
            label: qsTr("在哪办")
            number: facts.ticket.counters
            unit: qsTr("号窗口")
        }
    }
    Rectangle {
        x: PageMetrics.ticketPanePadding
        y: PageMetrics.ticketRule
        width: parent.width - 2 * x
        height: Metrics.hairline
        color: Theme.colors.border
    }
    KapokText {
        x: PageMetrics.ticketPanePadding
        y: PageMetrics.ticketItemTop
        width: (at.visible ? at.x - Tokens.space4 : parent.width - PageMetrics.ticketPanePadding) - x
        text: facts.ticket.item
        size: PageMetrics.ticketItem
        weight: Font.Bold
        elide: Text.ElideRight
    }
    KapokText {
        id: at

        anchors.right: parent.right
        anchors.rightMargin: PageMetrics.ticketPanePadding
        y: PageMetrics.ticketItemTop
        width: Math.min(implicitWidth, parent.width / 2)
        visible: text !== ""
        text: facts.shortPlace ? facts.ticket.counters && qsTr("%1 号窗口").arg(facts.ticket.counters) : facts.ticket.place
        size: PageMetrics.ticketItem
        weight: Font.Bold
        elide: Text.ElideRight
    }
    KapokText {
        x: PageMetrics.ticketPanePadding
        y: PageMetrics.ticketBringTop
        width: parent.width - 2 * x
        visible: facts.ticket.bring.length > 0
        text: qsTr("请准备：%1").arg(facts.ticket.bring.join("、"))
        color: Theme.colors.textMuted
        elide: Text.ElideRight
    }
}
