// UI-K10 号取好了: the number, how many are before it, where, what to have ready; fifteen seconds.
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

    readonly property bool booked: viewModel.booked !== "" && !viewModel.withoutSlip

    title: viewModel.withoutSlip ? qsTr("请记下您的号") : !booked ? qsTr("号取好了") : viewModel.nameMask === "" ? qsTr("您好，号取好了") : qsTr("%1，您好").arg(viewModel.nameMask)
    note: viewModel.withoutSlip ? qsTr("已经排上队，没有小票也一样") : booked ? qsTr("%1 的预约，已为您取号").arg(viewModel.booked) : viewModel.cardOnGlass ? qsTr("请取回身份证，再拿好小票") : qsTr("请拿好下面打印的小票")

    TicketCard {
        x: Tokens.kioskMargin
        y: PageMetrics.ticketTop
        width: Metrics.contentWidth
        height: PageMetrics.ticketBottom - PageMetrics.ticketTop
        label: page.viewModel.label
        caption: page.viewModel.withoutSlip ? Words.noteItDown : Words.yourNumber
        paneHeight: PageMetrics.ticketPane

        TicketFacts {
            anchors.fill: parent
            visible: !page.viewModel.withoutSlip
            ticket: page.viewModel
        }
        Loader {
            anchors.fill: parent
            active: page.viewModel.withoutSlip
            sourceComponent: ScreenSlip {
                ticket: page.viewModel
            }
        }
    }
    Strip {
        visible: page.booked
        x: Tokens.kioskMargin
        y: PageMetrics.soundStripTop
        width: Metrics.contentWidth
        height: PageMetrics.soundStrip
        color: Theme.colors.okSoft
        ink: Theme.colors.okStrong
        textSize: Metrics.stripTitle
        iconName: "check-circle"
        iconTint: "jade.600"
        text: page.viewModel.onTime ? qsTr("预约认到了，您准时") : qsTr("预约认到了，过了点也照样办")
        note: qsTr("不用点，小票从出票口出来，请拿好")
    }
    Strip {
        visible: !page.booked
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
        text: qsTr("叫到您时，看墙上的大屏")
        note: qsTr("大屏会显示您的号，和要去的窗口")
    }
    Row {
        x: Tokens.kioskMargin
        y: PageMetrics.ticketButtonsTop
        spacing: Tokens.kioskGap

        KapokButton {
            objectName: "ticket.another_item"
            width: Metrics.halfButton
            height: Metrics.bigButton
            text: qsTr("还要办别的")
            size: Tokens.kioskFontLabel
            onActivated: page.intents.touch("another_item")
        }
        KapokButton {
            objectName: "ticket.finish"
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
        text: qsTr("%1 秒后回首页，您的信息会清除").arg(page.viewModel.seconds)
        share: page.viewModel.share
    }
}
