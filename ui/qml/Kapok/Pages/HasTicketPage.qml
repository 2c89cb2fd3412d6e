// UI-K16 您已经有号: the number that is held already; its slip once more, given up (asked twice), or something else.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property HasTicketViewModel viewModel
    required property Intents intents
    readonly property bool sure: viewModel.step === "sure"
    readonly property bool gone: viewModel.step === "dropped"
    readonly property bool ends: gone || viewModel.step === "printed"
    readonly property bool busy: viewModel.step === "printing" || viewModel.step === "dropping"

    title: PeopleWords.mineTitle[viewModel.step] ?? qsTr("您已经有号 %1").arg(viewModel.label)
    note: PeopleWords.mineNote[viewModel.step] ?? viewModel.item
    noteColor: viewModel.step.startsWith("not_") ? Theme.colors.warn : Theme.colors.textMuted
    aside: [
        NumberStamp {
            Layout.fillWidth: true
            label: page.viewModel.label
            over: page.gone
        }
    ]
    info: [
        Panel {
            Layout.fillWidth: true
            visible: !page.gone
            implicitHeight: facts.implicitHeight + 2 * Tokens.space5
            lined: true

            RowLayout {
                id: facts

                anchors.fill: parent
                anchors.leftMargin: PageMetrics.ticketPanePadding
                anchors.rightMargin: PageMetrics.ticketPanePadding
                anchors.topMargin: Tokens.space5
                anchors.bottomMargin: Tokens.space5
                spacing: PageMetrics.valueGap

                LabelledValue {
                    visible: page.viewModel.hasAhead
                    label: qsTr("前面还有")
                    number: page.viewModel.ahead
                    unit: qsTr("位", "", page.viewModel.ahead)
                }
                LabelledValue {
                    visible: page.viewModel.hasWait
                    label: qsTr("大约等")
                    number: page.viewModel.lowMin + "–" + page.viewModel.highMin
                    unit: qsTr("分钟")
                }
                KapokText {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: page.viewModel.called ? qsTr("正在叫您，请看大屏") : !page.viewModel.hasAhead ? page.viewModel.place : ""
                    size: Metrics.textLabel
                    weight: Font.Bold
                    wrapMode: Text.Wrap
                }
            }
        }
    ]
    actions: [
        KapokButton {
            objectName: page.sure ? "has_ticket.keep" : "has_ticket.another_item"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: page.sure ? qsTr("留着这个号") : qsTr("还要办别的")
            size: Metrics.textLabel
            look: page.sure ? Theme.end : Theme.plain
            onActivated: page.intents.touch(page.sure ? "back" : "another_item")
        },
        KapokButton {
            objectName: page.sure ? "has_ticket.drop_for_sure" : page.ends ? "has_ticket.finish" : "has_ticket.reprint"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: page.sure ? qsTr("不要了") : page.ends ? qsTr("好了，结束") : qsTr("再打一张小票")
            size: Metrics.textLabel
            look: page.busy || (!page.sure && !page.ends && !page.viewModel.printer) ? Theme.resting : page.sure ? Theme.plain : Theme.end
            onActivated: page.intents.touch(page.sure ? "drop_number" : page.ends ? "finish" : "reprint")
        }
    ]

    RowLayout {
        width: parent.width
        visible: !page.sure && !page.gone
        spacing: Tokens.kioskGap

        KapokButton {
            objectName: "has_ticket.drop_number"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("不要这个号了")
            size: Metrics.textBody
            onActivated: page.intents.touch("drop_number")
        }
        KapokButton {
            objectName: "has_ticket.other"
            visible: page.viewModel.otherId !== ""
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("看另一个号 %1").arg(page.viewModel.otherLabel)
            size: Metrics.textBody
            onActivated: page.intents.choose("ticket", page.viewModel.otherId)
        }
    }
}
