// UI-K27 核对表: each field with what stands in it and whence it comes; a touch changes what may be changed here.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property ApplyFormViewModel viewModel
    required property Intents intents

    function value(row: var): string {
        if (row.value !== "")
            return row.value;
        if (row.field === "phone")
            return qsTr("不填也行");
        return row.kind === "typed" ? qsTr("点这里填") : row.kind === "fixed" ? qsTr("凭您的码") : qsTr("到窗口补");
    }

    title: qsTr("看一看，对不对")
    note: viewModel.open > 0 ? qsTr("有 %1 项这里填不了，到窗口补").arg(viewModel.open) : qsTr("不对的点一下，可以改")
    steps: ApplyWords.steps
    step: 1
    actions: [
        BackButton {
            objectName: "apply_form.back"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "apply_form.typed"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: Theme.primary
            text: qsTr("都对，接着办")
            size: Metrics.bigButtonText
            onActivated: page.intents.touch("typed")
        }
    ]

    ColumnLayout {
        width: parent.width
        height: parent.height
        spacing: Metrics.rowGap

        Repeater {
            model: page.viewModel.rows

            ColumnLayout {
                id: line

                required property var modelData
                readonly property string label: ApplyWords.fieldName(modelData.field, modelData.label)
                readonly property bool open: modelData.value === "" && modelData.kind === "words"

                Layout.fillWidth: true

                FieldPanel {
                    Layout.fillWidth: true
                    visible: !line.modelData.touchable
                    label: line.label
                    value: page.value(line.modelData)
                    source: ApplyWords.from(line.modelData.source)
                    open: line.open
                }
                FieldButton {
                    objectName: "apply_form.field." + line.modelData.field
                    Layout.fillWidth: true
                    visible: line.modelData.touchable
                    label: line.label
                    value: page.value(line.modelData)
                    source: line.modelData.left ? qsTr("您说不对") : ApplyWords.from(line.modelData.source)
                    open: line.open
                    onActivated: page.intents.choose("field", line.modelData.field)
                }
            }
        }
        Item {
            Layout.fillHeight: true
        }
        Pager {
            Layout.fillWidth: true
            visible: page.viewModel.pages > 1
            owner: "apply_form"
            number: page.viewModel.pageNumber
            pages: page.viewModel.pages
            onBefore: page.intents.touch("previous_list_page")
            onAfter: page.intents.touch("next_list_page")
        }
    }
}
