// 别的办法: what else there is beside waiting for somebody of the hall.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property WaysViewModel viewModel
    required property Intents intents

    title: qsTr("还有别的办法")
    note: qsTr("点一个")
    art: "sprig"
    actions: [
        BackButton {
            objectName: "ways.back"
            onActivated: page.intents.touch("back")
        },
        Item {
            Layout.fillWidth: true
        }
    ]

    ColumnLayout {
        width: parent.width
        spacing: Metrics.rowGap

        ChoiceRow {
            objectName: "ways.remote"
            Layout.fillWidth: true
            visible: page.viewModel.online
            iconName: "chat-circle-dots"
            title: qsTr("问远处的工作人员")
            note: Form.large ? "" : qsTr("打字说话，听不见也能用")
            onActivated: page.intents.touch("remote_help")
        }
        ChoiceRow {
            objectName: "ways.complain"
            Layout.fillWidth: true
            iconName: "chat-circle-dots"
            title: qsTr("投诉、办不成事、建议")
            note: Form.large ? "" : qsTr("不用留名字")
            onActivated: page.intents.touch("complain")
        }
        Figure {
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Tokens.space5
            visible: page.viewModel.hotline !== ""
            before: qsTr("也可以打")
            number: page.viewModel.hotline
            size: Metrics.textTitle
            wordSize: Metrics.textBody
        }
    }
}
