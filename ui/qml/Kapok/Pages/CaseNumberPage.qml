// UI-K13: the number on the receipt, at a pad.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property CaseNumberViewModel viewModel
    required property Intents intents

    title: qsTr("请输受理编号")
    note: qsTr("在受理回执最上面")
    info: [
        TypedField {
            Layout.fillWidth: true
            text: page.viewModel.shown
            spoken: page.viewModel.count > 0 ? page.viewModel.shown : qsTr("还没输")
            hint: page.viewModel.full ? qsTr("编号没有这么长，请看一看") : ""
            ink: Theme.colors.warn
        }
    ]
    actions: [
        BackButton {
            objectName: "case_number.back"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "case_number.confirm"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: page.viewModel.ready ? Theme.primary : Theme.resting
            text: qsTr("查一查")
            described: page.viewModel.ready ? "" : qsTr("编号还没输完")
            size: Metrics.bigButtonText
            onActivated: page.intents.touch("typed")
        }
    ]

    Pad {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: Math.min(parent.height, Metrics.padMost)
        owner: "case_number"
        keys: page.viewModel.keys
        words: Words.padKey
        columns: page.viewModel.columns
        onTyped: value => page.intents.choose("key", value)
    }
}
