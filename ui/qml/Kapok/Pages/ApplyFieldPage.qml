// UI-K27: one field: at a pad of our own, or, where it is Chinese, as it was found or left for the counter.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property ApplyFieldViewModel viewModel
    required property Intents intents
    readonly property string label: ApplyWords.fieldName(viewModel.field, viewModel.label)

    title: viewModel.typed ? label : qsTr("%1，对不对？").arg(label)
    note: viewModel.field === "phone" ? qsTr("有事好找您；不填也能办") : viewModel.typed ? qsTr("照着证件输") : qsTr("不对的先空着，窗口替您改")
    info: [
        TypedField {
            Layout.fillWidth: true
            visible: page.viewModel.typed
            text: page.viewModel.text
            spoken: text === "" ? qsTr("还没输") : text
            hint: page.viewModel.ready ? "" : qsTr("号码还没输完")
        },
        Panel {
            Layout.fillWidth: true
            visible: !page.viewModel.typed
            implicitHeight: found.implicitHeight + 2 * Tokens.space6
            lined: true

            ColumnLayout {
                id: found

                anchors.fill: parent
                anchors.margins: Tokens.space6
                spacing: Tokens.space4

                KapokText {
                    Layout.fillWidth: true
                    text: page.viewModel.typed ? "" : page.viewModel.text
                    size: Metrics.textTitle
                    weight: Font.Bold
                    wrapMode: Text.Wrap
                    lineHeight: Metrics.looseLine
                }
                KapokText {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: ApplyWords.from(page.viewModel.source)
                    size: Metrics.textBody
                    color: Theme.colors.textMuted
                    wrapMode: Text.Wrap
                }
            }
        }
    ]
    actions: [
        BackButton {
            objectName: "apply_field.back"
            Layout.preferredWidth: Form.large ? PageMetrics.backShort : Metrics.backButton
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "apply_field.leave_out"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            visible: !page.viewModel.typed
            text: qsTr("不对，先空着")
            size: Metrics.textLabel
            onActivated: page.intents.touch("leave_out")
        },
        KapokButton {
            objectName: "apply_field.as_found"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            visible: !page.viewModel.typed
            look: Theme.primary
            text: qsTr("对的")
            size: Metrics.bigButtonText
            onActivated: page.intents.touch("as_found")
        },
        KapokButton {
            objectName: "apply_field.typed"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            visible: page.viewModel.typed
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
        visible: page.viewModel.typed
        owner: "apply_field"
        keys: page.viewModel.keys
        words: Words.padKey
        columns: page.viewModel.columns
        onTyped: value => page.intents.choose("key", value)
    }
}
