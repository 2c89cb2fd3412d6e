// 看到您的码了: the hall is asked what it stands for. A moment, nothing to touch.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property CheckingViewModel viewModel
    required property Intents intents
    readonly property bool byCard: viewModel.kind === "card" || viewModel.kind === "arrival"

    title: byCard ? qsTr("读到您的身份证了") : qsTr("看到您的码了")
    note: viewModel.slow ? qsTr("还在查，请稍等") : viewModel.mine ? qsTr("正在看您今天有没有号…") : viewModel.kind === "slip" ? qsTr("正在查您的号…") : viewModel.kind === "online" ? qsTr("正在核验您的码…") : qsTr("正在查您的预约…")

    ColumnLayout {
        anchors.fill: parent
        spacing: Tokens.space5

        Blossom {}
        ReaderDesk {
            Layout.alignment: Qt.AlignHCenter
            mouths: page.viewModel.desk
            active: page.byCard ? "reader" : "scanner"
            readerArt: "mouth-reader-rest"
        }
        KapokText {
            Layout.alignment: Qt.AlignHCenter
            text: qsTr("请稍等，不用按什么")
            size: Metrics.textLabel
            color: Theme.colors.textMuted
        }
    }
}
