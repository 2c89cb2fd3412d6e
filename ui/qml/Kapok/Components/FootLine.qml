// The time, the date, until when, which machine; and, when something is wrong, the short code that staff ask for.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

Item {
    id: foot

    required property FrameViewModel frame

    height: Metrics.footHeight

    KapokText {
        id: clock

        text: foot.frame.clock
        size: Metrics.clock
        weight: Font.DemiBold
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
    }
    KapokText {
        visible: foot.frame.month > 0
        text: qsTr("%1月%2日 %3").arg(foot.frame.month).arg(foot.frame.day).arg(Words.weekdays[foot.frame.weekday])
        size: Tokens.kioskFontLatin
        color: Theme.colors.textMuted
        anchors.left: clock.right
        anchors.leftMargin: Tokens.space4
        anchors.baseline: clock.baseline
    }
    Row {
        anchors.right: parent.right
        anchors.baseline: clock.baseline
        baselineOffset: machine.baselineOffset
        spacing: Tokens.space3

        KapokText {
            anchors.baseline: machine.baseline
            text: qsTr("今天办到 %1").arg(foot.frame.closes)
            visible: foot.frame.closes !== "" && foot.frame.faultCode === ""
            size: Tokens.kioskFontLatin
            color: Theme.colors.textMuted
        }
        KapokText {
            anchors.baseline: machine.baseline
            text: foot.frame.faultCode
            visible: text !== ""
            size: Tokens.kioskFontLatin
            color: Theme.colors.textMuted
        }
        KapokText {
            anchors.baseline: machine.baseline
            visible: foot.frame.closes !== "" || foot.frame.faultCode !== ""
            text: "·"
            size: Tokens.kioskFontLatin
            color: Theme.colors.textMuted
            Accessible.ignored: true
        }
        KapokText {
            id: machine

            text: foot.frame.kioskName
            size: Tokens.kioskFontLatin
            color: Theme.colors.textMuted
        }
    }
}
