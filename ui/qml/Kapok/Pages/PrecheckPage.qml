// UI-K12 看材料: how many things to bring is the largest word; then what need not be brought, and whence it comes.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property PrecheckViewModel viewModel
    required property Intents intents
    readonly property bool paged: viewModel.pages > 1
    readonly property string turned: paged ? qsTr("第 %1 页，共 %2 页").arg(viewModel.pageNumber).arg(viewModel.pages) : ""
    readonly property string counted: viewModel.spared > 0 ? qsTr("要 %1 样，%2 样不用您带").arg(viewModel.asked).arg(viewModel.spared) : ""

    title: viewModel.lacking ? qsTr("没带齐也能取号") : viewModel.count > 0 ? qsTr("只需带 %1 样").arg(viewModel.count) : qsTr("什么都不用带")
    figure: viewModel.lacking || viewModel.count === 0 ? "" : viewModel.count
    note: [viewModel.lacking ? qsTr("缺的这样补") : Form.latin && counted !== "" || Form.large && !Form.landscape && turned !== "" ? "" : viewModel.item, viewModel.lacking ? "" : counted, turned].filter(part => part !== "").join(Form.landscape ? "\n" : " · ")
    steps: Words.stepsWithMaterials
    step: 1
    info: [
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Metrics.rowGap

            Repeater {
                model: page.viewModel.lines

                MaterialLine {
                    required property var modelData
                    required property int index

                    Layout.fillWidth: true
                    line: modelData
                    drawn: page.viewModel.alone && index === 0
                }
            }
            PrintStrip {
                Layout.fillWidth: true
                visible: come !== ""
                come: page.viewModel.come
                fault: page.viewModel.fault
                sheets: page.viewModel.sheets
            }
            LookStrip {
                Layout.fillWidth: true
                visible: told
                look: page.viewModel.look
                found: page.viewModel.found
            }
            RowLayout {
                Layout.fillWidth: true
                visible: !page.viewModel.lacking && page.viewModel.spared > 0 && page.viewModel.consent
                spacing: Tokens.space4

                Icon {
                    name: "shield-check"
                    tint: "bark.500"
                    size: Metrics.textLabel
                }
                KapokText {
                    Layout.fillWidth: true
                    text: qsTr("系统里的材料，窗口问过您才查")
                    size: Metrics.textNote
                    color: Theme.colors.textMuted
                    elide: Text.ElideRight
                }
            }
        }
    ]
    actions: [
        BackButton {
            objectName: "precheck.back"
            Layout.preferredWidth: PageMetrics.backShort
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "precheck.next_page"
            Layout.preferredWidth: PageMetrics.pagerShort
            Layout.fillHeight: true
            visible: page.paged
            text: qsTr("下一页")
            spoken: Form.clauses([text, page.turned])
            onActivated: page.intents.touch("next_list_page")
        },
        KapokButton {
            objectName: "precheck.lacking"
            Layout.preferredWidth: PageMetrics.pagerShort
            Layout.fillHeight: true
            visible: !page.viewModel.lacking && page.viewModel.count > 0
            text: qsTr("没带齐")
            onActivated: page.intents.touch("lacking")
        },
        KapokButton {
            objectName: "precheck.print_list"
            Layout.preferredWidth: PageMetrics.pagerShort
            Layout.fillHeight: true
            visible: page.viewModel.lacking
            text: qsTr("打印")
            onActivated: page.intents.touch("print_list")
        },
        KapokButton {
            objectName: "precheck.brought"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: Theme.primary
            text: page.viewModel.lacking || page.viewModel.count === 0 ? qsTr("接着取号") : page.paged ? qsTr("带了") : qsTr("带了，接着取号")
            size: Metrics.textTitle
            onActivated: page.intents.touch("brought")
        }
    ]

    ColumnLayout {
        width: parent.width
        spacing: Metrics.rowGap

        KapokButton {
            objectName: "precheck.look_up"
            Layout.fillWidth: true
            visible: page.viewModel.look === "offer"
            text: Form.large ? qsTr("查电子证照，少带几样") : qsTr("有电子证照？查一查，少带几样")
            iconName: "shield-check"
            iconStyle: "duotone"
            size: Metrics.textBody
            onActivated: page.intents.touch("look_up")
        }
        ApplyRow {
            Layout.fillWidth: true
            owner: "precheck"
            offer: page.viewModel.apply
            why: page.viewModel.applyWhy
            where: page.viewModel.applyWhere
            onActivated: page.intents.touch("apply")
        }
    }
}
