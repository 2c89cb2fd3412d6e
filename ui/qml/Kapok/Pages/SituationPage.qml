// UI-K12: one plain question that narrows what to bring; whoever does not know gets the whole list.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property SituationViewModel viewModel
    required property Intents intents
    readonly property bool named: viewModel.item.length <= PageMetrics.nameShort // a long name gives way
    readonly property string place: qsTr("第 %1 问，共 %2 问").arg(viewModel.number).arg(viewModel.total)

    title: viewModel.question
    note: Form.large ? "" : [named ? viewModel.item : "", viewModel.total > 1 ? place : ""].filter(part => part !== "").join(" · ")
    steps: Words.stepsWithMaterials
    step: 1
    actions: [
        BackButton {
            objectName: "situation.back"
            Layout.preferredWidth: page.viewModel.pages > 1 ? PageMetrics.backShort : Metrics.backButton
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "situation.unsure"
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: qsTr("不清楚")
            onActivated: page.intents.choose("answer", "")
        },
        KapokButton {
            objectName: "situation.next_page"
            Layout.preferredWidth: PageMetrics.pagerShort
            Layout.fillHeight: true
            visible: page.viewModel.pages > 1
            text: qsTr("下一页")
            onActivated: page.intents.touch("next_list_page")
        }
    ]

    ColumnLayout {
        width: parent.width
        spacing: Metrics.rowGap

        Repeater {
            model: page.viewModel.answers

            ChoiceRow {
                required property var modelData

                objectName: "situation.answer." + modelData.answer
                Layout.fillWidth: true
                iconName: ""
                title: modelData.words
                onActivated: page.intents.choose("answer", modelData.answer)
            }
        }
    }
}
