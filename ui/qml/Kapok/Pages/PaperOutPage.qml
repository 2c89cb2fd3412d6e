// UI-K20p 没打出小票: says what to do. The number keeps its red card; 记下了 is what puts it into the queue.
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

    title: qsTr("请记下您的号")
    note: qsTr("按了「记下了」，号就和小票一样有用")
    infoTop: PageMetrics.infoHigh
    info: [
        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: PageMetrics.infoRoomHigh
            spacing: Tokens.space4

            FaultStrip {
                Layout.fillWidth: true
                implicitHeight: PageMetrics.slipStrip
                text: Words.printerFault[page.viewModel.fault] ?? Words.printerFaultOther

                Icon {
                    visible: !Form.large
                    name: "check-circle"
                    style: "fill"
                    tint: "jade.600"
                }
                KapokText {
                    visible: !Form.large
                    text: qsTr("号给您留着")
                    weight: Font.Medium
                    color: Theme.colors.okStrong
                }
            }
            TicketCard {
                Layout.fillWidth: true
                Layout.fillHeight: true
                label: page.viewModel.label
                caption: Form.landscape ? Words.yourNumber : Words.noteItDown
                paned: true
                coded: true

                ScreenSlip {
                    ticket: page.viewModel
                }
            }
            CountDown {
                Layout.fillWidth: true
                text: qsTr("%1 秒内没按，这个号就不作数了").arg(page.viewModel.seconds)
                share: page.viewModel.share
            }
        }
    ]
    actions: [
        KapokButton {
            objectName: "paper_out.give_up_number"
            Layout.preferredWidth: Metrics.backButton
            Layout.fillHeight: true
            text: qsTr("不要了")
            size: Metrics.textLabel
            onActivated: page.intents.touch("give_up_number")
        },
        KapokButton {
            objectName: "paper_out.noted"
            Layout.fillWidth: true
            Layout.fillHeight: true
            petal: Tokens.radiusPetal
            look: Theme.end
            text: qsTr("记下了")
            size: Metrics.bigButtonText
            iconName: "check"
            iconSize: Metrics.accessIcon
            onActivated: page.intents.touch("noted")
        }
    ]
}
