// UI-K38 网上办、中介: places on the net in an order that nobody chose; nothing opens here.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property LinksViewModel viewModel
    required property Intents intents
    readonly property bool paged: viewModel.pages > 1
    readonly property string turned: paged ? qsTr("第 %1 页，共 %2 页").arg(viewModel.pageNumber).arg(viewModel.pages) : ""
    readonly property list<string> categories: ["official", "intermediary"]
    readonly property list<string> categoryIcons: ["buildings", "briefcase"]
    readonly property list<string> categoryWords: [qsTr("网上办"), qsTr("中介服务")]
    readonly property bool agencies: viewModel.category === "intermediary"
    readonly property var said: ({
            "asking": qsTr("正在查…"),
            "none": qsTr("这里没有，可以问服务台"),
            "away": qsTr("现在查不到，可以问服务台"),
            "offline": qsTr("暂时没网，可以问服务台")
        })

    title: qsTr("带走网址，回去再办")
    note: [agencies ? qsTr("找哪家您自己定，次序随机") : qsTr("点一个，用手机扫码"), turned].filter(part => part !== "").join(" · ")
    actions: [
        BackButton {
            objectName: "links.back"
            onActivated: page.intents.touch("back")
        },
        Item {
            Layout.fillWidth: true
        },
        KapokButton {
            objectName: "links.previous_page"
            Layout.preferredWidth: PageMetrics.pagerShort
            Layout.fillHeight: true
            visible: page.paged
            text: qsTr("上一页")
            onActivated: page.intents.touch("previous_list_page")
        },
        KapokButton {
            objectName: "links.next_page"
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
                model: page.categories

                ThemeTab {
                    required property string modelData
                    required property int index

                    objectName: "links.category." + modelData
                    Layout.fillWidth: true
                    spoken: text
                    text: page.categoryWords[index]
                    iconName: page.categoryIcons[index]
                    chosen: page.viewModel.category === modelData
                    onActivated: page.intents.choose("category", modelData)
                }
            }
        }
        Repeater {
            model: page.viewModel.rows

            ChoiceRow {
                required property var modelData

                objectName: "links.link." + modelData.linkId
                Layout.fillWidth: true
                title: modelData.name
                note: Form.large ? "" : modelData.about
                onActivated: page.intents.choose("web_link", modelData.linkId)
            }
        }
        KapokText {
            Layout.fillWidth: true
            Layout.topMargin: Tokens.space6
            visible: page.viewModel.rows.length === 0
            horizontalAlignment: Text.AlignHCenter
            text: page.said[page.viewModel.state] ?? ""
            size: Metrics.textBody
            color: Theme.colors.textMuted
            wrapMode: Text.Wrap
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
