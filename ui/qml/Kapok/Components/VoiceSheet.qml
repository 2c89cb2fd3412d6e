// The sheet of 朗读, over the page: louder, softer, slower, faster, the picture off, and no more reading.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: sheet

    required property FrameViewModel frame
    required property Intents intents

    title: qsTr("朗读")
    note: qsTr("声音 %1，快慢 %2，最大是 5").arg(frame.volume).arg(frame.speed)

    GridLayout {
        id: knobs

        readonly property int lines: sheet.frame.headphones ? 1 + 2 : 2

        width: parent.width
        height: Math.min(parent.height, lines * Metrics.bigButton + (lines - 1) * rowSpacing)
        columns: 2
        columnSpacing: Tokens.kioskGap
        rowSpacing: Tokens.kioskGap
        uniformCellWidths: true

        Repeater {
            model: [
                {
                    "name": "softer",
                    "icon": "speaker-low",
                    "text": qsTr("小声一点")
                },
                {
                    "name": "louder",
                    "icon": "speaker-high",
                    "text": qsTr("大声一点")
                },
                {
                    "name": "slower",
                    "icon": "minus-circle",
                    "text": qsTr("说慢一点")
                },
                {
                    "name": "faster",
                    "icon": "plus-circle",
                    "text": qsTr("说快一点")
                }
            ]

            KapokButton {
                required property var modelData

                objectName: "voice." + modelData.name
                Layout.fillWidth: true
                Layout.fillHeight: true
                text: modelData.text
                iconName: modelData.icon
                size: Metrics.textLabel
                onActivated: sheet.intents.choose("knob", modelData.name)
            }
        }
        KapokButton {
            objectName: "voice.curtain"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.columnSpan: 2
            visible: sheet.frame.headphones
            text: qsTr("关掉画面，只听")
            iconName: "eye-slash"
            size: Metrics.textLabel
            onActivated: sheet.intents.choose("knob", "curtain")
        }
    }
    actions: [
        BackButton {
            objectName: "voice.back"
            onActivated: sheet.intents.choose("knob", "close")
        },
        KapokButton {
            objectName: "voice.silent"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: Theme.end
            text: qsTr("不朗读了")
            size: Metrics.textLabel
            onActivated: sheet.intents.choose("knob", "silent")
        }
    ]
}
