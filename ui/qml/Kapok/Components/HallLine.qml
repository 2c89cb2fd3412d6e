// The hall in one line: is it working, how many counters, how many people, how long (a band, never one figure).
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

Panel {
    id: line

    required property HomeViewModel home
    readonly property bool open: home.hallState === "open"
    readonly property bool brief: Form.landscape || Form.large || Form.latin

    implicitHeight: brief && open ? PageMetrics.hallLineBrief : PageMetrics.hallLine
    color: home.hallState === "offline" ? Theme.colors.infoSoft : brief ? Theme.colors.page : Theme.colors.sunken
    border.width: Form.contrast && !brief ? Metrics.edge : 0

    RowLayout {
        visible: line.open
        anchors.fill: parent
        anchors.leftMargin: line.brief ? 0 : Tokens.space6
        anchors.rightMargin: line.brief ? 0 : Tokens.space6
        spacing: line.brief ? Tokens.space3 : PageMetrics.hallGap

        Rectangle {
            Layout.preferredWidth: Metrics.dot
            Layout.preferredHeight: Metrics.dot
            radius: height / 2
            color: Theme.colors.ok
        }
        KapokText {
            Layout.fillWidth: true
            visible: !line.brief
            text: qsTr("正在办理")
            size: Metrics.textLatin
            weight: Font.Medium
        }
        Figure {
            visible: !line.brief
            before: qsTr("窗口")
            number: line.home.openCounters
            after: qsTr("个")
        }
        Figure {
            before: line.brief ? qsTr("等") : qsTr("等候")
            number: line.home.waiting
            after: qsTr("人")
        }
        Figure {
            visible: line.home.hasWait
            before: qsTr("约")
            number: line.home.lowMin + "–" + line.home.highMin
            after: qsTr("分钟")
        }
        KapokText {
            visible: !line.home.hasWait
            text: qsTr("现在不用等")
            weight: Font.Medium
            color: Theme.colors.okStrong
        }
        Item {
            Layout.fillWidth: true
            visible: line.brief
        }
    }
    RowLayout {
        visible: !line.open
        anchors.fill: parent
        anchors.leftMargin: Tokens.space5
        anchors.rightMargin: Tokens.space5
        spacing: Tokens.space4

        Icon {
            name: line.home.hallState === "offline" ? "plugs" : "info"
            tint: "sky.700"
        }
        KapokText {
            Layout.fillWidth: true
            text: line.home.hallState === "offline" ? qsTr("暂时连不上大厅，可以到服务台取号") : qsTr("现在没有开窗口，可以先问服务台")
            weight: Font.Medium
            color: Theme.colors.infoStrong
            wrapMode: Text.Wrap
            maximumLineCount: 2
            fontSizeMode: Text.Fit
            minimumPixelSize: Metrics.textFloor
        }
    }
}
