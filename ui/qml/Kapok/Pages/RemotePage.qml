// UI-K29 远程帮办: a person of the city in words. Bubbles above, ready phrases within reach; nothing needs an ear.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property RemoteViewModel viewModel
    required property Intents intents
    readonly property string stands: viewModel.step
    readonly property bool talking: stands === "talking"
    readonly property bool typing: talking && viewModel.pad && !asking
    readonly property bool asking: talking && (viewModel.screen === "asked" || viewModel.screen === "beginning")
    readonly property bool phrasing: talking && !viewModel.pad && !asking
    readonly property bool flat: Form.landscape && (Form.large || Form.low) // room for the keys alone
    readonly property string typedWords: viewModel.typed === "" ? qsTr("还没有打字") : viewModel.typed
    readonly property bool over: stands === "over" || stands === "away"

    title: asking ? VoiceWords.screenTitle[viewModel.screen] : VoiceWords.talkTitle[stands] ?? ""
    note: VoiceWords.screenNote[talking ? viewModel.screen : ""] ?? (viewModel.byVideo ? qsTr("点一句就发过去；想视频，用手机扫码") : VoiceWords.talkNote[stands] ?? "")
    info: [
        TypedField {
            Layout.fillWidth: true
            visible: page.typing && page.flat && Form.low
            text: page.viewModel.typed
            spoken: page.typedWords
        },
        RowLayout {
            Layout.fillWidth: true
            visible: (page.talking || page.stands === "over") && !page.asking && !(page.typing && page.flat) // read before the ready phrases
            Layout.preferredHeight: page.typing ? PageMetrics.talkTyping : PageMetrics.talk
            spacing: Tokens.space4

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                spacing: Tokens.space3

                Item {
                    Layout.fillHeight: true
                }
                Repeater {
                    model: page.viewModel.bubbles

                    TalkBubble {
                        required property var modelData

                        Layout.fillWidth: true
                        bubble: modelData
                    }
                }
            }
            QrCode {
                Layout.preferredWidth: PageMetrics.talkCode
                Layout.preferredHeight: PageMetrics.talkCode
                visible: page.viewModel.codeSide > 0 && !page.typing
                runs: page.viewModel.code
                modules: page.viewModel.codeSide
                Accessible.name: page.viewModel.byVideo ? qsTr("视频的二维码，用手机打开") : qsTr("这一页的二维码，用手机打开")
            }
        }
    ]
    actions: [
        KapokButton {
            objectName: "remote.hang_up"
            visible: !page.asking
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: Theme.end
            text: page.over ? qsTr("好了") : page.talking ? qsTr("挂断") : qsTr("不等了")
            size: Metrics.textLabel
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "remote.earlier"
            visible: page.viewModel.earlier && !page.typing && !page.asking
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: qsTr("看前面的话")
            size: Metrics.textLabel
            onActivated: page.intents.touch("previous_list_page")
        },
        KapokButton {
            objectName: "remote.more_phrases"
            visible: page.phrasing && page.viewModel.morePhrases
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: qsTr("换一组话")
            size: Metrics.textLabel
            onActivated: page.intents.touch("next_list_page")
        },
        KapokButton {
            objectName: "remote.screen_no"
            visible: page.asking
            enabled: page.viewModel.screen === "asked"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: qsTr("不给看")
            size: Metrics.textLabel
            onActivated: page.intents.touch("decline")
        },
        KapokButton {
            objectName: "remote.screen_yes"
            visible: page.viewModel.screen === "asked" && page.asking
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: Theme.primary
            text: qsTr("给他看")
            size: Metrics.textLabel
            onActivated: page.intents.touch("agree")
        },
        KapokButton {
            objectName: "remote.phrases"
            visible: page.typing
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: qsTr("现成的话")
            size: Metrics.textLabel
            onActivated: page.intents.touch("other_pad")
        },
        KapokButton {
            objectName: "remote.send"
            visible: page.typing
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: Theme.primary
            text: qsTr("送出")
            size: Metrics.textLabel
            onActivated: page.intents.touch("send")
        }
    ]

    GridLayout {
        width: parent.width
        visible: page.phrasing
        columns: 2
        columnSpacing: Tokens.kioskGap
        rowSpacing: Tokens.space3
        uniformCellWidths: true

        Repeater {
            model: page.viewModel.phrases

            KapokButton {
                required property string modelData

                objectName: "remote.phrase." + modelData
                Layout.fillWidth: true
                text: VoiceWords.phrase[modelData] ?? ""
                size: Metrics.textLabel
                onActivated: page.intents.choose("phrase", modelData)
            }
        }
        KapokButton {
            objectName: "remote.type"
            Layout.fillWidth: true
            text: qsTr("打字母、数字")
            size: Metrics.textLabel
            onActivated: page.intents.touch("other_pad")
        }
        KapokButton {
            objectName: "remote.screen"
            visible: page.viewModel.mayShare
            Layout.fillWidth: true
            text: qsTr("让工作人员看屏幕")
            size: Metrics.textLabel
            onActivated: page.intents.touch("share_screen")
        }
    }
    ScreenQuestion {
        width: parent.width
        visible: page.asking
    }
    ColumnLayout {
        anchors.fill: parent
        visible: page.typing
        spacing: Tokens.space3

        TypedField {
            Layout.fillWidth: true
            visible: !(page.flat && Form.low)
            text: page.viewModel.typed
            spoken: page.typedWords
        }
        Pad {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: PageMetrics.searchPad
            owner: "remote"
            columns: page.viewModel.columns
            words: Words.padKey
            keys: page.viewModel.keys
            onTyped: value => page.intents.choose("key", value)
        }
    }
    ColumnLayout {
        anchors.fill: parent
        visible: !page.talking
        spacing: Tokens.space5

        Blossom {
            visible: page.stands === "opening" || page.stands === "waiting"
        }
        DeskPicture {
            Layout.alignment: Qt.AlignHCenter
            Layout.fillHeight: true
            Layout.maximumHeight: PageMetrics.faultArt
            Layout.preferredWidth: height * PageMetrics.deskPictureShape
            visible: page.stands === "away"
        }
        RowLayout {
            Layout.alignment: Qt.AlignHCenter
            visible: page.stands === "waiting"
            spacing: Tokens.space8

            LabelledValue {
                label: qsTr("前面还有")
                number: page.viewModel.ahead
                unit: qsTr("位", "", page.viewModel.ahead)
            }
            LabelledValue {
                visible: page.viewModel.waitMin >= 0
                label: qsTr("大约等")
                number: page.viewModel.waitMin
                unit: qsTr("分钟")
            }
        }
        Figure {
            Layout.alignment: Qt.AlignHCenter
            visible: page.over && page.viewModel.hotline !== ""
            before: qsTr("也可以打")
            number: page.viewModel.hotline
            size: Metrics.textTitle
            wordSize: Metrics.textBody
        }
    }
}
