// UI-K7 替别人办: by what right; an item that does not take it says why, and what there is for who cannot come.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property RelationViewModel viewModel
    required property Intents intents
    readonly property bool refused: viewModel.whyNot !== ""
    readonly property list<string> ways: [viewModel.byVideo ? qsTr("本人可以视频办") : "", viewModel.atHome ? qsTr("走不开，可以上门办") : ""].filter(way => way !== "")

    title: refused ? PeopleWords.whyNot[viewModel.whyNot] ?? "" : qsTr("您替谁办？")
    note: viewModel.item
    actions: [
        BackButton {
            objectName: "relation.back"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "relation.help"
            visible: page.refused
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: Theme.primary
            text: page.ways.length > 0 ? qsTr("叫人帮我安排") : qsTr("叫人来问一问")
            size: Metrics.bigButtonText
            onActivated: page.intents.ask_for_help()
        }
    ]

    ColumnLayout {
        width: parent.width
        visible: !page.refused
        spacing: Form.low ? Tokens.space3 : Metrics.rowGap

        Repeater {
            model: page.refused ? [] : page.viewModel.relations

            ChoiceRow {
                required property string modelData

                objectName: "relation." + modelData
                Layout.fillWidth: true
                implicitHeight: Form.low ? Metrics.rowLow : Form.large ? Metrics.row : Metrics.bigButton
                title: PeopleWords.relation[modelData] ?? ""
                note: Form.large || Form.low ? "" : PeopleWords.relationNote[modelData] ?? ""
                iconName: modelData === "company" ? "buildings" : "users-three"
                onActivated: page.intents.choose("relation", modelData)
            }
        }
    }
    ColumnLayout {
        width: parent.width
        visible: page.refused
        spacing: Metrics.rowGap

        Strip {
            Layout.fillWidth: true
            visible: page.viewModel.reason !== ""
            iconName: "warning-circle"
            iconTint: "amber.600"
            text: page.viewModel.reason
        }
        Repeater {
            model: page.refused ? page.ways : []

            Strip {
                required property string modelData

                Layout.fillWidth: true
                color: Theme.colors.infoSoft
                ink: Theme.colors.infoStrong
                iconName: "info"
                iconStyle: "bold"
                iconTint: "sky.700"
                text: modelData
            }
        }
    }
}
