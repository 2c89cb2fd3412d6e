// UI-K27: a last look at what is going to be sent; 送出 is the one red thing.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property ApplyCheckViewModel viewModel
    required property Intents intents
    readonly property var scanned: [viewModel.pages > 0 ? qsTr("扫了 %1 页").arg(viewModel.pages) : "", viewModel.odd > 0 ? qsTr("%1 页看不清").arg(viewModel.odd) : "", viewModel.byLicence !== "" ? qsTr("电子证照：%1").arg(viewModel.byLicence) : ""].filter(part => part !== "")
    readonly property var form: [qsTr("填好 %1 项").arg(viewModel.filled), viewModel.open > 0 ? qsTr("%1 项到窗口补").arg(viewModel.open) : "", viewModel.phone !== "" ? qsTr("电话 %1").arg(viewModel.phone) : ""].filter(part => part !== "")

    title: qsTr("可以送了")
    note: [viewModel.who, viewModel.item].filter(part => part !== "").join(" · ")
    steps: ApplyWords.steps
    step: 2
    info: [
        FieldPanel {
            Layout.fillWidth: true
            label: qsTr("材料")
            value: page.scanned.join(Words.language === "en" ? "; " : "；")
        },
        FieldPanel {
            Layout.fillWidth: true
            visible: page.viewModel.later !== "" && !(Form.large && Form.landscape)
            label: qsTr("以后补")
            value: page.viewModel.later
        },
        FieldPanel {
            Layout.fillWidth: true
            label: qsTr("表")
            value: page.form.join(Words.language === "en" ? "; " : "；")
        },
        FieldPanel {
            Layout.fillWidth: true
            label: qsTr("怎么拿")
            value: [ApplyWords.delivery[page.viewModel.delivery] ?? "", page.viewModel.address].filter(part => part !== "").join(Words.language === "en" ? ": " : "：")
        }
    ]
    actions: [
        BackButton {
            objectName: "apply_check.back"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "apply_check.send"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: Theme.primary
            text: qsTr("送出")
            size: Metrics.bigButtonText
            onActivated: page.intents.touch("send")
        }
    ]
}
