// UI-K10 号取好了: the number, how many are before it, where, what to have ready; fifteen seconds.
import QtQuick
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

PageFrame {
    id: page

    required property TicketViewModel viewModel
    required property Intents intents

    title: qsTr("号取好了")
    note: viewModel.cardOnGlass ? qsTr("请取回身份证，再拿好小票") : qsTr("请拿好下面打印的小票")

    TicketCard {
        x: Tokens.kioskMargin
        y: Metrics.ticketTop
        width: Metrics.contentWidth
        height: Metrics.ticketBottom - Metrics.ticketTop
        label: page.viewModel.label
        paneHeight: Metrics.ticketPane

        Row {
            x: Metrics.ticketPanePadding
            y: Metrics.ticketPaneTop
            spacing: Metrics.valueGap

            LabelledValue {
                visible: page.viewModel.hasAhead
                label: qsTr("前面还有")
                number: page.viewModel.ahead
                unit: qsTr("人")
            }
            LabelledValue {
                visible: page.viewModel.hasWait
                label: qsTr("大约等")
                number: page.viewModel.lowMin + "–" + page.viewModel.highMin
                unit: qsTr("分钟")
            }
            LabelledValue {
                visible: page.viewModel.counters !== ""
                label: qsTr("在哪办")
                number: page.viewModel.counters
                unit: qsTr("号窗口")
            }
        }
        Rectangle {
            x: Metrics.ticketPanePadding
            y: Metrics.ticketRule
            width: parent.width - 2 * x
            height: Metrics.hairline
            color: Theme.colors.border
        }
        KapokText {
            x: Metrics.ticketPanePadding
            y: Metrics.ticketItemTop
            width: parent.width - 2 * x
            text: page.viewModel.item
            size: Metrics.ticketItem
            weight: Font.Bold
            elide: Text.ElideRight
        }
        KapokText {
            x: Metrics.ticketPanePadding
            y: Metrics.ticketBringTop
            width: parent.width - 2 * x
            visible: page.viewModel.bring.length > 0
            text: qsTr("请准备：%1").arg(page.viewModel.bring.join("、"))
            color: Theme.colors.textMuted
            elide: Text.ElideRight
        }
    }
    Strip {
        x: Tokens.kioskMargin
        y: Metrics.soundStripTop
        width: Metrics.contentWidth
        height: Metrics.soundStrip
        color: Theme.colors.infoSoft
        ink: Theme.colors.infoStrong
        textSize: Metrics.stripTitle
        iconName: "speaker-high"
        iconStyle: "bold"
        iconTint: "sky.700"
        text: qsTr("请听广播、看大屏")
        note: qsTr("叫到您时，大屏会显示到几号窗口")
    }
    Row {
        x: Tokens.kioskMargin
        y: Metrics.ticketButtonsTop
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
        y: Metrics.ticketCountTop
        width: Metrics.contentWidth
        text: qsTr("%1 秒后回首页，您的信息会清除").arg(page.viewModel.seconds)
        share: page.viewModel.share
    }
}
