// UI-T5 网络: the way from this machine to its hall, looked at again every ten seconds.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property WayViewModel viewModel
    required property Intents intents

    readonly property var rows: viewModel.rows.slice(0, PageMetrics.lampRows) // what is not well comes first

    title: qsTr("网络")
    note: viewModel.looking ? qsTr("正在看…") : viewModel.ill > 0 ? qsTr("%1 处要看").arg(viewModel.ill) : qsTr("每十秒看一遍，都好")
    noteColor: viewModel.ill > 0 ? Theme.colors.warn : Theme.colors.textMuted
    infoTop: PageMetrics.factsTop
    info: [
        GridLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(PageMetrics.readEnd - page.infoTop, Math.ceil(page.rows.length / columns) * PageMetrics.lampRow)
            columns: Form.landscape && !Form.large ? 2 : 1
            columnSpacing: Tokens.space3
            rowSpacing: Tokens.space3
            uniformCellWidths: true
            uniformCellHeights: true

            Repeater {
                model: page.rows

                LampRow {
                    required property var modelData

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    lamp: modelData.lamp
                    name: TechnicianWords.way[modelData.part] ?? modelData.part
                    said: modelData.said
                    advice: modelData.do
                }
            }
        }
    ]
    actions: [
        BackButton {
            objectName: "way.back"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "way.again"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: Theme.primary
            text: qsTr("现在看一遍")
            size: Metrics.textLabel
            onActivated: page.intents.touch("try_again")
        }
    ]
}
