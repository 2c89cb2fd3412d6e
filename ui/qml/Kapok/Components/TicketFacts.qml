// What stands in the white pane beside a slip: ahead, how long, where, what for, what to have ready.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

ColumnLayout {
    id: facts

    required property TicketViewModel ticket
    readonly property bool shortPlace: ticket.place !== "" && ticket.place.length <= PageMetrics.placeLetters && !Form.landscape && !Form.large
    readonly property string low: ticket.counters === "" ? qsTr("低位窗口") : qsTr("%1 号低位窗口", "", ticket.counterCount).arg(ticket.counters)
    readonly property string usual: ticket.counters === "" ? "" : qsTr("%1 号窗口", "", ticket.counterCount).arg(ticket.counters)
    readonly property string counters: ticket.lowCounters ? low : usual
    readonly property bool countersAbove: !shortPlace && ticket.counters !== "" && !ticket.lowCounters && !Form.landscape && !Form.large
    readonly property string at: [shortPlace ? "" : ticket.place, countersAbove ? "" : counters].filter(part => part !== "").join(Form.latin ? ", " : " ")
    readonly property string bring: !Form.large || ticket.bring.length < 2 ? ticket.bring.join(Form.latin ? ", " : "、") : qsTr("%1 等 %2 样").arg(ticket.bring[0]).arg(ticket.bring.length)

    spacing: Tokens.space2

    Flow {
        Layout.fillWidth: true
        spacing: Form.large ? Tokens.space6 : PageMetrics.valueGap

        LabelledValue {
            visible: facts.ticket.hasAhead
            label: qsTr("前面还有")
            number: facts.ticket.ahead
            unit: qsTr("人", "", facts.ticket.ahead)
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
            visible: facts.countersAbove
            label: qsTr("在哪办", "", facts.ticket.counterCount)
            number: facts.ticket.counters
            unit: Form.latin ? "" : qsTr("号窗口") // English has said it before the number
        }
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.preferredHeight: Metrics.hairline
        color: Theme.colors.border
    }
    GridLayout {
        id: grid

        Layout.fillWidth: true
        columns: Form.landscape || Form.large || Form.latin ? 1 : 2
        columnSpacing: Tokens.space4
        rowSpacing: 0

        NameText {
            Layout.fillWidth: true
            text: facts.ticket.items > 1 ? qsTr("%1 等 %2 件").arg(facts.ticket.item).arg(facts.ticket.items) : facts.ticket.item
            largest: PageMetrics.ticketItem
            lines: PageMetrics.nameLinesMost
        }
        KapokText {
            Layout.fillWidth: grid.columns === 1
            Layout.preferredWidth: grid.columns === 1 ? 0 : implicitWidth // in a line of its own it asks for none, and fits
            visible: text !== ""
            text: facts.at
            size: PageMetrics.ticketItem
            weight: Font.Bold
            wrapMode: grid.columns === 1 ? Text.NoWrap : Text.WordWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Metrics.textLatin
        }
    }
    KapokText {
        Layout.fillWidth: true
        visible: facts.ticket.bring.length > 0
        text: qsTr("请准备：%1").arg(facts.bring)
        color: Theme.colors.textMuted
        wrapMode: Text.WordWrap
        maximumLineCount: 2
        fontSizeMode: Text.Fit
        minimumPixelSize: Metrics.textLatin
    }
}
