// UI-K28 收件凭证: the number that finds the case again, who has it, how long, how it comes; the slip is printed by itself.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property ApplyReceiptViewModel viewModel
    required property Intents intents
    readonly property bool failed: viewModel.come === "void" || viewModel.come === "part" || viewModel.come === ""
    readonly property string promise: viewModel.days > 0 ? qsTr("%n 个工作日内", "", viewModel.days) : qsTr("当场办好")
    readonly property string due: viewModel.dueMonth > 0 ? qsTr("%1月%2日前").arg(viewModel.dueMonth).arg(viewModel.dueDay) : ""

    title: viewModel.accepted ? qsTr("已经受理了") : qsTr("材料收到了")
    note: viewModel.accepted ? qsTr("这是受理回执，凭编号查进度") : qsTr("这是收件凭证，凭编号查进度")
    art: "sprig"
    aside: [
        Panel {
            Layout.fillWidth: true
            implicitHeight: what.implicitHeight + 2 * Tokens.space4
            lined: true

            ColumnLayout {
                id: what

                anchors.fill: parent
                anchors.margins: Tokens.space4
                spacing: Metrics.tight

                KapokText {
                    Layout.fillWidth: true
                    text: page.viewModel.item
                    size: Metrics.textBody
                    wrapMode: Text.Wrap
                }
                KapokText {
                    Layout.fillWidth: true
                    text: page.viewModel.number
                    size: Metrics.textTitle
                    weight: Font.Bold
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Metrics.textBody
                }
            }
        }
    ]
    info: [
        PrintStrip {
            Layout.fillWidth: true
            visible: page.viewModel.come !== ""
            come: page.viewModel.come
            fault: page.viewModel.fault
        },
        FieldPanel {
            Layout.fillWidth: true
            label: qsTr("怎么拿")
            value: [ApplyWords.delivery[page.viewModel.delivery] ?? "", page.promise].filter(part => part !== "").join(" · ")
            source: page.due
        },
        FieldPanel {
            Layout.fillWidth: true
            visible: page.viewModel.later !== ""
            label: qsTr("还要补")
            value: page.viewModel.later
            open: true
        },
        FieldPanel {
            Layout.fillWidth: true
            visible: !Form.large
            label: qsTr("谁来办")
            value: page.viewModel.accepting
            source: page.viewModel.deciding !== "" && page.viewModel.deciding !== page.viewModel.accepting ? qsTr("%1决定").arg(page.viewModel.deciding) : ""
        }
    ]
    actions: [
        KapokButton {
            objectName: "apply_receipt.reprint"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            visible: page.failed
            look: page.viewModel.printer ? Theme.plain : Theme.resting
            text: page.viewModel.printer ? qsTr("再打一张") : qsTr("没有打印机，请拍下来")
            size: Metrics.textLabel
            onActivated: page.intents.touch("reprint")
        },
        KapokButton {
            objectName: "apply_receipt.finish"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: Theme.end
            text: page.failed ? qsTr("记下编号了，结束") : qsTr("好了，结束")
            size: Metrics.textLabel
            onActivated: page.intents.touch("finish")
        }
    ]
}
