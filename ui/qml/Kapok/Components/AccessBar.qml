// 语言 大字 高对比 往下移 朗读 请人帮忙: always here, always in this order. 语言 opens UI-K2 in their place.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Theme
import Kapok.ViewModels

Rectangle {
    id: bar

    required property Intents intents
    required property FrameViewModel frame
    property bool choosing: false // UI-K2
    readonly property bool offersLarge: frame.offerLarge && !Form.large && frame.faultCode === "" // the code has the foot then

    color: Theme.colors.surface

    Connections {
        target: bar.frame
        function onPageChanged(): void {
            bar.choosing = false;
        }
    }
    Rectangle {
        width: parent.width
        height: Form.contrast ? Metrics.edge : Metrics.hairline
        color: Theme.colors.border
    }
    GridLayout {
        id: modes

        visible: !bar.choosing
        x: Metrics.accessX
        y: Metrics.accessTop
        width: Metrics.accessWidth
        height: Metrics.accessHeight
        columns: Metrics.accessColumns
        columnSpacing: Tokens.kioskGap
        rowSpacing: Tokens.space4
        uniformCellWidths: Form.large

        Repeater {
            model: [
                {
                    "name": "language",
                    "icon": "translate",
                    "text": qsTr("语言")
                },
                {
                    "name": "large",
                    "icon": "text-aa",
                    "text": qsTr("大字")
                },
                {
                    "name": "contrast",
                    "icon": "circle-half",
                    "text": qsTr("高对比")
                },
                {
                    "name": "low",
                    "icon": "wheelchair",
                    "text": qsTr("往下移")
                },
                {
                    "name": "aloud",
                    "icon": "speaker-high",
                    "text": qsTr("朗读")
                }
            ]

            AccessButton {
                required property var modelData

                objectName: "access." + modelData.name
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: Metrics.accessButton
                text: modelData.text
                iconName: modelData.icon
                on: bar.frame.modes.includes(modelData.name)
                mode: modelData.name !== "language"
                unusable: modelData.name === "aloud" && !bar.frame.speaks ? Words.later.read_aloud : ""
                onActivated: {
                    if (modelData.name === "language")
                        bar.choosing = true;
                    else if (unusable !== "" && !on)
                        bar.intents.ask_later("read_aloud");
                    else
                        bar.intents.choose("mode", modelData.name);
                }
            }
        }
        AccessButton {
            objectName: "access.help"
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: Metrics.helpButton
            text: bar.frame.talk === "shared" ? qsTr("停止共享") : bar.frame.talk === "on" ? qsTr("回到对话") : bar.frame.helping ? qsTr("已叫人") : qsTr("请人帮忙")
            iconName: bar.frame.talk === "shared" ? "x" : bar.frame.talk === "on" ? "chat-circle-dots" : "headset"
            help: true
            called: bar.frame.talk === "" && bar.frame.helping
            wide: Form.large || Form.landscape
            onActivated: bar.intents.ask_for_help()
        }
    }
    RowLayout {
        visible: bar.choosing
        x: Metrics.accessX
        y: Metrics.accessTop
        width: Metrics.accessWidth
        height: Metrics.accessHeight
        spacing: Tokens.kioskGap

        Repeater {
            model: [
                {
                    "code": "zh-CN",
                    "text": "普通话"
                },
                {
                    "code": "zh-HK",
                    "text": "粵語"
                },
                {
                    "code": "en",
                    "text": "English"
                }
            ]

            AccessButton {
                required property var modelData

                objectName: "access.language." + modelData.code
                Layout.fillHeight: true
                Layout.fillWidth: true
                text: modelData.text
                iconName: "translate"
                on: bar.frame.language === modelData.code
                onActivated: {
                    bar.choosing = false;
                    bar.intents.choose("language", modelData.code);
                }
            }
        }
        AccessButton {
            objectName: "access.language.close"
            Layout.fillHeight: true
            Layout.preferredWidth: Metrics.helpButton
            text: qsTr("关上")
            iconName: "x"
            onActivated: bar.choosing = false
        }
    }
    FootLine {
        visible: Metrics.footShown
        x: Tokens.kioskMargin
        y: Metrics.footTop
        width: Metrics.footWidth
        frame: bar.frame
        offersLarge: bar.offersLarge
    }
}
