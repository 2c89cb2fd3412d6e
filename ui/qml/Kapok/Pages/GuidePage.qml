// UI-K14d: one item's guide: what to do, what to bring, where, how long, what it costs; and its number.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property GuideViewModel viewModel
    required property Intents intents
    readonly property bool paged: viewModel.pages > 1
    readonly property string turned: paged ? qsTr("第 %1 页，共 %2 页").arg(viewModel.pageNumber).arg(viewModel.pages) : ""

    title: viewModel.item
    note: [turned, viewModel.since === "" || Form.large ? "" : qsTr("更新 %1").arg(viewModel.since), viewModel.version === "" || Form.large ? "" : qsTr("版本 %1").arg(viewModel.version.slice(0, PageMetrics.versionSigns))].filter(part => part !== "").join(" · ")
    info: [
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Metrics.rowGap

            Repeater {
                model: page.viewModel.facts

                Loader {
                    id: told

                    required property var modelData

                    Layout.fillWidth: true
                    sourceComponent: modelData.ways.length > 0 ? ways : line

                    Component {
                        id: line

                        FactLine {
                            fact: told.modelData
                        }
                    }
                    Component {
                        id: ways

                        WaysLine {
                            fact: told.modelData
                        }
                    }
                }
            }
            PrintStrip {
                Layout.fillWidth: true
                visible: come !== ""
                come: page.viewModel.come
                fault: page.viewModel.fault
                sheets: page.viewModel.sheets
            }
        }
    ]
    actions: [
        BackButton {
            objectName: "guide.back"
            Layout.preferredWidth: PageMetrics.backShort
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "guide.next_page"
            Layout.preferredWidth: PageMetrics.pagerShort
            Layout.fillHeight: true
            visible: page.paged
            text: qsTr("下一页")
            spoken: Form.clauses([text, page.turned])
            onActivated: page.intents.touch("next_list_page")
        },
        KapokButton {
            objectName: "guide.print_list"
            Layout.preferredWidth: PageMetrics.pagerShort
            Layout.fillHeight: true
            visible: page.viewModel.printable
            text: qsTr("打印")
            onActivated: page.intents.touch("print_list")
        },
        KapokButton {
            objectName: "guide.take_a_number"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: Theme.primary
            text: page.viewModel.general ? qsTr("取综合号") : qsTr("取这个号")
            iconName: Form.large ? "" : "ticket"
            size: Metrics.bigButtonText
            onActivated: page.intents.touch("take_a_number")
        }
    ]

    ColumnLayout {
        width: parent.width
        spacing: Metrics.rowGap

        ApplyRow {
            Layout.fillWidth: true
            owner: "guide"
            offer: page.viewModel.apply
            why: page.viewModel.applyWhy
            where: page.viewModel.applyWhere
            onActivated: page.intents.touch("apply")
        }
        KapokButton {
            objectName: "guide.complain"
            Layout.fillWidth: true
            visible: page.viewModel.complain
            text: qsTr("这件事办得不顺？告诉我们")
            iconName: "chat-circle-dots"
            onActivated: page.intents.touch("complain")
        }
        ChoiceRow {
            objectName: "guide.online"
            Layout.fillWidth: true
            visible: page.viewModel.online
            iconName: "qr-code"
            title: qsTr("网上办")
            note: Form.large ? "" : qsTr("用手机扫码，回家也能办")
            onActivated: page.intents.touch("online")
        }
    }
}
