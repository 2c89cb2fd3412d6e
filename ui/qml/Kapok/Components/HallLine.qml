// The hall in one line: is it working, how many counters, how many people, how long (a band, never one figure).
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

Panel {
    id: line

    required property HomeViewModel home
    readonly property bool open: home.hallState === "open"

    height: PageMetrics.hallLine
    color: home.hallState === "offline" ? Theme.colors.infoSoft : Theme.colors.sunken

    Row {
        visible: line.open
        anchors.left: parent.left
        anchors.leftMargin: Tokens.space6
        anchors.verticalCenter: parent.verticalCenter
        spacing: Tokens.space3

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: Metrics.dot
            height: width
            radius: width / 2
            color: Theme.colors.ok
        }
        KapokText {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("正在办理")
            size: Tokens.kioskFontLatin
            weight: Font.Medium
        }
    }
    Row {
        visible: line.open
        anchors.right: parent.right
        anchors.rightMargin: Tokens.space6
        anchors.verticalCenter: parent.verticalCenter
        spacing: PageMetrics.hallGap

        Figure {
            before: qsTr("窗口")
            number: line.home.openCounters
            after: qsTr("个")
        }
        Figure {
            before: qsTr("等候")
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
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("现在不用等")
            size: Tokens.kioskFontBody
            weight: Font.Medium
            color: Theme.colors.okStrong
        }
    }
    Row {
        visible: !line.open
        anchors.centerIn: parent
        spacing: Tokens.space4

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: line.home.hallState === "offline" ? "plugs" : "info"
            tint: "sky.700"
            size: Metrics.icon
        }
        KapokText {
            anchors.verticalCenter: parent.verticalCenter
            text: line.home.hallState === "offline" ? qsTr("暂时连不上大厅，可以到服务台取号") : qsTr("现在没有开窗口，可以先问服务台")
            weight: Font.Medium
            color: Theme.colors.infoStrong
        }
    }
}
