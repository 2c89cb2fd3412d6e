// The loudspeaker is heard: a tone from each side, a sentence; then what was heard of it, and how loud it was measured.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

ColumnLayout {
    id: rows

    required property string owner // page, for the names by which a test finds the buttons
    required property string last
    required property string heard
    required property string level
    required property var answers // of 听到了什么
    required property var levels // in dB(A)
    property int volume: 0 // of five, where it is set too
    readonly property int lines: PageMetrics.heardLines + 2 + (volume > 0 ? 1 : 0)
    readonly property int most: lines * PageMetrics.soundLine
    readonly property real line: (height - (lines - 1) * spacing) / lines

    signal sounded(string sound)
    signal told(string answer)
    signal turned(string way)

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

                objectName: rows.owner + "." + modelData
                Layout.fillWidth: true
                Layout.fillHeight: true
                look: rows.last === modelData ? Theme.on : Theme.plain
                iconName: rows.last === modelData && !Form.large ? "speaker-high" : ""
                iconTint: "bark.900"
                text: TechnicianWords.sound[modelData]
                described: rows.last === modelData ? qsTr("刚响过") : ""
                onActivated: rows.sounded(modelData)
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.preferredHeight: rows.line
        visible: rows.volume > 0
        spacing: Tokens.space3

        KapokButton {
            objectName: rows.owner + ".softer"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.fillHeight: true
            iconName: Form.large ? "" : "speaker-low"
            text: qsTr("小声一点")
            onActivated: rows.turned("softer")
        }
        KapokText {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("音量 %1 / 5").arg(rows.volume)
            size: Metrics.textBody
            weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
        }
        KapokButton {
            objectName: rows.owner + ".louder"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.fillHeight: true
            iconName: Form.large ? "" : "speaker-high"
            text: qsTr("大声一点")
            onActivated: rows.turned("louder")
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
            model: rows.answers

            Chip {
                required property string modelData

                objectName: rows.owner + ".heard_" + modelData
                Layout.fillWidth: true
                Layout.fillHeight: true
                text: TechnicianWords.heard[modelData]
                on: rows.heard === modelData
                offIcon: TechnicianWords.heardSign[modelData]
                onActivated: rows.told(modelData)
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
            model: rows.levels

            KapokButton {
                required property string modelData

                objectName: rows.owner + ".level_" + modelData
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.fillHeight: true
                look: rows.level === modelData ? Theme.on : Theme.plain
                iconName: rows.level === modelData ? "check-circle" : ""
                iconStyle: "fill"
                iconTint: "jade.600"
                text: modelData
                spoken: qsTr("%1 分贝").arg(modelData)
                described: rows.level === modelData ? qsTr("已选") : ""
                onActivated: rows.told(modelData)
            }
        }
    }
}
