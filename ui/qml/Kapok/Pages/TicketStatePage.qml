// 您的号还在排: a slip was shown, and this is how its ticket stands. Nothing is printed and nothing is changed.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

PageFrame {
    id: page

    required property TicketStateViewModel viewModel
    required property Intents intents

    readonly property bool over: viewModel.state === "ended"

    title: Words.ticketState[viewModel.state] ?? ""
    note: viewModel.state === "called" && viewModel.counter > 0 ? qsTr("请到 %1 号窗口").arg(viewModel.counter) : Words.ticketNote[viewModel.state] ?? ""

    TicketCard {
        x: Tokens.kioskMargin
        y: PageMetrics.ticketTop
        width: Metrics.contentWidth
        height: PageMetrics.ticketBottom - PageMetrics.ticketTop
        color: page.over ? Theme.colors.end : Theme.colors.call
        label: page.viewModel.label
        paneHeight: PageMetrics.ticketPane

        Row {
            x: PageMetrics.ticketPanePadding
            y: PageMetrics.ticketPaneTop
            spacing: PageMetrics.valueGap

            LabelledValue {
                visible: page.viewModel.hasAhead
                label: qsTr("前面还有")
                number: page.viewModel.ahead
                unit: qsTr("位")
            }
            LabelledValue {
                visible: page.viewModel.hasWait
                label: qsTr("大约等")
                number: page.viewModel.lowMin + "–" + page.viewModel.highMin
                unit: qsTr("分钟")
            }
            LabelledValue {
                visible: page.over
                label: qsTr("现在")
                number: qsTr("已结束")
                size: PageMetrics.placeText
                weight: Font.Bold
            }
            LabelledValue {
                visible: page.viewModel.counter > 0
                label: qsTr("在哪办")
                number: page.viewModel.counter
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
            width: parent.width - 2 * x
            text: page.viewModel.item
            size: PageMetrics.ticketItem
            weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Tokens.kioskFontNote
        }
        KapokText {
            x: PageMetrics.ticketPanePadding
            y: PageMetrics.ticketBringTop
            visible: page.viewModel.place !== ""
            text: page.viewModel.place
            color: Theme.colors.textMuted
        }
    }
    Strip {
        x: Tokens.kioskMargin
        y: PageMetrics.soundStripTop
        width: Metrics.contentWidth
        height: PageMetrics.soundStrip
        color: Theme.colors.infoSoft
        ink: Theme.colors.infoStrong
        textSize: Metrics.stripTitle
        iconName: "monitor"
        iconStyle: "bold"
        iconTint: "sky.700"
        text: page.over ? qsTr("还要办事，可以另外取号") : page.viewModel.state === "called" ? qsTr("现在就可以过去了") : qsTr("叫到您时，看墙上的大屏")
        note: page.over ? "" : qsTr("号票请拿好，这里没有改动您的号")
    }
    Row {
        x: Tokens.kioskMargin
        y: PageMetrics.ticketButtonsTop
        spacing: Tokens.kioskGap

        KapokButton {
            objectName: "ticket_state.take_a_number"
            width: Metrics.halfButton
            height: Metrics.bigButton
            text: qsTr("另外取号")
            size: Tokens.kioskFontLabel
            onActivated: page.intents.touch("take_a_number")
        }
        KapokButton {
            objectName: "ticket_state.finish"
            width: Metrics.halfButton
            height: Metrics.bigButton
            look: Theme.end
            text: qsTr("好了，结束")
            size: Tokens.kioskFontLabel
            onActivated: page.intents.touch("finish")
        }
    }
    CountDown {
        x: Tokens.kioskMargin
        y: PageMetrics.ticketCountTop
        width: Metrics.contentWidth
        text: qsTr("%1 秒后回首页").arg(page.viewModel.seconds)
        share: page.viewModel.share
    }
}
