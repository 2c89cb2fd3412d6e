// The hall in one line while it works: how many counters, how many people, how long (a band, never one figure).
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

Panel {
    id: line

    required property HomeViewModel home
    readonly property bool brief: Form.landscape || Form.large || Form.latin
    readonly property bool free: home.hallState === "no_wait"

    implicitHeight: brief ? PageMetrics.hallLineBrief : PageMetrics.hallLine
    color: brief ? Theme.colors.page : Theme.colors.sunken
    border.width: Form.contrast && !brief ? Metrics.edge : 0

    RowLayout {
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
        KapokText {
            Layout.fillWidth: line.brief
            visible: line.free
            text: qsTr("现在不用等")
            size: Metrics.textBody
            weight: Font.Bold
            color: Theme.colors.okStrong
        }
        Figure {
            visible: !line.free
            before: Form.latin ? "" : line.brief ? qsTr("等") : qsTr("等候") // English says it behind the number
            number: line.home.waiting
            after: Form.latin ? qsTr("人在等", "", line.home.waiting) : qsTr("人")
        }
        Figure {
            visible: line.home.hasWait
            before: qsTr("约")
            number: line.home.lowMin + "–" + line.home.highMin
            after: qsTr("分钟")
        }
        Item {
            Layout.fillWidth: true
            visible: line.brief
        }
    }
}
