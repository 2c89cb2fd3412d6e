// UI-T7 升级: which version works, the one in the other slot, what the hall wants; to another one after a question.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property UpgradeViewModel viewModel
    required property Intents intents

    readonly property bool asked: viewModel.change === "asked"
    readonly property bool sent: viewModel.change === "sent"
    readonly property bool refused: viewModel.change === "refused"
    readonly property bool still: !asked && !sent
    readonly property string around: qsTr("屏幕会黑一两分钟；不正常就自己退回")
    readonly property string comesBack: qsTr("大厅要的是 %1，没人用时又会换过去；先在网页“设备”上停下分批升级").arg(viewModel.returns)

    title: asked ? qsTr("换成 %1？").arg(viewModel.version) : sent ? qsTr("正在换成 %1").arg(viewModel.version) : refused ? qsTr("没有换成 %1").arg(viewModel.version) : qsTr("升级")
    note: viewModel.looking ? qsTr("正在看…") : asked && viewModel.returns !== "" ? comesBack : asked || sent ? around : refused ? UpgradeWords.refusal[viewModel.refusal] ?? "" : qsTr("新旧两个版本并排放着，不正常自己退回")
    noteColor: refused || asked && viewModel.returns !== "" ? Theme.colors.warn : Theme.colors.textMuted
    infoTop: asked || refused ? Metrics.contentTop : PageMetrics.cardTop // their note takes two lines
    info: [
        GridLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(PageMetrics.readEnd - page.infoTop, Math.ceil(page.viewModel.rows.length / columns) * PageMetrics.slotRow)
            columns: Form.landscape && !Form.large ? 2 : 1
            columnSpacing: Tokens.space3
            rowSpacing: Tokens.space3
            uniformCellWidths: true
            uniformCellHeights: true

            Repeater {
                model: page.viewModel.rows

                LampRow {
                    required property var modelData

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    lamp: modelData.lamp
                    figure: modelData.version
                    name: UpgradeWords.key[modelData.key]
                    said: Form.clauses([modelData.when, UpgradeWords.told(modelData), UpgradeWords.why(modelData)].filter(one => one !== ""))
                    advice: UpgradeWords.advised(modelData)
                }
            }
        }
    ]
    actions: [
        BackButton {
            objectName: "upgrade.back"
            visible: !page.asked
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "upgrade.decline"
            visible: page.asked
            Layout.preferredWidth: Metrics.backButton
            Layout.fillHeight: true
            text: qsTr("不换")
            size: Metrics.textLabel
            onActivated: page.intents.touch("decline")
        },
        KapokButton {
            objectName: "upgrade.to_before"
            visible: page.still && page.viewModel.back !== ""
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: qsTr("回到 %1").arg(page.viewModel.back)
            size: Metrics.textLabel
            onActivated: page.intents.choose("version", page.viewModel.back)
        },
        KapokButton {
            objectName: "upgrade.forward"
            visible: page.still && page.viewModel.forward !== ""
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: Theme.primary
            text: qsTr("换上 %1").arg(page.viewModel.forward)
            size: Metrics.textLabel
            onActivated: page.intents.choose("version", page.viewModel.forward)
        },
        KapokButton {
            objectName: "upgrade.again"
            visible: page.still && (page.viewModel.back === "" || page.viewModel.forward === "")
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: Theme.primary
            text: qsTr("再看一遍")
            size: Metrics.textLabel
            onActivated: page.intents.touch("try_again")
        },
        KapokButton {
            objectName: "upgrade.agree"
            visible: page.asked
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: Theme.primary
            text: qsTr("换成 %1").arg(page.viewModel.version)
            size: Metrics.textLabel
            onActivated: page.intents.touch("agree")
        },
        Item {
            visible: page.sent
            Layout.fillWidth: true
        }
    ]
}
