// The printer is mute: only the visitor can see whether a slip came out. No answer is the more red one.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property TicketViewModel viewModel
    required property Intents intents

    title: qsTr("小票出来了吗？")
    note: qsTr("打印机没有回话，请您看一眼出票口")
    infoTop: PageMetrics.infoHigh
    info: [
        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: PageMetrics.infoRoomHigh
            spacing: Tokens.space4

            TicketCard {
                Layout.fillWidth: true
                Layout.fillHeight: true
                label: page.viewModel.label
            }
            ReaderDesk {
                Layout.alignment: Qt.AlignHCenter
                mouths: page.viewModel.desk
                active: "slot"
                readerArt: "mouth-reader-rest"
            }
            CountDown {
                Layout.fillWidth: true
                text: qsTr("%1 秒后回首页，号先给您留着").arg(page.viewModel.seconds)
                share: page.viewModel.share
            }
        }
    ]
    actions: [
        KapokButton {
            objectName: "ask_slip.did_not_come"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: qsTr("没出来")
            size: Metrics.textLabel
            onActivated: page.intents.touch("slip_did_not_come")
        },
        KapokButton {
            objectName: "ask_slip.came"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: qsTr("出来了")
            size: Metrics.textLabel
            onActivated: page.intents.touch("slip_came")
        }
    ]
}
