// UI-K5 放身份证: the card, the way it goes, this machine's reader; and the ways without a card on the same screen.
import QtQuick
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

PageFrame {
    id: page

    required property CardViewModel viewModel
    required property Intents intents
    readonly property bool asking: viewModel.step === "waiting" || viewModel.step === "try_again"

    title: Words.cardTitle[viewModel.step]
    note: Words.cardNote[viewModel.step]
    noteColor: viewModel.step === "waiting" ? Theme.colors.textMuted : Theme.colors.textSecond

    Image {
        anchors.horizontalCenter: parent.horizontalCenter
        y: page.asking ? Metrics.cardArtTop : Metrics.cardArtLow
        source: Theme.art("id-card")
        sourceSize.width: Metrics.cardArt
        opacity: page.viewModel.step === "other_way" ? Metrics.pale : 1
        Accessible.ignored: true
    }
    Chevrons {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Metrics.cardChevronTop
        visible: page.asking
    }
    ReaderDesk {
        x: Tokens.kioskMargin
        y: Metrics.deskY
        mouths: page.viewModel.desk
        readerArt: page.viewModel.step === "other_way" ? "mouth-reader-rest" : page.viewModel.step === "reading" || page.viewModel.step === "expired" ? "mouth-reader-ok" : "mouth-reader"
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Metrics.promiseTop
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
        y: Metrics.waysRule
        width: Metrics.contentWidth
        height: Metrics.hairline
        color: Theme.colors.border
    }
    KapokText {
        x: Tokens.kioskMargin
        y: Metrics.waysTop
        text: qsTr("没带身份证？")
        size: Metrics.stripTitle
        weight: Font.Bold
    }
    KapokText {
        anchors.right: parent.right
        anchors.rightMargin: Tokens.kioskMargin
        y: Metrics.waysTop + Tokens.space1
        text: qsTr("不会弄？按右下角请人帮忙")
        size: Tokens.kioskFontLatin
        color: Theme.colors.textMuted
    }
    Row {
        x: Tokens.kioskMargin
        y: Metrics.waysButtons
        spacing: Tokens.kioskGap

        KapokButton {
            objectName: "card.back"
            width: Metrics.backButton
            height: Metrics.waysButton
            text: qsTr("返回")
            iconName: "arrow-left"
            size: Tokens.kioskFontLabel
            onActivated: page.intents.touch("back")
        }
        KapokButton {
            objectName: "card.without_card"
            width: Metrics.waysWide
            height: Metrics.waysButton
            text: qsTr("不带证取号")
            iconName: "ticket"
            size: Tokens.kioskFontLabel
            look: page.viewModel.step === "other_way" ? Theme.primary : Theme.plain
            onActivated: page.intents.touch("without_card")
        }
        KapokButton {
            objectName: "card.red_cotton_code"
            width: Metrics.waysWide
            height: Metrics.waysButton
            text: qsTr("亮红棉码")
            iconName: "qr-code"
            size: Tokens.kioskFontLabel
            onActivated: page.intents.ask_later("red_cotton_code")
        }
    }
}
