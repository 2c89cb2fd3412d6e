// UI-K20p 没打出小票: says what to do. The number keeps its red card; 记下了 is what puts it into the queue.
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

    title: qsTr("请记下您的号")
    note: qsTr("按了「记下了」，号就和小票一样有用")

    Strip {
        x: Tokens.kioskMargin
        y: PageMetrics.paperStripTop
        width: Metrics.contentWidth
        border.color: Theme.colors.warnFill
        border.width: Metrics.edge
        textSize: Metrics.stripTitle
        iconName: "warning"
        iconTint: "amber.600"
        text: Words.printerFault[page.viewModel.fault] ?? Words.printerFaultOther

        Row {
            anchors.right: parent.right
            anchors.rightMargin: PageMetrics.tilePadding
            anchors.verticalCenter: parent.verticalCenter
            spacing: Tokens.space3

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "check-circle"
                style: "fill"
                tint: "jade.600"
            }
            KapokText {
                text: qsTr("号给您留着")
                weight: Font.Medium
                color: Theme.colors.okStrong
            }
        }
    }
    TicketCard {
        x: Tokens.kioskMargin
        y: PageMetrics.paperTop
        width: Metrics.contentWidth
        height: PageMetrics.paperCard
        label: page.viewModel.label
        caption: Words.noteItDown
        paneHeight: PageMetrics.paperPane

        ScreenSlip {
            anchors.fill: parent
            ticket: page.viewModel
        }
    }
    Row {
        x: Tokens.kioskMargin
        y: PageMetrics.paperButtonsTop
        spacing: Tokens.kioskGap

        KapokButton {
            objectName: "paper_out.give_up_number"
            width: Metrics.backButton
            height: PageMetrics.waysButton
            text: qsTr("不要了")
            size: Tokens.kioskFontLabel
            onActivated: page.intents.touch("give_up_number")
        }
        KapokButton {
            objectName: "paper_out.noted"
            width: Metrics.contentWidth - Metrics.backButton - Tokens.kioskGap
            height: PageMetrics.waysButton
            petal: Tokens.radiusPetal
            look: Theme.end
            text: qsTr("记下了")
            size: Metrics.bigButtonText
            iconName: "check"
            iconSize: Metrics.accessIcon
            onActivated: page.intents.touch("noted")
        }
    }
    CountDown {
        x: Tokens.kioskMargin
        y: PageMetrics.paperCountTop
        width: Metrics.contentWidth
        text: qsTr("%1 秒内没按，这个号就不作数了").arg(page.viewModel.seconds)
        share: page.viewModel.share
    }
}
