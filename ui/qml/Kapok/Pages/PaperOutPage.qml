// UI-K20p 没打出小票: says what to do. The number keeps its red card; 记下了 is what puts it into the queue.
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
        y: Metrics.paperStripTop
        width: Metrics.contentWidth
        border.color: Theme.colors.warnFill
        border.width: Metrics.edge
        textSize: Metrics.stripTitle
        iconName: "warning"
        iconTint: "amber.600"
        text: Words.printerFault[page.viewModel.fault] ?? Words.printerFaultOther

        Row {
            anchors.right: parent.right
            anchors.rightMargin: Metrics.tilePadding
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
        y: Metrics.paperTop
        width: Metrics.contentWidth
        height: Metrics.paperCard
        label: page.viewModel.label
        paneHeight: Metrics.paperPane

        QrCode {
            id: code

            x: Tokens.space5
            anchors.verticalCenter: parent.verticalCenter
            width: Metrics.paperQr
            runs: page.viewModel.qrRuns
            modules: page.viewModel.qrSide
            Accessible.name: qsTr("这个号的二维码")
        }
        Column {
            anchors.left: code.right
            anchors.leftMargin: Tokens.space6
            anchors.right: parent.right
            anchors.rightMargin: Metrics.ticketPanePadding
            anchors.verticalCenter: parent.verticalCenter
            spacing: Tokens.space3

            KapokText {
                text: qsTr("拍下来最稳当")
                size: Tokens.kioskFontLabel
                weight: Font.Bold
            }
            KapokText {
                text: qsTr("到窗口给工作人员看照片就行")
                size: Tokens.kioskFontLatin
                color: Theme.colors.textMuted
            }
            Rectangle {
                width: parent.width
                height: Metrics.hairline
                color: Theme.colors.border
            }
            Row {
                spacing: Metrics.boxGap

                LabelledValue {
                    visible: page.viewModel.hasAhead
                    label: qsTr("前面还有")
                    number: page.viewModel.ahead
                    unit: qsTr("人")
                }
                LabelledValue {
                    visible: page.viewModel.hasWait
                    label: qsTr("大约要等")
                    number: page.viewModel.lowMin + "–" + page.viewModel.highMin
                    unit: qsTr("分")
                }
            }
        }
    }
    Row {
        x: Tokens.kioskMargin
        y: Metrics.paperButtonsTop
        spacing: Tokens.kioskGap

        KapokButton {
            objectName: "paper_out.give_up_number"
            width: Metrics.backButton
            height: Metrics.waysButton
            text: qsTr("不要了")
            size: Tokens.kioskFontLabel
            onActivated: page.intents.touch("give_up_number")
        }
        KapokButton {
            objectName: "paper_out.noted"
            width: Metrics.contentWidth - Metrics.backButton - Tokens.kioskGap
            height: Metrics.waysButton
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
        y: Metrics.paperCountTop
        width: Metrics.contentWidth
        text: qsTr("%1 秒内没按，这个号就不作数了").arg(page.viewModel.seconds)
        share: page.viewModel.share
    }
}
