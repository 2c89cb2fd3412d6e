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

    SoundRows {
        width: parent.width
        height: Math.min(parent.height, most)
        owner: "sounds"
        last: page.viewModel.last
        heard: page.viewModel.heard
        level: page.viewModel.level
        answers: page.viewModel.answers
        levels: page.viewModel.levels
        onSounded: sound => page.intents.choose("sound", sound)
        onTold: answer => page.intents.choose("heard", answer)
    }
}
