// 别的事: what the first page in 大字 has no room for, row by row.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property MoreViewModel viewModel
    required property Intents intents
    readonly property string turned: viewModel.pages > 1 ? qsTr("第 %1 页，共 %2 页").arg(viewModel.pageNumber).arg(viewModel.pages) : ""

    title: qsTr("还想办什么事？")
    note: turned || qsTr("点一个")
    art: "sprig"
    actions: [
        BackButton {
            objectName: "more.back"
            onActivated: page.intents.touch("back")
        },
        Item {
            Layout.fillWidth: true
        },
        KapokButton {
            objectName: "more.previous_page"
            Layout.preferredWidth: PageMetrics.pagerShort
            Layout.fillHeight: true
            visible: page.viewModel.pages > 1
            text: qsTr("上一页")
            onActivated: page.intents.touch("previous_list_page")
        },
        KapokButton {
            objectName: "more.next_page"
            Layout.preferredWidth: PageMetrics.pagerShort
            Layout.fillHeight: true
            visible: page.viewModel.pages > 1
            text: qsTr("下一页")
            spoken: Form.clauses([text, page.turned])
            onActivated: page.intents.touch("next_list_page")
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
