// 语言 大字 高对比 往下移 朗读 请人帮忙: always here, always in this order.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Theme
import Kapok.ViewModels

Rectangle {
    id: bar

    required property Intents intents

    height: Metrics.accessBar
    color: Theme.colors.surface

    Rectangle {
        width: parent.width
        height: Metrics.hairline
        color: Theme.colors.border
    }
    Row {
        x: Tokens.kioskMargin
        y: Metrics.accessTop
        spacing: Tokens.kioskGap

        Repeater {
            model: [
                {
                    "name": "language",
                    "icon": "translate",
                    "text": qsTr("语言")
                },
                {
                    "name": "large_type",
                    "icon": "text-aa",
                    "text": qsTr("大字")
                },
                {
                    "name": "high_contrast",
                    "icon": "circle-half",
                    "text": qsTr("高对比")
                },
                {
                    "name": "lower",
                    "icon": "wheelchair",
                    "text": qsTr("往下移")
                },
                {
                    "name": "read_aloud",
                    "icon": "speaker-high",
                    "text": qsTr("朗读")
                }
            ]

            AccessButton {
                required property var modelData

                objectName: "access." + modelData.name
                text: modelData.text
                iconName: modelData.icon
                onActivated: bar.intents.ask_later(modelData.name)
            }
        }
        AccessButton {
            objectName: "access.help"
            text: qsTr("请人帮忙")
            iconName: "headset"
            look: Theme.end
            width: Metrics.helpButton
            onActivated: bar.intents.ask_for_help()
        }
    }
}
