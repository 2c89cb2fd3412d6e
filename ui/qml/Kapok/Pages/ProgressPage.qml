// UI-K13 查进度: three ways, two of them without a touch; what went wrong stands above them, each with a way on.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property ProgressViewModel viewModel
    required property Intents intents
    readonly property bool faulty: viewModel.fault !== ""
    readonly property string cardWords: viewModel.cardStep === "reading" ? Words.cardTitle.reading : viewModel.cardStep === "try_again" || viewModel.cardStep === "wrong_card" ? Words.cardTitle[viewModel.cardStep] : qsTr("放身份证")

    title: viewModel.looking ? qsTr("正在查…") : qsTr("查进度")
    note: viewModel.looking ? viewModel.slow ? qsTr("还在查，请稍等") : qsTr("马上就好") : qsTr("三个办法，用哪个都行")
    art: "sprig"
    aside: [
        Strip {
            Layout.fillWidth: true
            visible: page.faulty && !page.viewModel.looking
            iconName: "warning"
            iconTint: "amber.600"
            text: CityWords.progressFault[page.viewModel.fault] ?? ""
            note: CityWords.progressRemedy[page.viewModel.fault] ?? ""
        }
    ]
    info: [
        ToldRow {
            Layout.fillWidth: true
            visible: page.viewModel.cardReader && !page.viewModel.looking
            iconName: "identification-card"
            title: page.cardWords
            note: qsTr("居住证、永居证也行，查您自己办的事")
            lit: page.viewModel.cardStep === "reading"
        },
        ToldRow {
            Layout.fillWidth: true
            visible: page.viewModel.scanner && !page.viewModel.looking
            iconName: "qr-code"
            title: qsTr("号票的码对准扫码口")
            note: qsTr("只查那一件事")
        },
        Image {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredHeight: PageMetrics.askingArt
            visible: page.viewModel.looking
            source: Theme.art("blossom")
            sourceSize.height: PageMetrics.askingArt
            fillMode: Image.PreserveAspectFit
            Accessible.ignored: true
        }
    ]
    actions: [
        BackButton {
            objectName: "progress.back"
            onActivated: page.intents.touch("back")
        },
        Item {
            Layout.fillWidth: true
        }
    ]

    ChoiceRow {
        objectName: "progress.type_case"
        width: parent.width
        visible: !page.viewModel.looking
        iconName: "keyboard"
        title: qsTr("输受理编号")
        note: qsTr("在受理回执上")
        onActivated: page.intents.touch("type_case")
    }
}
