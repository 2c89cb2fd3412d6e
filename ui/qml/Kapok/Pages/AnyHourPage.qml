// UI-K37 24 小时可办: what works here first; what does not is grey, says why and where else.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property AnyHourViewModel viewModel
    required property Intents intents
    readonly property bool paged: viewModel.pages > 1
    readonly property string turned: paged ? qsTr("第 %1 页，共 %2 页").arg(viewModel.pageNumber).arg(viewModel.pages) : ""

    title: qsTr("24 小时可办")
    note: [qsTr("这台机器能办 %1 件").arg(viewModel.usable), turned].filter(part => part !== "").join(" · ")
    art: "sprig"
    actions: [
        BackButton {
            objectName: "any_hour.back"
            onActivated: page.intents.touch("back")
        },
        Item {
            Layout.fillWidth: true
        },
        KapokButton {
            objectName: "any_hour.previous_page"
            Layout.preferredWidth: PageMetrics.pagerShort
            Layout.fillHeight: true
            visible: page.paged
            text: qsTr("上一页")
            onActivated: page.intents.touch("previous_list_page")
        },
        KapokButton {
            objectName: "any_hour.next_page"
            Layout.preferredWidth: PageMetrics.pagerShort
            Layout.fillHeight: true
            visible: page.paged
            text: qsTr("下一页")
            spoken: Form.clauses([text, page.turned])
            onActivated: page.intents.touch("next_list_page")
        }
    ]

    ColumnLayout {
        anchors.fill: parent
        spacing: Metrics.rowGap

        Repeater {
            model: page.viewModel.rows

            ChoiceRow {
                required property var modelData

                objectName: "any_hour.service." + modelData.serviceId
                Layout.fillWidth: true
                resting: modelData.reason !== ""
                iconName: modelData.icon
                title: modelData.name
                note: modelData.reason === "" ? (Form.large ? "" : qsTr("现在就能办")) : ServiceWords.notHere(modelData.reason, modelData.place)
                onActivated: page.intents.choose("service", modelData.serviceId)
            }
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
