// UI-K24: the PIN of staff. What is typed is never shown, only how much.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property StaffPinViewModel viewModel
    required property Intents intents
    readonly property bool shut: viewModel.said === "shut"

    title: qsTr("工作人员请输密码")
    note: shut ? qsTr("错了 5 次，%1 分钟后再试").arg(viewModel.shutMin) : viewModel.said === "wrong_pin" ? qsTr("密码不对，请再输一次") : qsTr("办事请按「返回」")
    noteColor: viewModel.said === "" ? Theme.colors.textMuted : Theme.colors.warn
    info: [
        TypedField {
            Layout.fillWidth: true
            text: "●".repeat(page.viewModel.count)
            spoken: qsTr("已经输了 %1 位").arg(page.viewModel.count)
            hint: page.viewModel.judging ? qsTr("正在核对…") : ""
            ink: Theme.colors.textMuted
        }
    ]
    actions: [
        BackButton {
            objectName: "staff_pin.back"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "staff_pin.confirm"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: page.viewModel.ready ? Theme.primary : Theme.resting
            text: qsTr("确定")
            size: Metrics.bigButtonText
            onActivated: page.intents.touch("typed")
        }
    ]

    Pad {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: Math.min(parent.height, Metrics.padMost)
        owner: "staff_pin"
        keys: page.viewModel.keys
        words: Words.padKey
        columns: page.viewModel.columns
        onTyped: value => page.intents.choose("key", value)
    }
}
