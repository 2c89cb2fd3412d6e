// UI-K15c, K20j: the job: how many sheets are out, or that it is void and why.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property CertificatePaperViewModel viewModel
    required property Intents intents
    readonly property bool over: viewModel.come !== "coming" && viewModel.come !== "stands"
    readonly property bool helped: bad || viewModel.come === "stands" // a person looks at the printer, or helps on
    readonly property bool bad: viewModel.come === "void" || viewModel.come === "part"

    title: viewModel.come === "done" ? qsTr("打好了") : bad ? qsTr("这次作废") : qsTr("正在打印…")
    note: viewModel.come === "done" ? qsTr("请取走纸，点一点张数") : bad ? qsTr("可以再打，或到服务台") : qsTr("请等纸都出来")
    info: [
        KapokText {
            Layout.fillWidth: true
            text: page.viewModel.name
            size: Metrics.textTitle
            weight: Font.Bold
            wrapMode: Text.Wrap
        },
        Bar {
            Layout.fillWidth: true
            visible: page.viewModel.expected > 0 && !page.bad
            share: page.viewModel.come === "done" ? 1 : page.viewModel.sheets / page.viewModel.expected
        },
        KapokText {
            visible: page.viewModel.expected > 0 && !page.over
            text: qsTr("第 %1 张，共 %2 张").arg(page.viewModel.sheets).arg(page.viewModel.expected)
            size: Metrics.textLabel
            color: Theme.colors.textMuted
        },
        PrintStrip {
            Layout.fillWidth: true
            come: page.viewModel.come
            fault: page.viewModel.fault
            sheets: page.viewModel.sheets
        }
    ]
    actions: [
        KapokButton {
            objectName: "certificate_paper.back"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: page.over ? Theme.plain : Theme.resting
            text: page.bad ? qsTr("再打一次") : qsTr("再打别的")
            size: Metrics.textLabel
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "certificate_paper.finish"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: page.over ? Theme.end : Theme.plain
            text: page.over ? qsTr("好了，结束") : qsTr("不等了，结束")
            size: Metrics.textLabel
            onActivated: page.intents.touch("finish")
        }
    ]

    ColumnLayout {
        anchors.fill: parent
        spacing: Tokens.space5

        Blossom {
            visible: !page.helped
        }
        DeskPicture {
            Layout.alignment: Qt.AlignHCenter
            Layout.fillHeight: true
            Layout.maximumHeight: PageMetrics.deskPicture
            Layout.preferredWidth: height * PageMetrics.deskPictureShape
            visible: page.helped
        }
    }
}
