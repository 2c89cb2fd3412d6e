// UI-K26 扫一样材料: what lies there and what to do about it, in words and in a picture; the pages below it, each its own.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property ApplyScanViewModel viewModel
    required property Intents intents
    readonly property bool chosen: viewModel.selected > 0
    readonly property bool faulty: viewModel.fault !== "" && !chosen
    readonly property bool good: chosen ? viewModel.verdict === "good" : viewModel.sees === "good"
    readonly property bool calm: !chosen && (viewModel.sees === "" || viewModel.sees === "no_page")
    readonly property string look: faulty ? "odd" : good ? "good" : calm ? "calm" : "odd"
    readonly property string said: chosen ? ApplyWords.worth[viewModel.verdict] ?? "" : faulty ? ApplyWords.scanFault[viewModel.fault] ?? "" : ApplyWords.sees[viewModel.sees] ?? ApplyWords.sees.no_page
    readonly property string name: viewModel.letter ? qsTr("委托书") : viewModel.name

    title: chosen ? qsTr("第 %1 页").arg(viewModel.selected) : name
    note: chosen ? name : viewModel.retake > 0 ? qsTr("重拍第 %1 页，请放好").arg(viewModel.retake) : viewModel.both ? qsTr("正面、反面都要，一次一面") : viewModel.byItself ? qsTr("放好别动，自动拍；一次一页") : qsTr("放好了，按「拍这一页」")
    steps: viewModel.letter || Form.large && Form.landscape ? [] : ApplyWords.steps
    step: 0
    info: [
        ScanPicture {
            Layout.fillWidth: true
            source: page.viewModel.source
            said: page.chosen ? qsTr("第 %1 页的样子").arg(page.viewModel.selected) : qsTr("扫描台上现在的样子")
        },
        Strip {
            Layout.fillWidth: true
            text: page.said
            textSize: Metrics.textLabel
            iconName: page.look === "good" ? "check-circle" : page.look === "calm" ? "info" : "warning"
            iconStyle: page.look === "calm" ? "bold" : "fill"
            iconTint: page.look === "good" ? "jade.600" : page.look === "calm" ? "sky.700" : "amber.600"
            color: page.look === "good" ? Theme.colors.okSoft : page.look === "calm" ? Theme.colors.infoSoft : Theme.colors.warnSoft
            ink: page.look === "odd" ? Theme.colors.warn : Theme.colors.text
        }
    ]
    actions: [
        KapokButton {
            objectName: "apply_scan.back"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: page.chosen ? qsTr("接着扫") : page.viewModel.count > 0 ? qsTr("扫好了") : qsTr("返回")
            size: Metrics.textBody
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "apply_scan.page_forward"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            visible: page.viewModel.selected > 1
            text: qsTr("往前放")
            onActivated: page.intents.touch("page_forward")
        },
        KapokButton {
            objectName: "apply_scan.turn_page"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            visible: page.chosen
            text: qsTr("转一转")
            onActivated: page.intents.touch("turn_page")
        },
        KapokButton {
            objectName: "apply_scan.drop_page"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            visible: page.chosen
            text: qsTr("删掉")
            onActivated: page.intents.touch("drop_page")
        },
        KapokButton {
            objectName: "apply_scan.retake_page"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            visible: page.chosen
            look: page.good ? Theme.plain : Theme.primary
            text: qsTr("重拍")
            onActivated: page.intents.touch("retake_page")
        },
        KapokButton {
            objectName: "apply_scan.take_page"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            visible: !page.chosen
            look: page.viewModel.fault === "full" ? Theme.resting : Theme.primary
            text: page.viewModel.lit ? qsTr("拍这一页") : qsTr("再试一次")
            size: Metrics.textLabel
            onActivated: page.intents.touch("take_page")
        }
    ]

    RowLayout {
        width: parent.width
        visible: page.viewModel.count > 0
        spacing: Tokens.kioskGap

        Repeater {
            model: page.viewModel.tiles

            KapokButton {
                required property var modelData
                readonly property bool clear: modelData.verdict === "good"

                objectName: "apply_scan.scanned_page." + modelData.page
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.maximumWidth: PageMetrics.scanTile
                Layout.preferredHeight: Metrics.chip
                look: modelData.chosen ? Theme.modeOn : Theme.plain
                text: modelData.page
                spoken: qsTr("第 %1 页").arg(modelData.page)
                described: ApplyWords.worth[modelData.verdict] ?? ""
                iconName: modelData.chosen ? "" : clear ? "check-circle" : "warning"
                iconStyle: "fill"
                iconTint: clear ? "jade.600" : "amber.600"
                size: Metrics.textLabel
                onActivated: page.intents.choose("scanned_page", modelData.page)
            }
        }
        KapokButton {
            objectName: "apply_scan.next_list_page"
            Layout.preferredWidth: PageMetrics.scanTile
            Layout.preferredHeight: Metrics.chip
            visible: page.viewModel.more
            text: qsTr("别的页")
            onActivated: page.intents.touch("next_list_page")
        }
        Item {
            Layout.fillWidth: true
        }
        KapokButton {
            objectName: "apply_scan.blacken"
            Layout.preferredWidth: PageMetrics.scanTile + Tokens.space8
            Layout.preferredHeight: Metrics.chip
            visible: page.chosen
            text: qsTr("涂黑")
            described: qsTr("盖住不该给的，再交")
            iconName: "eye-slash"
            onActivated: page.intents.touch("blacken")
        }
        KapokText {
            visible: !page.viewModel.more && !page.chosen
            text: qsTr("共 %1 页").arg(page.viewModel.count)
            color: Theme.colors.textMuted
        }
    }
}
