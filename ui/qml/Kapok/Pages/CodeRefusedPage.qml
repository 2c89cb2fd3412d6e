// A code that does not work here: why, in two languages, and what does. A number can be had from here as well.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

PageFrame {
    id: page

    required property CodeRefusedViewModel viewModel
    required property Intents intents

    readonly property bool english: Words.language === "en"

    title: Words.remedy[viewModel.remedy] ?? ""
    note: qsTr("没有码也能取号，一样排队")

    Panel {
        x: Tokens.kioskMargin
        y: PageMetrics.refusalTop
        width: Metrics.contentWidth
        height: PageMetrics.refusalPanel
        lined: true

        Column {
            anchors.centerIn: parent
            width: parent.width - 2 * PageMetrics.checkPadding
            spacing: Tokens.space5

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: Words.remedyIcon[page.viewModel.remedy] ?? "device-mobile"
                style: "duotone"
                size: PageMetrics.refusalIcon
            }
            KapokText {
                objectName: "code_refused.sentence"
                width: parent.width
                text: page.english ? page.viewModel.english : page.viewModel.sentence
                size: PageMetrics.plainText
                weight: Font.Bold
                lineHeight: Metrics.looseLine
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignHCenter
            }
            KapokText {
                visible: page.viewModel.opens !== ""
                width: parent.width
                text: qsTr("%1 起可以报到：%2").arg(page.viewModel.opens).arg(page.viewModel.item)
                color: Theme.colors.infoStrong
                weight: Font.Bold
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignHCenter
            }
            KapokText {
                visible: !page.english
                width: parent.width
                text: page.viewModel.english
                size: Tokens.kioskFontLatin
                color: Theme.colors.textMuted
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }
    ReaderDesk {
        x: Tokens.kioskMargin
        y: PageMetrics.refusalDesk
        mouths: page.viewModel.desk
        active: page.viewModel.remedy === "other_way" && page.viewModel.cardReader ? "reader" : "scanner"
        readerArt: "mouth-reader-rest"
    }
    Row {
        x: Tokens.kioskMargin
        y: PageMetrics.ticketButtonsTop
        spacing: Tokens.kioskGap

        KapokButton {
            objectName: "code_refused.back"
            width: Metrics.backButton
            height: Metrics.bigButton
            text: qsTr("返回")
            iconName: "arrow-left"
            onActivated: page.intents.touch("back")
        }
        KapokButton {
            objectName: "code_refused.take_a_number"
            width: Metrics.contentWidth - Metrics.backButton - Tokens.kioskGap
            height: Metrics.bigButton
            petal: Tokens.radiusPetal
            look: Theme.primary
            text: qsTr("直接取号")
            size: Metrics.bigButtonText
            iconName: "ticket"
            iconSize: Metrics.accessIcon
            onActivated: page.intents.touch("take_a_number")
        }
    }
    CountDown {
        x: Tokens.kioskMargin
        y: PageMetrics.ticketCountTop
        width: Metrics.contentWidth
        text: qsTr("%1 秒后返回，随时可以再扫").arg(page.viewModel.seconds)
        share: page.viewModel.share
    }
}
