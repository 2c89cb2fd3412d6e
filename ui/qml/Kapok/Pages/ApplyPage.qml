// UI-K26 在这台机器上办: what is going to be done, and a yes to it; then the city is asked.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property ApplyViewModel viewModel
    required property Intents intents
    readonly property bool asks: viewModel.stage === "ask"
    readonly property bool faulty: viewModel.stage === "fault"
    readonly property string ways: viewModel.ways.map(way => ApplyWords.delivery[way]).join(Words.language === "en" ? ", " : "、")

    title: asks ? qsTr("在这台机器上办") : faulty ? qsTr("现在办不了") : qsTr("正在接通…")
    note: viewModel.stage === "slow" ? qsTr("还在等上级平台，请稍等") : viewModel.item
    art: faulty ? "" : "sprig"
    info: [
        FaultPanel {
            Layout.fillWidth: true
            Layout.preferredHeight: PageMetrics.infoRoom
            visible: page.faulty
            offline: page.viewModel.fault === "hall_silent"
            what: ApplyWords.fault[page.viewModel.fault] ?? ApplyWords.fault.other
            now: ApplyWords.remedy[page.viewModel.fault] ?? ApplyWords.remedy.other
            hotline: page.viewModel.hotline
        },
        ToldRow {
            Layout.fillWidth: true
            visible: !page.faulty
            iconName: "scan"
            title: qsTr("一、扫材料")
            note: page.viewModel.more > 0 ? qsTr("%1，还有 %2 样").arg(page.viewModel.bring).arg(page.viewModel.more) : page.viewModel.bring
        },
        ToldRow {
            Layout.fillWidth: true
            visible: !page.faulty
            iconName: "note-pencil"
            title: qsTr("二、核对表")
            note: page.viewModel.licences ? qsTr("您同意的话，查得到的替您填好") : qsTr("看一看，改一改")
        },
        ToldRow {
            Layout.fillWidth: true
            visible: !page.faulty
            iconName: "certificate"
            title: qsTr("三、送出，拿凭证")
            note: page.ways === "" ? qsTr("办好了到窗口取") : qsTr("办好了：%1").arg(page.ways)
        },
        RowLayout {
            Layout.fillWidth: true
            visible: page.asks
            spacing: Tokens.space4

            Icon {
                name: "shield-check"
                tint: "bark.500"
                size: Metrics.textLabel
            }
            KapokText {
                Layout.fillWidth: true
                text: Form.large ? qsTr("送出就清，不留副本") : qsTr("扫的页加密，只送给办这件事的部门，送出就清")
                size: Metrics.textNote
                color: Theme.colors.textMuted
                wrapMode: Text.Wrap
            }
        }
    ]
    actions: [
        BackButton {
            objectName: "apply.back"
            Layout.preferredWidth: Form.large ? PageMetrics.backShort : Metrics.backButton
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "apply.try_again"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            visible: page.faulty && page.viewModel.again
            text: qsTr("再试一次")
            size: Metrics.textLabel
            onActivated: page.intents.touch("try_again")
        },
        KapokButton {
            objectName: "apply.take_a_number"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: page.faulty ? Theme.primary : Theme.plain
            text: qsTr("取号到窗口")
            size: Metrics.textLabel
            onActivated: page.intents.touch("take_a_number")
        },
        KapokButton {
            objectName: "apply.agree"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            visible: page.asks
            look: Theme.primary
            text: qsTr("同意，开始")
            size: Metrics.textLabel
            onActivated: page.intents.touch("agree")
        }
    ]
}
