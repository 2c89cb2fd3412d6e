// UI-K13: whoever has several cases says which; the newest first.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property CasesViewModel viewModel
    required property Intents intents

    title: qsTr("看哪一件？")
    note: qsTr("您有 %n 件事，点一件", "", viewModel.count)
    art: "sprig"
    actions: [
        BackButton {
            objectName: "cases.back"
            onActivated: page.intents.touch("back")
        },
        Item {
            Layout.fillWidth: true
        }
    ]

    ColumnLayout {
        width: parent.width
        height: parent.height
        spacing: Metrics.rowGap

        Repeater {
            model: page.viewModel.rows

            ChoiceRow {
                required property var modelData

                objectName: "cases.case." + modelData.place
                Layout.fillWidth: true
                iconName: "folder"
                title: modelData.item
                note: [CityWords.caseState[modelData.state] ?? "", modelData.number].filter(part => part !== "").join(" · ")
                onActivated: page.intents.choose("case", modelData.place)
            }
        }
        Item {
            Layout.fillHeight: true
        }
        Pager {
            Layout.fillWidth: true
            visible: page.viewModel.pages > 1
            owner: "cases"
            number: page.viewModel.pageNumber
            pages: page.viewModel.pages
            onBefore: page.intents.touch("previous_list_page")
            onAfter: page.intents.touch("next_list_page")
        }
    }
}
