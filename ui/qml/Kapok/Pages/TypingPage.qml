// UI-K6 输号码, and whatever else is typed: the field stays up, the keys stand within reach; 确定 lights up when it can.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property TypingViewModel viewModel
    required property Intents intents
    readonly property bool odd: viewModel.near !== 0 || viewModel.sentence !== ""
    readonly property string missing: viewModel.total > 0 && viewModel.count < viewModel.total ? qsTr("还差 %1 位").arg(viewModel.total - viewModel.count) : ""
    readonly property string hint: viewModel.sentence !== "" ? viewModel.sentence : viewModel.near > 0 ? qsTr("号码不对，请看第 %1 位附近").arg(viewModel.near) : viewModel.near < 0 ? qsTr("号码对不上，请从头看一遍") : viewModel.kind !== "" ? PeopleWords.document[viewModel.kind] ?? "" : missing
    readonly property bool switches: viewModel.what !== "company" && !viewModel.asksState

    title: viewModel.asksState ? qsTr("护照是哪里发的？") : PeopleWords.typedTitle[viewModel.what] ?? ""
    note: viewModel.asksState ? qsTr("照片页上的国家码，三个字母") : PeopleWords.typedNote[viewModel.what] ?? ""
    info: [
        TypedField {
            Layout.fillWidth: true
            text: page.viewModel.shown
            spoken: page.viewModel.masked ? text : qsTr("已经输了 %1 位").arg(page.viewModel.count)
            hint: page.hint
            ink: page.odd ? Theme.colors.warn : Theme.colors.textMuted
        }
    ]
    actions: [
        BackButton {
            objectName: "typing.back"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "typing.other_pad"
            visible: page.switches
            Layout.preferredWidth: Metrics.otherPad
            Layout.fillHeight: true
            text: page.viewModel.pad === "id" ? qsTr("有字母") : qsTr("只有数字")
            size: Metrics.textLabel
            onActivated: page.intents.touch("other_pad")
        },
        KapokButton {
            objectName: "typing.confirm"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: page.viewModel.ready ? Theme.primary : Theme.resting
            text: qsTr("确定")
            described: page.viewModel.ready ? "" : page.missing
            size: Metrics.bigButtonText
            onActivated: page.intents.touch("typed")
        }
    ]

    Pad {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: Math.min(parent.height, Metrics.padMost)
        owner: "typing"
        keys: page.viewModel.keys
        words: Words.padKey
        columns: page.viewModel.columns
        onTyped: value => page.intents.choose("key", value)
    }
}
