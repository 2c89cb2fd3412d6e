// UI-T6 日志: what this kiosk has logged, masked, the newest first; page by page, by finger, keyboard or the six keys.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property LogViewModel viewModel
    required property Intents intents
    readonly property string counted: viewModel.lookedFor !== "" ? qsTr("找“%1”：%2 条").arg(viewModel.lookedFor).arg(viewModel.found) : viewModel.found === 0 ? qsTr("这里一条也没有") : qsTr("新的在前，%1 条").arg(viewModel.found)
    readonly property string paged: Form.landscape && viewModel.pages > 1 ? qsTr("第 %1 页，共 %2 页").arg(viewModel.number).arg(viewModel.pages) : ""
    readonly property bool turns: viewModel.pages > 1
    readonly property int below: Metrics.chip + Tokens.kioskGap + (Form.landscape ? 0 : Tokens.kioskTargetPrimary + Tokens.kioskGap)

    title: qsTr("日志")
    note: viewModel.reading ? qsTr("正在读…") : Form.clauses([counted, paged].filter(one => one !== ""))
    Component.onCompleted: forceActiveFocus() // a keyboard turns pages at once
    Keys.onPressed: event => {
        if (event.key === Qt.Key_PageDown)
            intents.touch("next_list_page");
        else if (event.key === Qt.Key_PageUp)
            intents.touch("previous_list_page");
        else
            return;
        event.accepted = true;
    }
    infoTop: PageMetrics.factsTop
    info: [
        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(PageMetrics.readEnd - page.infoTop - page.below, page.viewModel.rows.length * (PageMetrics.logLine + spacing))
            spacing: Tokens.space3

            Repeater {
                model: page.viewModel.rows

                LogLine {
                    required property var modelData

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    entry: modelData
                }
            }
        },
        ToldRow {
            Layout.fillWidth: true
            visible: !page.viewModel.reading && page.viewModel.found === 0 && page.viewModel.whole > 0
            iconName: "list-magnifying-glass"
            title: qsTr("换个字再找，或点“全部”")
        }
    ]
    actions: [
        BackButton {
            objectName: "log.back"
            Layout.preferredWidth: PageMetrics.backShort
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "log.page_before"
            Layout.preferredWidth: PageMetrics.pagerShort
            Layout.fillHeight: true
            visible: Form.landscape && page.turns
            text: qsTr("上一页")
            onActivated: page.intents.touch("previous_list_page")
        },
        KapokButton {
            objectName: "log.page_after"
            Layout.preferredWidth: PageMetrics.pagerShort
            Layout.fillHeight: true
            visible: Form.landscape && page.turns
            text: qsTr("下一页")
            onActivated: page.intents.touch("next_list_page")
        },
        KapokButton {
            objectName: "log.search"
            Layout.preferredWidth: PageMetrics.logSearch
            Layout.fillHeight: true
            text: qsTr("找字")
            size: Metrics.textLabel
            onActivated: page.intents.touch("search")
        },
        KapokButton {
            objectName: "log.to_stick"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: page.viewModel.whole > 0 ? Theme.primary : Theme.resting
            text: qsTr("存到 U 盘")
            iconName: Form.landscape && page.turns || Form.large ? "" : "usb"
            size: Metrics.textLabel
            onActivated: page.intents.touch("to_stick")
        }
    ]

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        spacing: Tokens.kioskGap

        RowLayout {
            Layout.fillWidth: true
            spacing: Tokens.kioskGap

            Repeater {
                model: page.viewModel.levels

                Chip {
                    required property string modelData

                    objectName: "log.level_" + modelData
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    text: TechnicianWords.level[modelData] ?? modelData
                    offIcon: TechnicianWords.levelSign[modelData] ?? "list-bullets"
                    on: page.viewModel.only === modelData
                    Accessible.role: Accessible.RadioButton
                    onActivated: page.intents.choose("level", modelData)
                }
            }
        }
        Pager {
            Layout.fillWidth: true
            visible: !Form.landscape && page.turns
            owner: "log"
            number: page.viewModel.number
            pages: page.viewModel.pages
            onBefore: page.intents.touch("previous_list_page")
            onAfter: page.intents.touch("next_list_page")
        }
    }
}
