// UI-K13: one case: where it is of five steps, by when, where to go, whom to call; on paper by one touch.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property CaseViewModel viewModel
    required property Intents intents
    readonly property string due: viewModel.hasDue ? qsTr("%1月%2日前办好").arg(viewModel.dueMonth).arg(viewModel.dueDay) : ""
    readonly property bool printed: viewModel.come === "done"
    readonly property bool busy: viewModel.come === "coming" || viewModel.come === "stands"
    readonly property bool faulty: viewModel.printFault !== "" && !busy || viewModel.come === "stands"

    title: CityWords.caseState[viewModel.state] ?? ""
    note: viewModel.byHall ? qsTr("这是大厅记下的，上级平台没有回话") : CityWords.caseNext[viewModel.state] ?? ""
    noteColor: viewModel.byHall ? Theme.colors.warn : Theme.colors.textMuted
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
                    visible: text !== ""
                    text: page.viewModel.item
                    size: Metrics.textLabel
                    weight: Font.Bold
                    wrapMode: Text.Wrap
                }
                KapokText {
                    Layout.fillWidth: true
                    text: qsTr("编号 %1").arg(page.viewModel.number)
                    size: Metrics.textBody
                    color: Theme.colors.textMuted
                    wrapMode: Text.WrapAnywhere
                }
            }
        }
    ]
    info: [
        CaseSteps {
            Layout.fillWidth: true
            steps: page.viewModel.steps
            when: page.due
        },
        KapokText {
            Layout.fillWidth: true
            visible: page.viewModel.place !== ""
            text: qsTr("到这里取：%1").arg(page.viewModel.place)
            size: Metrics.textLabel
            weight: Font.Bold
            wrapMode: Text.Wrap
        },
        KapokText {
            Layout.fillWidth: true
            visible: page.viewModel.contact !== "" && !page.busy && !page.faulty && !page.printed
            text: qsTr("有事请打 %1").arg(page.viewModel.contact)
            size: Metrics.textBody
            wrapMode: Text.Wrap
        },
        PrintStrip {
            Layout.fillWidth: true
            visible: page.viewModel.come !== ""
            come: page.viewModel.come
            fault: page.viewModel.printFault
        }
    ]
    actions: [
        BackButton {
            objectName: "case.back"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "case.finish"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: page.printed ? Theme.end : Theme.plain
            text: qsTr("好了，结束")
            size: Metrics.textLabel
            onActivated: page.intents.touch("finish")
        },
        KapokButton {
            objectName: "case.print_case"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            visible: !page.printed
            look: page.viewModel.paper === "" || page.busy ? Theme.resting : Theme.primary
            text: page.viewModel.paper === "" ? qsTr("没有打印机，可拍照") : page.busy ? qsTr("正在打印…") : qsTr("打印这一页")
            size: Metrics.textLabel
            onActivated: page.intents.touch("print_case")
        }
    ]
}
