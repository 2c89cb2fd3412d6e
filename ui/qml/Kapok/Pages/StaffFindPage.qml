// UI-K24 号票: which number is meant: its digits at a pad, or the slip before the scanner.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property StaffFindViewModel viewModel
    required property Intents intents
    readonly property bool odd: viewModel.step === "not_found" || viewModel.step === "away"

    title: qsTr("看哪个号？")
    note: StaffWords.lookNote[viewModel.step] ?? (viewModel.scanner ? qsTr("输号上的数字，或把小票对准扫码口") : qsTr("输号上的数字，A042 就输 42"))
    noteColor: odd ? Theme.colors.warn : Theme.colors.textMuted
    info: [
        TypedField {
            Layout.fillWidth: true
            text: page.viewModel.typed
            spoken: text
            hint: page.viewModel.scanner ? qsTr("A042 就输 42") : ""
            ink: Theme.colors.textMuted
        }
    ]
    actions: [
        BackButton {
            objectName: "staff_find.back"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "staff_find.confirm"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: page.viewModel.ready ? Theme.primary : Theme.resting
            text: qsTr("找号")
            size: Metrics.bigButtonText
            onActivated: page.intents.touch("typed")
        }
    ]

    Pad {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: Math.min(parent.height, Metrics.padMost)
        owner: "staff_find"
        keys: page.viewModel.keys
        words: Words.padKey
        columns: page.viewModel.columns
        onTyped: value => page.intents.choose("key", value)
    }
}
