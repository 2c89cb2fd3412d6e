// UI-T2 装机向导: one of eight steps; what is known above, what can be touched below, the red button leads on.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property SetupViewModel viewModel
    required property Intents intents
    readonly property bool types: viewModel.pad !== ""
    readonly property var facts: viewModel.rows.filter(row => row.kind === "fact")
    readonly property var choices: viewModel.rows.filter(row => row.kind === "choose")
    readonly property bool noneFound: viewModel.step === "boxes" && viewModel.boxes.length === 0 || viewModel.step === "sound" && viewModel.volume === 0
    readonly property string drawn: SetupWords.art[noneFound ? "none_found" : viewModel.step] ?? ""
    readonly property string does: SetupWords.note[viewModel.step] ?? ""
    readonly property bool brief: viewModel.step === "done" || Form.large // the bar tells how far it is
    readonly property string wrong: SetupWords.said[viewModel.said] ?? ""

    title: types ? SetupWords.asks[viewModel.pad] ?? "" : SetupWords.title[viewModel.step] ?? ""
    note: types ? SetupWords.typing[viewModel.pad] ?? "" : brief ? does : qsTr("第 %1 步，共 %2 步。%3").arg(viewModel.number).arg(viewModel.total).arg(does)
    Component.onCompleted: forceActiveFocus() // a keyboard types here at once
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            intents.touch("typed");
        else if (event.key === Qt.Key_Escape)
            intents.touch("back");
        else if (event.key === Qt.Key_Backspace)
            intents.choose("key", "back");
        else if (types && event.text !== "")
            intents.choose("key", event.text);
        else
            return;
        event.accepted = true;
    }

    art: types ? "" : "sprig"
    infoTop: types ? Metrics.contentTop : PageMetrics.setupTop
    aside: [
        SetupBar {
            Layout.fillWidth: true
            visible: !page.types
            current: page.viewModel.step === "done" ? page.viewModel.total + 1 : page.viewModel.number
            total: page.viewModel.total
        },
        QrCode {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: PageMetrics.setupQr
            Layout.preferredHeight: PageMetrics.setupQr
            visible: page.viewModel.qrSide > 0
            runs: page.viewModel.qrRuns
            modules: page.viewModel.qrSide
            Accessible.name: qsTr("交付单校验码的二维码")
        },
        SetupRuler {
            Layout.fillWidth: true
            visible: page.viewModel.rulerPx > 0 && !page.types
            lengthPx: page.viewModel.rulerPx
        }
    ]
    info: [
        TypedField {
            Layout.fillWidth: true
            visible: page.types
            text: page.viewModel.typed
            spoken: text === "" ? qsTr("还没输") : text
            hint: page.wrong
            ink: Theme.colors.warn
        },
        KapokText {
            Layout.fillWidth: true
            visible: page.viewModel.figure !== ""
            text: page.viewModel.figure
            size: Metrics.textTitle
            weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Metrics.textLatin
        },
        Repeater {
            model: page.types ? [] : page.facts

            SetupFact {
                required property var modelData

                Layout.fillWidth: true
                fact: modelData
            }
        },
        SetupFact {
            Layout.fillWidth: true
            visible: !page.types && (page.wrong !== "" || page.viewModel.detail !== "")
            fact: ({
                    "key": "",
                    "lamp": "warning",
                    "value": page.wrong,
                    "said": page.viewModel.detail
                })
        }
    ]
    actions: [
        BackButton {
            objectName: "setup.back"
            visible: page.types || page.viewModel.number > 1 && page.viewModel.step !== "done"
            Layout.preferredWidth: Form.large ? PageMetrics.backShort : Metrics.backButton
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "setup.aside"
            Layout.preferredWidth: Metrics.otherPad
            Layout.fillHeight: true
            visible: text !== ""
            text: SetupWords.aside[page.viewModel.aside] ?? ""
            size: Metrics.textLabel
            onActivated: page.intents.touch("try_again")
        },
        KapokButton {
            objectName: "setup.next"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: page.viewModel.ready ? Theme.primary : Theme.resting
            text: SetupWords.does[page.viewModel.does] ?? ""
            size: Metrics.textLabel
            onActivated: page.intents.touch("typed")
        }
    ]

    Pad {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: Math.min(parent.height, Metrics.padMost)
        visible: page.types
        owner: "setup"
        keys: page.viewModel.keys
        words: Words.padKey
        onTyped: value => page.intents.choose("key", value)
    }
    GridLayout {
        id: choiceGrid

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: Math.min(parent.height, implicitHeight)
        visible: !page.types && page.choices.length > 0
        columns: Form.landscape && (Form.low || Form.large) && page.choices.length > 2 ? 2 : 1
        columnSpacing: Tokens.space3
        rowSpacing: Tokens.space3
        uniformCellWidths: true

        Repeater {
            model: page.choices

            SetupChoice {
                required property var modelData

                objectName: "setup." + modelData.key
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredHeight: Metrics.row
                Layout.minimumHeight: Tokens.kioskTarget
                choice: modelData
                onActivated: page.viewModel.step === "language" ? page.intents.choose("language", modelData.key) : page.intents.choose("field", modelData.key)
            }
        }
    }
    SoundRows {
        width: parent.width
        height: Math.min(parent.height, most)
        visible: !page.types && volume > 0
        owner: "setup"
        last: page.viewModel.last
        heard: page.viewModel.heard
        level: page.viewModel.level
        answers: page.viewModel.answers
        levels: page.viewModel.levels
        volume: page.viewModel.volume
        onSounded: sound => page.intents.choose("sound", sound)
        onTold: answer => page.intents.choose("heard", answer)
        onTurned: way => page.intents.choose("field", way)
    }
    SetupBoxes {
        anchors.fill: parent
        visible: !page.types
        boxes: page.viewModel.boxes
        looking: page.viewModel.busy
        asked: page.noneFound
        onTried: part => page.intents.choose("box", part)
    }
    Image { // where nothing else stands
        readonly property real leftOver: parent.height - (choiceGrid.visible ? choiceGrid.height + Tokens.space6 : 0)

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        height: Math.min(leftOver, PageMetrics.thanksArt)
        width: height * PageMetrics.setupArtShape
        visible: !page.types && leftOver > PageMetrics.boxMost && page.drawn !== ""
        source: page.drawn === "" ? "" : Theme.art(page.drawn)
        sourceSize.height: PageMetrics.thanksArt
        fillMode: Image.PreserveAspectFit
        Accessible.ignored: true
    }
}
