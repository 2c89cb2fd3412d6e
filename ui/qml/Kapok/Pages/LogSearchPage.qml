// UI-T6 日志: letters and digits that are looked for in it; how many lines hold them is said while they are typed.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property LogSearchViewModel viewModel
    required property Intents intents

    title: qsTr("找什么字？")
    note: qsTr("字母和数字，大小写一样")
    Component.onCompleted: forceActiveFocus() // a keyboard types here at once; no key leads on
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            intents.choose("key", "back");
        else if (/^[A-Za-z\d]$/.test(event.text))
            intents.choose("key", event.text);
        else
            return;
        event.accepted = true;
    }
    info: [
        TypedField {
            Layout.fillWidth: true
            text: page.viewModel.typed
            spoken: text === "" ? qsTr("还没输") : text
            hint: page.viewModel.typed === "" ? qsTr("不输就看全部") : page.viewModel.found > 0 ? qsTr("找到 %1 条").arg(page.viewModel.found) : qsTr("没找到")
        }
    ]
    actions: [
        BackButton {
            objectName: "log_search.back"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "log_search.confirm"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: Theme.primary
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
        owner: "log_search"
        keys: page.viewModel.keys
        words: Words.padKey
        columns: page.viewModel.columns
        onTyped: value => page.intents.choose("key", value)
    }
}
