// UI-K20: no number this time. What happened, what to do now, where a person is; trying again is never the only way.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property BusyViewModel viewModel
    required property Intents intents

    readonly property bool full: viewModel.state !== ""
    readonly property string again: viewModel.state === "not_yet" ? qsTr("%1 开始取号，到时再来").arg(viewModel.when) : viewModel.state !== "tomorrow" ? qsTr("请到服务台问哪天能办") : viewModel.day > 0 ? qsTr("可约 %1月%2日，请到服务台约时间").arg(viewModel.month).arg(viewModel.day) : qsTr("可约明天，请到服务台约时间")

    title: viewModel.asking ? qsTr("大厅还没有回话") : full ? qsTr("换个时间来办") : qsTr("这次没取到号")
    note: full ? viewModel.item : qsTr("您没有弄错什么")
    infoTop: PageMetrics.infoHigh
    info: [
        FaultPanel {
            Layout.fillWidth: true
            Layout.preferredHeight: PageMetrics.infoRoomHigh
            offline: page.viewModel.fault === "hall_silent"
            what: page.full && page.viewModel.state !== "not_yet" ? qsTr("今天的号取完了") : Words.hallFault[page.viewModel.fault] ?? Words.hallFaultOther
            now: page.viewModel.asking ? qsTr("还在问，有了号马上打小票") : page.full ? page.again : qsTr("请到服务台取号，一样排队")
            hint: page.viewModel.asking ? qsTr("不想等？到服务台取号，一样排队") : page.full ? qsTr("别的事今天还能办，按「返回重选」") : qsTr("服务台的人马上帮您")
            hotline: page.viewModel.hotline
        }
    ]
    actions: [
        KapokButton {
            objectName: "busy.back"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: qsTr("返回重选")
            iconName: "arrow-left"
            size: Metrics.textLabel
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "busy.finish"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: Theme.end
            text: qsTr("好，我去服务台")
            size: Metrics.textLabel
            onActivated: page.intents.touch("finish")
        }
    ]
}
