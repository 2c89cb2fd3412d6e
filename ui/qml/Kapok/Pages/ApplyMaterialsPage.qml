// UI-K26 扫材料: every material with where it is; what is missing is said in words, and lights the way on up at its end.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property ApplyMaterialsViewModel viewModel
    required property Intents intents
    readonly property bool paged: viewModel.pages > 1

    function told(row: var): string {
        if (row.how === "scanned")
            return row.odd > 0 ? qsTr("扫了 %1 页，%2 页看不清").arg(row.pages).arg(row.odd) : qsTr("扫了 %1 页").arg(row.pages);
        return row.how === "looking" ? qsTr("正在查电子证照，也可以扫") : row.how === "later" ? qsTr("可以后补，也可以现在扫") : qsTr("还没扫，点这里扫");
    }

    title: viewModel.ready ? qsTr("材料齐了") : qsTr("还差 %1 样").arg(viewModel.missing)
    figure: viewModel.ready ? "" : viewModel.missing
    note: viewModel.item
    steps: ApplyWords.steps
    step: 0
    actions: [
        KapokButton {
            objectName: "apply_materials.back"
            Layout.preferredWidth: Form.large ? PageMetrics.backShort : Metrics.backButton
            Layout.fillHeight: true
            text: page.viewModel.sure ? qsTr("真的不办了") : qsTr("不办了")
            size: Metrics.textLabel
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "apply_materials.take_a_number"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: qsTr("取号到窗口")
            size: Metrics.textLabel
            onActivated: page.intents.touch("take_a_number")
        },
        KapokButton {
            objectName: "apply_materials.brought"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: page.viewModel.ready ? Theme.primary : Theme.resting
            text: qsTr("接着填表")
            described: page.viewModel.ready ? "" : qsTr("材料还没齐")
            size: Metrics.textLabel
            onActivated: page.intents.touch("brought")
        }
    ]

    ColumnLayout {
        width: parent.width
        height: parent.height
        spacing: Metrics.rowGap

        Strip {
            Layout.fillWidth: true
            visible: page.viewModel.sure
            iconName: "warning"
            iconTint: "amber.600"
            text: qsTr("扫好的页会清掉，真的不办了？")
        }
        Repeater {
            model: page.viewModel.rows

            ColumnLayout {
                id: line

                required property var modelData

                Layout.fillWidth: true

                MaterialLine {
                    Layout.fillWidth: true
                    visible: line.modelData.how === "licence"
                    line: ({
                            "name": line.modelData.name,
                            "note": "",
                            "how": "spared",
                            "source": "licence",
                            "madeHere": "",
                            "picture": line.modelData.picture
                        })
                }
                ChoiceRow {
                    objectName: "apply_materials.material." + line.modelData.material
                    Layout.fillWidth: true
                    visible: line.modelData.how !== "licence"
                    iconName: "scan"
                    drawing: "thing-" + line.modelData.picture.replace("_", "-")
                    title: line.modelData.name
                    note: page.told(line.modelData)

                    Icon {
                        visible: line.modelData.how === "scanned"
                        name: line.modelData.odd > 0 ? "warning" : "check-circle"
                        style: "fill"
                        tint: line.modelData.odd > 0 ? "amber.600" : "jade.600"
                        size: Metrics.icon
                    }
                    onActivated: page.intents.choose("material", line.modelData.material)
                }
            }
        }
        Item {
            Layout.fillHeight: true
        }
        Pager {
            Layout.fillWidth: true
            visible: page.paged
            owner: "apply_materials"
            number: page.viewModel.pageNumber
            pages: page.viewModel.pages
            onBefore: page.intents.touch("previous_list_page")
            onAfter: page.intents.touch("next_list_page")
        }
    }
}
