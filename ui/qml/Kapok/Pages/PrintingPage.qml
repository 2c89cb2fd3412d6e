// UI-K9 打印中: where the slip comes out. Three seconds, nothing to touch.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property TicketViewModel viewModel
    required property Intents intents

    readonly property bool asking: viewModel.label === ""

    title: asking ? qsTr("正在取号…") : qsTr("正在打印…")
    note: asking ? qsTr("马上就好") : qsTr("请稍等，不用按什么")
    steps: asking ? [] : Words.steps
    step: 2
    info: [
        Image {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredHeight: PageMetrics.askingArt
            visible: page.asking
            source: Theme.art("blossom")
            sourceSize.height: PageMetrics.askingArt
            fillMode: Image.PreserveAspectFit
            Accessible.ignored: true
        },
        TicketCard {
            Layout.fillWidth: true
            Layout.preferredHeight: PageMetrics.printingCard
            visible: !page.asking
            label: page.viewModel.label
        },
        ReaderDesk {
            Layout.alignment: Qt.AlignHCenter
            mouths: page.viewModel.desk
            active: "slot"
            readerArt: "mouth-reader-rest"
        },
        SlipPlace {
            Layout.fillWidth: true
            side: page.asking ? "" : page.viewModel.slotSide
        }
    ]
}
