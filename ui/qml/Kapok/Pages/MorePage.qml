// 别的事: what the first page in 大字 has no room for, row by row.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property MoreViewModel viewModel
    required property Intents intents

    title: qsTr("还想办什么事？")
    note: qsTr("点一个")
    art: "sprig"
    actions: [
        BackButton {
            objectName: "more.back"
            onActivated: page.intents.touch("back")
        },
        Item {
            Layout.fillWidth: true
        }
    ]

    ColumnLayout {
        anchors.fill: parent
        spacing: Metrics.rowGap

        Repeater {
            model: page.viewModel.tiles

            ChoiceRow {
                required property var modelData

                objectName: "more." + modelData.name
                Layout.fillWidth: true
                resting: modelData.reason !== ""
                iconName: modelData.icon
                title: Words.homeTile[modelData.name]
                note: modelData.reason === "" ? (Form.large ? "" : Words.homeTileNote[modelData.name]) : ServiceWords.notHere(modelData.reason, modelData.place)
                onActivated: page.intents.touch(modelData.name)
            }
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
