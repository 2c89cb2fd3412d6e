// UI-K24 号票: one number, for whoever stands there: cancelled after a question, or put first for a reason.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property StaffNumberViewModel viewModel
    required property Intents intents
    readonly property string label: viewModel.label
    readonly property bool sure: viewModel.step === "sure"
    readonly property bool ended: viewModel.step === "cancelled" || viewModel.step === "first"
    readonly property bool asks: !sure && !ended && viewModel.mayGoFirst
    readonly property string stands: (StaffWords.numberState[viewModel.state] ?? "") + (viewModel.hasAhead ? qsTr("，前面 %1 位").arg(viewModel.ahead) : "")

    title: viewModel.step === "cancelled" ? qsTr("%1 取消了").arg(label) : viewModel.step === "first" ? qsTr("%1 排到前面了").arg(label) : sure ? qsTr("真的取消 %1？").arg(label) : qsTr("%1 的号").arg(label)
    note: viewModel.step === "not_done" ? qsTr("没有办成，请再看一次这个号") : ended ? viewModel.item : sure ? qsTr("取消后要重新取号排队") : viewModel.item
    noteColor: viewModel.step === "not_done" ? Theme.colors.warn : Theme.colors.textMuted
    aside: [
        NumberStamp {
            Layout.fillWidth: true
            visible: !page.asks || Form.landscape // the title says it; reasons need the room
            label: page.label
            over: page.viewModel.step === "cancelled"
        }
    ]
    info: [
        Panel {
            Layout.fillWidth: true
            implicitHeight: facts.implicitHeight + 2 * Tokens.space5
            lined: true

            ColumnLayout {
                id: facts

                anchors.fill: parent
                anchors.leftMargin: PageMetrics.ticketPanePadding
                anchors.rightMargin: PageMetrics.ticketPanePadding
                anchors.topMargin: Tokens.space5
                anchors.bottomMargin: Tokens.space5
                spacing: Tokens.space3

                KapokText {
                    size: Metrics.textBody
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: page.viewModel.step === "cancelled" ? qsTr("要办的话，再取一个号") : page.viewModel.step === "first" ? qsTr("请对方留意大屏，很快叫到") : page.stands
                    weight: Font.Bold
                }
                KapokText {
                    size: Metrics.textBody
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: page.asks ? qsTr("优先后排第 %1 位，现在第 %2 位").arg(page.viewModel.newPlace).arg(page.viewModel.place) : page.sure || page.ended ? "" : page.viewModel.state === "waiting" ? qsTr("已经是优先号") : qsTr("现在不在等，不用优先")
                }
                KapokText {
                    size: Metrics.textBody
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                    visible: page.asks
                    text: page.viewModel.others === 0 ? qsTr("没有人因此多等") : qsTr("有 %n 人每人多等约 %1 分钟", "", page.viewModel.others).arg(page.viewModel.eachMin)
                }
            }
        }
    ]
    actions: [
        BackButton {
            objectName: "staff_number.back"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: page.ended ? "staff_number.finish" : page.sure ? "staff_number.cancel_for_sure" : "staff_number.cancel"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: page.ended || page.sure ? Theme.end : page.viewModel.mayCancel && page.viewModel.open ? Theme.plain : Theme.resting
            text: page.ended ? qsTr("完成") : page.sure ? qsTr("取消这个号") : page.viewModel.mayCancel ? qsTr("取消号") : qsTr("不能取消")
            size: Metrics.textLabel
            onActivated: page.intents.touch(page.ended ? "finish" : "drop_number")
        },
        KapokButton {
            objectName: "staff_number.put_first"
            visible: page.asks
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: page.viewModel.reason !== "" && page.viewModel.open ? Theme.end : Theme.resting
            text: qsTr("请优先")
            described: page.viewModel.reason === "" ? qsTr("先选为什么优先") : ""
            size: Metrics.textLabel
            onActivated: page.intents.touch("put_first")
        }
    ]

    ColumnLayout {
        width: parent.width
        visible: !page.sure && !page.ended
        spacing: Tokens.kioskGap

        KapokText {
            Layout.fillWidth: true
            visible: page.asks && !(page.viewModel.otherId !== "" && (Form.large || Form.landscape))
            text: qsTr("为什么优先？")
            size: Metrics.textLabel
            weight: Font.Bold
        }
        GridLayout {
            Layout.fillWidth: true
            visible: page.asks
            columns: Form.large && !Form.landscape ? 2 : page.viewModel.reasons.length / 2 // two rows of them
            columnSpacing: Tokens.space4
            rowSpacing: Tokens.space4
            uniformCellWidths: true

            Repeater {
                model: page.viewModel.reasons

                Chip {
                    required property string modelData

                    objectName: "staff_number.reason." + modelData
                    Layout.fillWidth: true
                    text: StaffWords.priorityReason[modelData] ?? modelData
                    on: page.viewModel.reason === modelData
                    offIcon: "plus-circle"
                    onActivated: page.intents.choose("reason", modelData)
                }
            }
        }
        KapokButton {
            objectName: "staff_number.other"
            visible: page.viewModel.otherId !== ""
            Layout.fillWidth: true
            text: qsTr("不是这个，看 %1").arg(page.viewModel.otherLabel)
            size: Metrics.textBody
            onActivated: page.intents.choose("ticket", page.viewModel.otherId)
        }
    }
}
