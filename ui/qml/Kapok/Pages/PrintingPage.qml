// UI-K9 打印中: where the slip comes out. Three seconds, nothing to touch.
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

    readonly property bool asking: viewModel.label === ""

    title: asking ? qsTr("正在取号…") : qsTr("正在打印…")
    note: asking ? qsTr("马上就好") : qsTr("小票从下面的出票口出来")

    Image {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: page.asking
        y: Metrics.stepTop
        source: Theme.art("blossom")
        sourceSize.width: PageMetrics.plainBlossom
        Accessible.ignored: true
    }
    TicketCard {
        visible: page.viewModel.label !== ""
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
    KapokText {
        anchors.horizontalCenter: parent.horizontalCenter
        y: PageMetrics.ticketButtonsTop
        text: qsTr("请稍等，不用按什么")
        size: Metrics.noteText
        color: Theme.colors.textMuted
    }
}
