// UI-K3 and K4 选事项: themes as tabs, as many items as fit, how long people wait. Nothing here is red but the flower.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property ServicesViewModel viewModel
    required property Intents intents
    property bool allThemes: false // only what is unfolded: nothing of the visit
    property int tilePage: 0
    readonly property bool adding: viewModel.chosen > 0 // to the same number
    readonly property int tilesShown: PageMetrics.tileColumns * PageMetrics.tileRows
    readonly property int pages: allThemes ? Math.ceil(viewModel.tiles.length / tilesShown) : viewModel.pages
    readonly property int number: allThemes ? tilePage + 1 : viewModel.pageNumber
    readonly property string turned: pages > 1 ? qsTr("第 %1 页，共 %2 页").arg(number).arg(pages) : ""

    function turn(by: int): void {
        if (!allThemes) {
            intents.touch(by > 0 ? "next_list_page" : "previous_list_page");
            return;
        }
        tilePage = (tilePage + by + pages) % pages;
        intents.stir();
    }
    function unfold(open: bool): void {
        allThemes = open;
        tilePage = 0;
    }

    title: adding ? qsTr("再加哪一件？") : qsTr("您要办哪一件？")
    note: adding ? [qsTr("已经选了 %1 件").arg(viewModel.chosen), turned].filter(part => part !== "").join(" · ") : viewModel.codeNote === "known" ? qsTr("认出您了，没有到时间的预约") : viewModel.codeNote === "hall_silent" ? qsTr("查不到预约，先取号一样排") : viewModel.hkmo && turned === "" ? qsTr("通行证、居住证都行") : turned === "" ? qsTr("点一下就选好") : Form.landscape ? turned : qsTr("点一下就选好 · %1").arg(turned)
    art: "sprig"
    steps: viewModel.codeNote === "" ? Words.steps : Words.stepsByCode
    step: 0
    actions: [
        BackButton {
            objectName: "services.back"
            Layout.preferredWidth: page.pages > 1 ? PageMetrics.backShort : Metrics.backButton
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "services.not_sure"
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !page.adding
            text: qsTr("不清楚？取综合号")
            onActivated: page.intents.touch("not_sure")
        },
        Item {
            Layout.fillWidth: true
            visible: page.adding
        },
        KapokButton {
            objectName: "services.previous_page"
            Layout.preferredWidth: PageMetrics.pagerShort
            Layout.fillHeight: true
            visible: page.pages > 1
            text: qsTr("上一页")
            onActivated: page.turn(-1)
        },
        KapokButton {
            objectName: "services.next_page"
            Layout.preferredWidth: PageMetrics.pagerShort
            Layout.fillHeight: true
            visible: page.pages > 1
            text: qsTr("下一页")
            spoken: Form.clauses([text, page.turned])
            onActivated: page.turn(1)
        }
    ]

    ColumnLayout {
        anchors.fill: parent
        spacing: PageMetrics.listGap

        SearchField {
            objectName: "services.search"
            Layout.fillWidth: true
            visible: !PageMetrics.searchAmongTabs
            onActivated: page.intents.touch("search")
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: PageMetrics.tabGap
            uniformCellSizes: true

            Repeater {
                model: page.viewModel.tabs

                ThemeTab {
                    required property var modelData

                    objectName: "services.tab." + modelData.theme
                    Layout.fillWidth: true
                    spoken: modelData.name === "" ? text : modelData.name
                    text: Words.theme(modelData.theme)
                    iconName: modelData.icon
                    chosen: modelData.chosen && !page.allThemes
                    onActivated: {
                        page.unfold(false);
                        page.intents.choose("theme", modelData.theme);
                    }
                }
            }
            ThemeTab {
                objectName: "services.more"
                Layout.fillWidth: true
                visible: page.viewModel.tiles.length > 0
                spoken: qsTr("更多类别")
                text: qsTr("更多")
                iconName: "dots-nine"
                iconStyle: "bold"
                chosen: page.allThemes
                onActivated: {
                    page.unfold(!page.allThemes);
                    page.intents.stir();
                }
            }
            ThemeTab {
                objectName: "services.search"
                Layout.fillWidth: true
                visible: PageMetrics.searchAmongTabs
                spoken: qsTr("搜事项")
                text: ""
                wordless: true
                iconName: "magnifying-glass"
                iconStyle: "bold"
                chosen: false
                Accessible.role: Accessible.Button
                onActivated: page.intents.touch("search")
            }
        }
        Repeater {
            model: page.allThemes ? [] : page.viewModel.rows

            ItemRow {
                required property var modelData

                objectName: "services.item." + modelData.itemId
                Layout.fillWidth: true
                item: modelData
                onActivated: page.intents.choose(modelData.together > 0 ? "bundle" : "item", modelData.itemId)
            }
        }
        ThemeTiles {
            Layout.fillWidth: true
            visible: page.allThemes
            tiles: page.viewModel.tiles.slice(page.tilePage * page.tilesShown, (page.tilePage + 1) * page.tilesShown)
            onChosen: theme => {
                page.unfold(false);
                page.intents.choose("theme", theme);
            }
        }
        KapokText {
            Layout.fillWidth: true
            Layout.topMargin: Tokens.space6
            visible: page.viewModel.rows.length === 0 && !page.allThemes
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("这一类今天不办，可以问服务台")
            color: Theme.colors.textMuted
            wrapMode: Text.Wrap
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
