// UI-K28 正在送出: how much of it is there. A cut line is said, and sent again it goes on where it stood.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property ApplySendingViewModel viewModel
    required property Intents intents
    readonly property bool faulty: viewModel.fault !== ""

    title: faulty ? qsTr("还没有送到") : qsTr("正在送出…")
    note: faulty ? qsTr("材料没有丢，您来定怎么办") : viewModel.slow ? qsTr("网有点慢，请再等一等") : qsTr("别走开，送到就打凭证")
    art: faulty ? "" : "sprig"
    steps: faulty ? [] : ApplyWords.steps
    step: 2
    info: [
        FaultPanel {
            Layout.fillWidth: true
            Layout.preferredHeight: PageMetrics.infoRoom
            visible: page.faulty
            offline: page.viewModel.fault === "hall_silent"
            what: ApplyWords.fault[page.viewModel.fault] ?? ApplyWords.fault.other
            now: page.viewModel.resumes ? qsTr("再送一次，接着前面的送") : ApplyWords.remedy[page.viewModel.fault] ?? ApplyWords.remedy.other
            hotline: page.viewModel.hotline
        },
        Panel {
            Layout.fillWidth: true
            visible: !page.faulty
            implicitHeight: told.implicitHeight + 2 * Tokens.space6
            lined: true

            ColumnLayout {
                id: told

                anchors.fill: parent
                anchors.margins: Tokens.space6
                spacing: Tokens.space5

                KapokText {
                    Layout.fillWidth: true
                    text: page.viewModel.item
                    size: Metrics.textTitle
                    weight: Font.Bold
                    wrapMode: Text.Wrap
                }
                Bar {
                    Layout.fillWidth: true
                    share: page.viewModel.share
                }
                KapokText {
                    Layout.fillWidth: true
                    text: page.viewModel.pages > 0 ? qsTr("表和 %1 页材料，送到 %2%").arg(page.viewModel.pages).arg(page.viewModel.perCent) : qsTr("表，送到 %1%").arg(page.viewModel.perCent)
                    size: Metrics.textLabel
                    color: Theme.colors.textMuted
                    wrapMode: Text.Wrap
                }
            }
        },
        RowLayout {
            Layout.fillWidth: true
            visible: !page.faulty
            spacing: Tokens.space4

            Icon {
                name: "shield-check"
                tint: "bark.500"
                size: Metrics.textLabel
            }
            KapokText {
                Layout.fillWidth: true
                text: qsTr("都加了密，只有收件的部门打得开")
                size: Metrics.textNote
                color: Theme.colors.textMuted
                wrapMode: Text.Wrap
            }
        }
    ]
    actions: [
        KapokButton {
            objectName: "apply_sending.try_again"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            visible: page.faulty && !page.viewModel.resumes
            text: qsTr("从头再来")
            size: Metrics.textLabel
            onActivated: page.intents.touch("try_again")
        },
        KapokButton {
            objectName: "apply_sending.take_a_number"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            visible: page.faulty
            look: page.viewModel.resumes ? Theme.plain : Theme.primary
            text: qsTr("取号到窗口")
            size: Metrics.textLabel
            onActivated: page.intents.touch("take_a_number")
        },
        KapokButton {
            objectName: "apply_sending.send"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            visible: page.viewModel.resumes
            look: Theme.primary
            text: qsTr("再送一次")
            size: Metrics.textLabel
            onActivated: page.intents.touch("send")
        }
    ]
}
