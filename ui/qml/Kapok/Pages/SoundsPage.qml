// UI-T3 喇叭: a tone from each side, a sentence; then what was heard, and how loud somebody measured it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property SoundsViewModel viewModel
    required property Intents intents

    title: qsTr("喇叭")
    note: qsTr("站在一米外听，用声级计量")
    actions: [
        BackButton {
            objectName: "sounds.back"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "sounds.noted"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: page.viewModel.heard === "" ? Theme.resting : Theme.primary
            text: page.viewModel.heard === "" ? qsTr("先选听到了什么") : qsTr("记下")
            size: Metrics.textLabel
            onActivated: page.intents.touch("noted")
        }
    ]

    ColumnLayout {
        id: rows

        readonly property int lines: PageMetrics.heardLines + 2
        readonly property real line: (height - (lines - 1) * spacing) / lines

        width: parent.width
        height: Math.min(parent.height, lines * PageMetrics.soundLine)
        spacing: Tokens.space3

        RowLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: rows.line
            spacing: Tokens.space3
            uniformCellSizes: true

            Repeater {
                model: ["left", "right", "words"]

                KapokButton {
                    required property string modelData

                    objectName: "sounds." + modelData
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    look: page.viewModel.last === modelData ? Theme.on : Theme.plain
                    text: TechnicianWords.sound[modelData]
                    described: page.viewModel.last === modelData ? qsTr("刚响过") : ""
                    onActivated: page.intents.choose("sound", modelData)
                }
            }
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: PageMetrics.heardLines * rows.line + (PageMetrics.heardLines - 1) * rowSpacing
            columns: Form.landscape ? 4 : 2
            columnSpacing: Tokens.space3
            rowSpacing: Tokens.space3
            uniformCellWidths: true

            Repeater {
                model: page.viewModel.answers

                Chip {
                    required property string modelData

                    objectName: "sounds.heard_" + modelData
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    text: TechnicianWords.heard[modelData]
                    on: page.viewModel.heard === modelData
                    offIcon: TechnicianWords.heardSign[modelData]
                    onActivated: page.intents.choose("heard", modelData)
                }
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: rows.line
            spacing: Tokens.space3

            KapokText {
                text: qsTr("分贝")
                size: Metrics.textNote
                color: Theme.colors.textMuted
            }
            Repeater {
                model: page.viewModel.levels

                KapokButton {
                    required property string modelData

                    objectName: "sounds.level_" + modelData
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.fillHeight: true
                    look: page.viewModel.level === modelData ? Theme.on : Theme.plain
                    text: modelData
                    spoken: qsTr("%1 分贝").arg(modelData)
                    described: page.viewModel.level === modelData ? qsTr("已选") : ""
                    onActivated: page.intents.choose("heard", modelData)
                }
            }
        }
    }
}
