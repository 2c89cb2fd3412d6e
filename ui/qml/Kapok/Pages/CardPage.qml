// UI-K5 放身份证: the card, the way it goes, this machine's reader; and the ways without a card on the same screen.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

PageFrame {
    id: page

    required property CardViewModel viewModel
    required property Intents intents
    readonly property var readers: ({
            "waiting": "mouth-reader",
            "reading": "mouth-reader-ok",
            "try_again": "mouth-reader",
            "other_way": "mouth-reader-rest",
            "expired": "mouth-reader-ok",
            "take_back": "mouth-reader"
        })
    readonly property bool forgotten: viewModel.step === "take_back"
    readonly property bool asking: viewModel.step === "waiting" || viewModel.step === "try_again"

    title: Words.cardTitle[viewModel.step]
    note: viewModel.step === "other_way" && !viewModel.reader ? Words.readerAway : Words.cardNote[viewModel.step]
    noteColor: viewModel.step === "waiting" ? Theme.colors.textMuted : Theme.colors.textSecond

    Image {
        anchors.horizontalCenter: parent.horizontalCenter
        y: page.asking ? PageMetrics.cardArtTop : PageMetrics.cardArtLow
        source: Theme.art("id-card")
        sourceSize.width: PageMetrics.cardArt
        opacity: page.viewModel.step === "other_way" ? Metrics.pale : 1
        Accessible.ignored: true
    }
    Chevrons {
        anchors.horizontalCenter: parent.horizontalCenter
        y: PageMetrics.cardChevronTop
        visible: page.asking
    }
    ReaderDesk {
        x: Tokens.kioskMargin
        y: PageMetrics.deskY
        mouths: page.viewModel.desk
        readerArt: page.readers[page.viewModel.step]
    }
    Row {
        visible: !page.forgotten
        anchors.horizontalCenter: parent.horizontalCenter
        y: PageMetrics.promiseTop
        spacing: Tokens.space4

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "shield-check"
            tint: "bark.500"
        }
        KapokText {
            text: qsTr("只用来取号，用完马上清除")
            color: Theme.colors.textMuted
        }
    }
    Rectangle {
        x: Tokens.kioskMargin
        y: PageMetrics.waysRule
        width: Metrics.contentWidth
        height: Metrics.hairline
        color: Theme.colors.border
    }
    KapokText {
        x: Tokens.kioskMargin
        y: PageMetrics.waysTop
        text: page.forgotten ? qsTr("不是您的证？") : qsTr("没带身份证？")
        size: Metrics.stripTitle
        weight: Font.Bold
    }
    KapokText {
        anchors.right: parent.right
        anchors.rightMargin: Tokens.kioskMargin
        y: PageMetrics.waysTop + Tokens.space1
        text: qsTr("不会弄？按右下角请人帮忙")
        size: Tokens.kioskFontLatin
        color: Theme.colors.textMuted
    }
    Row {
        x: Tokens.kioskMargin
        y: PageMetrics.waysButtons
        spacing: Tokens.kioskGap

        KapokButton {
            visible: !page.forgotten
            objectName: "card.back"
            width: Metrics.backButton
            height: PageMetrics.waysButton
            text: qsTr("返回")
            iconName: "arrow-left"
            size: Tokens.kioskFontLabel
            onActivated: page.intents.touch("back")
        }
        KapokButton {
            objectName: "card.without_card"
            width: page.forgotten ? Metrics.contentWidth : PageMetrics.waysWide
            height: PageMetrics.waysButton
            text: page.forgotten ? qsTr("我要取号，证交给服务台") : qsTr("不带证取号")
            iconName: "ticket"
            size: Tokens.kioskFontLabel
            look: page.viewModel.step === "other_way" ? Theme.primary : Theme.plain
            onActivated: page.intents.touch("without_card")
        }
        KapokButton {
            visible: !page.forgotten
            objectName: "card.red_cotton_code"
            width: PageMetrics.waysWide
            height: PageMetrics.waysButton
            text: qsTr("亮红棉码")
            iconName: "qr-code"
            size: Tokens.kioskFontLabel
            onActivated: page.intents.ask_later(page.viewModel.scanner ? "show_code" : "red_cotton_code")
        }
    }
}
