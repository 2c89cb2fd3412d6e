// UI-K3 and K4 选事项: themes as tabs, four items a page, how long people wait. Nothing here is red but the flower.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

PageFrame {
    id: page

    required property ServicesViewModel viewModel
    required property Intents intents
    property bool allThemes: false // only what is unfolded: nothing of the visit

    title: qsTr("您要办哪一件？")
    note: viewModel.codeNote === "" ? qsTr("点一下就选好") : viewModel.codeNote === "known" ? qsTr("认出您了，没有到时间的预约，点一下选事项") : qsTr("大厅没有回话，查不到预约，先取号一样排")
    art: "sprig"

    StepLine {
        x: Tokens.kioskMargin
        y: Metrics.stepTop
        width: Metrics.contentWidth
        names: page.viewModel.codeNote === "" ? Words.steps : Words.stepsByCode
        current: 0
    }
    SearchField {
        objectName: "services.search"
        x: Tokens.kioskMargin
        y: Metrics.reach
        width: Metrics.contentWidth
        onActivated: page.intents.ask_later("search")
    }
    Row {
        x: Tokens.kioskMargin
        y: PageMetrics.tabTop
        spacing: Tokens.kioskGap

        Repeater {
            model: page.viewModel.tabs

            ThemeTab {
                required property var modelData

                objectName: "services.tab." + modelData.theme
                width: PageMetrics.tabWidth
                spoken: modelData.theme === "" ? text : modelData.theme
                text: Words.theme(modelData.theme)
                iconName: modelData.icon
                chosen: modelData.chosen && !page.allThemes
                onActivated: {
                    page.allThemes = false;
                    page.intents.choose("theme", modelData.theme);
                }
            }
        }
        ThemeTab {
            objectName: "services.more"
            visible: page.viewModel.tiles.length > 0
            width: PageMetrics.tabWidth
            spoken: qsTr("更多类别")
            text: qsTr("更多")
            iconName: "dots-nine"
            iconStyle: "bold"
            chosen: page.allThemes
            onActivated: {
                page.allThemes = !page.allThemes;
                page.intents.stir();
            }
        }
    }
    Column {
        visible: !page.allThemes
        x: Tokens.kioskMargin
        y: PageMetrics.rowTop
        spacing: PageMetrics.rowGap

        Repeater {
            model: page.viewModel.rows

            ItemRow {
                required property var modelData

                objectName: "services.item." + modelData.itemId
                width: Metrics.contentWidth
                item: modelData
                onActivated: page.intents.choose("item", modelData.itemId)
            }
        }
    }
    Grid {
        visible: page.allThemes
        x: Tokens.kioskMargin
        y: PageMetrics.rowTop
        columns: 4
        columnSpacing: Tokens.kioskGap
        rowSpacing: PageMetrics.rowGap

        Repeater {
            model: page.viewModel.tiles

            KapokButton {
                required property var modelData

                objectName: "services.theme." + modelData.theme
                width: PageMetrics.tileGridWidth
                height: PageMetrics.itemRow
                petal: PageMetrics.tabPetal
                spoken: modelData.theme
                described: text
                text: Words.theme(modelData.theme)
                size: PageMetrics.tabText
                iconName: modelData.icon
                iconStyle: "duotone"
                iconSize: Metrics.accessIcon
                onActivated: {
                    page.allThemes = false;
                    page.intents.choose("theme", modelData.theme);
                }
            }
        }
    }
    KapokText {
        visible: page.viewModel.rows.length === 0 && !page.allThemes
        x: Tokens.kioskMargin
        y: PageMetrics.rowTop + PageMetrics.itemRow
        width: Metrics.contentWidth
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("这一类今天不办，可以问服务台")
        color: Theme.colors.textMuted
    }
    Row {
        x: Tokens.kioskMargin
        y: PageMetrics.listBottom
        spacing: Tokens.kioskGap

        KapokButton {
            objectName: "services.back"
            width: Metrics.backButton
            text: qsTr("返回")
            iconName: "arrow-left"
            onActivated: page.intents.touch("back")
        }
        KapokButton {
            objectName: "services.not_sure"
            width: Metrics.contentWidth - Metrics.backButton - Tokens.kioskGap - (next.visible ? next.width + Tokens.kioskGap : 0)
            text: qsTr("不清楚？取综合号")
            onActivated: page.intents.touch("not_sure")
        }
        KapokButton {
            id: next

            objectName: "services.next_page"
            visible: page.viewModel.pages > 1 && !page.allThemes
            width: PageMetrics.pagerButton
            text: page.viewModel.pageNumber < page.viewModel.pages ? qsTr("下一页") : qsTr("第一页")
            spoken: text + qsTr("，现在第 %1 页，共 %2 页").arg(page.viewModel.pageNumber).arg(page.viewModel.pages)
            iconName: "caret-right"
            iconBehind: true
            onActivated: page.intents.touch("next_list_page")
        }
    }
}
