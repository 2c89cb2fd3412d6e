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
    readonly property list<string> ways: [viewModel.byVideo ? "video" : "", viewModel.atHome ? "home" : ""].filter(way => way !== "")

    title: refused ? PeopleWords.whyNot[viewModel.whyNot] ?? "" : qsTr("您替谁办？")
    note: viewModel.item
    info: [
        Strip {
            Layout.fillWidth: true
            visible: page.viewModel.reason !== ""
            iconName: "warning-circle"
            iconTint: "amber.600"
            text: page.viewModel.reason
        },
        Strip {
            Layout.fillWidth: true
            visible: page.viewModel.slip === "printed" || page.viewModel.slip === "not_printed"
            iconName: page.viewModel.slip === "printed" ? "check-circle" : "warning-circle"
            iconTint: page.viewModel.slip === "printed" ? "jade.600" : "amber.600"
            color: page.viewModel.slip === "printed" ? Theme.colors.okSoft : Theme.colors.warnSoft
            ink: page.viewModel.slip === "printed" ? Theme.colors.okStrong : Theme.colors.warn
            text: page.viewModel.slip === "printed" ? qsTr("单子打好了，请取走") : qsTr("没打出来，请打 %1 约").arg(page.viewModel.hotline)
        }
    ]
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

        Repeater {
            model: page.refused ? page.ways : []

            ChoiceRow {
                required property string modelData

                objectName: "relation.way." + modelData
                Layout.fillWidth: true
                iconName: modelData === "video" ? "video-camera" : "house-line"
                title: modelData === "video" ? qsTr("本人可以视频办") : qsTr("走不开，可以上门办")
                note: Form.large ? "" : qsTr("打一张单子，照着约")
                onActivated: page.intents.choose("other_way", modelData)
            }
        }
    }
}
