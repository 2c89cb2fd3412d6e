// UI-K23 几件事一个号: the items, where and how long, what to bring once for all of them; one number.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property PlanViewModel viewModel
    required property Intents intents
    readonly property bool paged: viewModel.pages > 1
    readonly property string turned: paged ? qsTr("第 %1 页，共 %2 页").arg(viewModel.pageNumber).arg(viewModel.pages) : ""
    readonly property string needed: viewModel.bring.map(need => need.uses > 1 ? qsTr("%1（用于 %2 项）").arg(need.name).arg(need.uses) : need.name).join(Form.latin ? ", " : "、")
    readonly property string bringing: viewModel.bringCount === 0 ? qsTr("什么都不用带") : viewModel.bringCount > viewModel.bring.length ? qsTr("带 %1 样：%2 等").arg(viewModel.bringCount).arg(needed) : qsTr("带 %1 样：%2").arg(viewModel.bringCount).arg(needed)
    readonly property string where: viewModel.atOnce !== "" ? qsTr("%1 号窗口，一次办完").arg(viewModel.atOnce) : viewModel.stopCount > 0 ? qsTr("要去 %1 个窗口：%2 号").arg(viewModel.stopCount).arg(viewModel.stops) : qsTr("现在没开窗口")

    title: viewModel.count > 1 ? qsTr("一个号办 %1 件").arg(viewModel.count) : qsTr("就办这一件")
    figure: viewModel.count > 1 ? viewModel.count : ""
    note: turned === "" ? qsTr("还有别的事，再加一件") : turned
    info: [
        Panel {
            Layout.fillWidth: true
            Layout.preferredHeight: PageMetrics.planFacts
            lined: true

            ColumnLayout {
                anchors.fill: parent
                anchors.margins: Form.landscape ? Tokens.space4 : Tokens.space5
                spacing: Form.landscape ? Tokens.space1 : Tokens.space3

                PlanFact {
                    Layout.fillWidth: true
                    visible: page.viewModel.state === "asking"
                    iconName: "clock"
                    text: qsTr("正在算在哪办、要多久")
                }
                PlanFact {
                    Layout.fillWidth: true
                    visible: page.viewModel.state === "here" && page.viewModel.highMin > 0
                    iconName: "clock"
                    text: qsTr("全程约 %1–%2 分钟").arg(page.viewModel.lowMin).arg(page.viewModel.highMin)
                }
                PlanFact {
                    Layout.fillWidth: true
                    visible: page.viewModel.state === "here"
                    iconName: "map-pin"
                    text: page.where
                }
                PlanFact {
                    Layout.fillWidth: true
                    visible: page.viewModel.state === "unknown"
                    iconName: "info"
                    iconStyle: "bold"
                    iconTint: "sky.700"
                    lines: 2
                    text: qsTr("在哪办、要多久，到窗口告诉您")
                }
                PlanFact {
                    Layout.fillWidth: true
                    visible: page.viewModel.state === "away"
                    iconName: "plugs"
                    iconStyle: "bold"
                    iconTint: "sky.700"
                    lines: 2
                    text: page.viewModel.first.length > PageMetrics.nameShort ? qsTr("暂时没网：号排在第一件，别的到窗口接着办") : qsTr("暂时没网：号排在“%1”，别的到窗口接着办").arg(page.viewModel.first)
                }
                PlanFact {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    iconName: "file-text"
                    lines: Form.landscape ? 2 : PageMetrics.nameLinesMost
                    text: page.bringing
                }
            }
        }
    ]
    actions: [
        BackButton {
            objectName: "plan.back"
            Layout.preferredWidth: PageMetrics.backShort
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "plan.next_page"
            Layout.preferredWidth: PageMetrics.pagerShort
            Layout.fillHeight: true
            visible: page.paged
            text: qsTr("下一页")
            spoken: Form.clauses([text, page.turned])
            onActivated: page.intents.touch("next_list_page")
        },
        KapokButton {
            objectName: "plan.add_item"
            Layout.preferredWidth: PageMetrics.addItem
            Layout.fillHeight: true
            visible: !page.viewModel.full
            text: Form.large ? qsTr("加一件") : qsTr("再加一件")
            onActivated: page.intents.touch("add_item")
        },
        KapokButton {
            objectName: "plan.take_a_number"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: Theme.primary
            text: qsTr("取一个号")
            iconName: Form.large || page.paged ? "" : "ticket"
            size: Metrics.textTitle
            onActivated: page.intents.touch("take_a_number")
        }
    ]

    ColumnLayout {
        anchors.fill: parent
        spacing: Metrics.rowGap

        Repeater {
            model: page.viewModel.rows

            PlanRow {
                required property var modelData

                Layout.fillWidth: true
                item: modelData
                owner: "plan"
                removable: page.viewModel.count > 1
                onDropped: page.intents.choose("take_away", modelData.itemId)
            }
        }
        Item { // what room is left carries the list away on a telephone
            id: along

            readonly property bool shown: page.viewModel.qrSide > 0 && height >= PageMetrics.planCodeLeast

            Layout.fillWidth: true
            Layout.fillHeight: true

            QrCode {
                id: code

                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(along.height, PageMetrics.planCode)
                visible: along.shown
                runs: page.viewModel.qrRuns
                modules: page.viewModel.qrSide
                Accessible.name: qsTr("清单的二维码，用手机打开")
            }
            KapokText {
                anchors.left: code.right
                anchors.right: parent.right
                anchors.leftMargin: Tokens.space5
                anchors.verticalCenter: parent.verticalCenter
                visible: along.shown
                text: qsTr("手机扫一扫，带走这张清单")
                size: Metrics.textBody
                color: Theme.colors.textMuted
                wrapMode: Text.Wrap
            }
        }
    }
}
