// The printer is mute: only the visitor can see whether a slip came out. No answer is the more red one.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

PageFrame {
    id: page

    required property TicketViewModel viewModel
    required property Intents intents

    title: qsTr("小票出来了吗？")
    note: qsTr("打印机没有回话，请您看一眼出票口")

    TicketCard {
        x: Tokens.kioskMargin
        y: PageMetrics.ticketTop
        width: Metrics.contentWidth
        height: PageMetrics.printingCard
        label: page.viewModel.label
        paneHeight: Tokens.space4
    }
    ReaderDesk {
        x: Tokens.kioskMargin
        y: PageMetrics.printingDesk
        mouths: page.viewModel.desk
        active: "slot"
        readerArt: "mouth-reader-rest"
    }
    Row {
        x: Tokens.kioskMargin
        y: PageMetrics.ticketButtonsTop
        spacing: Tokens.kioskGap

        KapokButton {
            objectName: "ask_slip.did_not_come"
            width: Metrics.halfButton
            height: Metrics.bigButton
            text: qsTr("没出来")
            size: Tokens.kioskFontLabel
            onActivated: page.intents.touch("slip_did_not_come")
        }
        KapokButton {
            objectName: "ask_slip.came"
            width: Metrics.halfButton
            height: Metrics.bigButton
            text: qsTr("出来了")
            size: Tokens.kioskFontLabel
            onActivated: page.intents.touch("slip_came")
        }
    }
    CountDown {
        x: Tokens.kioskMargin
        y: PageMetrics.ticketCountTop
        width: Metrics.contentWidth
        text: qsTr("%1 秒后回首页，号先给您留着").arg(page.viewModel.seconds)
        share: page.viewModel.share
    }
}
