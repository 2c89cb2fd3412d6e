// UI-K7 对方的证: the second card in turn; without it the visitor goes on, and shows it at the counter.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property PrincipalViewModel viewModel
    required property Intents intents

    title: qsTr("请放对方的身份证")
    note: viewModel.ownAgain ? qsTr("这是您自己的证，请换对方的") : qsTr("没带也能办，到窗口再出示")
    noteColor: viewModel.ownAgain ? Theme.colors.warn : Theme.colors.textMuted
    info: [
        AcceptedCards {
            Layout.fillWidth: true
            visible: page.viewModel.reader
        },
        ReaderDesk {
            Layout.alignment: Qt.AlignHCenter
            visible: page.viewModel.reader
            mouths: page.viewModel.desk
        },
        Strip {
            Layout.fillWidth: true
            visible: !page.viewModel.reader
            iconName: "warning-circle"
            iconTint: "amber.600"
            text: qsTr("读卡器现在用不了")
        }
    ]
    actions: [
        BackButton {
            objectName: "principal.back"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "principal.type_number"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: qsTr("输号码")
            size: Metrics.textLabel
            onActivated: page.intents.touch("type_number")
        },
        KapokButton {
            objectName: "principal.without_card"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: qsTr("没带他的证")
            size: Metrics.textLabel
            onActivated: page.intents.touch("without_card")
        }
    ]
}
