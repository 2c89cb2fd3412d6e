// UI-K14 办事指南: what is often asked for, by theme, by first letter; lists are turned, never scrolled.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property GuidesViewModel viewModel
    required property Intents intents
    readonly property bool paged: viewModel.pages > 1
    readonly property string turned: paged ? qsTr("第 %1 页，共 %2 页").arg(viewModel.pageNumber).arg(viewModel.pages) : ""
    readonly property list<string> orders: ["common", "theme", "letter", "bundle"]
    readonly property list<string> orderIcons: ["star", "folder", "certificate", "hand-heart"]
    readonly property list<string> orderWords: [qsTr("常办"), qsTr("按类别"), qsTr("按字母"), qsTr("一件事")]

    title: qsTr("办事指南")
    note: [viewModel.group, turned].filter(part => part !== "").join(" · ") || qsTr("看看要带什么、多久办好")
    art: "sprig"
    actions: [
        BackButton {
            objectName: "guides.back"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "guides.search"
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: qsTr("搜事项")
            iconName: "magnifying-glass"
            onActivated: page.intents.touch("search")
        },
        KapokButton {
            objectName: "guides.next_page"
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
        spacing: PageMetrics.listGap

        RowLayout {
            Layout.fillWidth: true
            spacing: PageMetrics.tabGap
            uniformCellSizes: true

            Repeater {
                model: page.orders

                ThemeTab {
                    required property string modelData
                    required property int index

                    objectName: "guides.order." + modelData
                    Layout.fillWidth: true
                    spoken: text
                    text: page.orderWords[index]
                    iconName: page.orderIcons[index]
                    chosen: page.viewModel.order === modelData
                    onActivated: page.intents.choose("order", modelData)
                }
            }
            ThemeTab {
                objectName: "guides.links"
                Layout.fillWidth: true
                spoken: qsTr("网上办、找中介")
                text: qsTr("网上")
                iconName: "device-mobile"
                chosen: false
                Accessible.role: Accessible.Button
                onActivated: page.intents.touch("links")
            }
        }
        GridLayout {
            Layout.fillWidth: true
            visible: page.viewModel.groups.length > 0
            columns: page.viewModel.columns
            columnSpacing: PageMetrics.tabGap
            rowSpacing: PageMetrics.listGap
            uniformCellWidths: true

            Repeater {
                model: page.viewModel.groups

                KapokButton {
                    required property var modelData

                    objectName: "guides.group." + modelData.group
                    Layout.fillWidth: true
                    Layout.preferredHeight: PageMetrics.listRow
                    petal: Math.min(PageMetrics.tabPetal, height / 2)
                    described: qsTr("%n 件", "", modelData.count)
                    text: modelData.name
                    size: PageMetrics.tabText
                    onActivated: page.intents.choose("group", modelData.group)
                }
            }
        }
        Repeater {
            model: page.viewModel.rows

            ItemRow {
                required property var modelData

                objectName: "guides.item." + modelData.itemId
                Layout.fillWidth: true
                item: modelData
                onActivated: page.intents.choose(modelData.together > 0 ? "bundle" : "item", modelData.itemId)
            }
        }
        KapokText {
            Layout.fillWidth: true
            Layout.topMargin: Tokens.space6
            visible: page.viewModel.rows.length + page.viewModel.groups.length === 0
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("这里没有，可以问服务台")
            color: Theme.colors.textMuted
            wrapMode: Text.Wrap
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
