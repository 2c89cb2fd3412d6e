// 工具: the technician's other pages, each one touch away.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property BenchViewModel viewModel
    required property Intents intents

    title: qsTr("工具")
    note: qsTr("五分钟没人碰，自己锁上")
    actions: [
        BackButton {
            objectName: "bench.back"
            onActivated: page.intents.touch("back")
        },
        Item {
            Layout.fillWidth: true
        }
    ]

    GridLayout {
        width: parent.width
        height: Math.min(parent.height, Math.ceil(page.viewModel.tools.length / columns) * (PageMetrics.boxMost + rowSpacing))
        columns: 2
        columnSpacing: Tokens.space3
        rowSpacing: Tokens.space3
        uniformCellWidths: true
        uniformCellHeights: true

        Repeater {
            model: page.viewModel.tools

            ChoiceRow {
                required property string modelData

                objectName: "bench." + modelData
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: Tokens.kioskTarget
                iconName: TechnicianWords.toolSign[modelData] ?? ""
                title: TechnicianWords.tool[modelData] ?? modelData
                leads: !Form.large
                onActivated: page.intents.choose("tool", modelData)
            }
        }
    }
}
