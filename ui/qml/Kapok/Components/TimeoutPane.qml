// UI-K18 您还在吗？ Stands alone: what was under it has been removed, not dimmed.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

Item {
    id: pane

    required property FrameViewModel frame
    required property Intents intents

    Image {
        anchors.right: parent.right
        source: Theme.art("branch")
        sourceSize.width: Metrics.branch
        opacity: Metrics.faint
        Accessible.ignored: true
    }
    Rectangle {
        id: card

        x: Tokens.kioskMargin
        y: PageMetrics.timeoutTop
        width: Metrics.contentWidth
        height: Metrics.pageEnd - y
        radius: Tokens.radiusL
        topLeftRadius: Tokens.radiusL
        topRightRadius: Tokens.radiusPetalHero
        bottomLeftRadius: Tokens.radiusL
        bottomRightRadius: Tokens.radiusL
        color: Theme.colors.surface
        border.color: Theme.colors.borderControl
        border.width: Metrics.edge

        Ring {
            anchors.horizontalCenter: parent.horizontalCenter
            y: PageMetrics.timeoutRingTop
            share: pane.frame.warningShare
            seconds: pane.frame.warningSeconds
        }
        Headline {
            id: question

            anchors.horizontalCenter: parent.horizontalCenter
            y: PageMetrics.timeoutQuestionTop
            text: qsTr("您还在吗？")
        }
        KapokText {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.top: question.bottom
            anchors.topMargin: Tokens.space4
            horizontalAlignment: Text.AlignHCenter
            lineHeight: Metrics.looseLine
            text: qsTr("不操作的话，%1 秒后回到首页，\n您的信息会清除。").arg(pane.frame.warningSeconds)
            size: Metrics.noteText
            color: Theme.colors.textMuted
        }
        KapokButton {
            id: here

            objectName: "timeout.still_here"
            anchors.bottom: gone.top
            anchors.bottomMargin: Tokens.kioskGap
            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width - 2 * Tokens.kioskMargin
            height: Metrics.bigButton
            petal: Tokens.radiusPetal
            look: Theme.primary
            text: qsTr("我还在，继续办")
            size: Metrics.bigButtonText
            onActivated: pane.intents.touch("still_here")
        }
        KapokButton {
            id: gone

            objectName: "timeout.finish"
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Tokens.space6
            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width - 2 * Tokens.kioskMargin
            text: qsTr("不办了，清除并结束")
            size: Tokens.kioskFontLabel
            onActivated: pane.intents.touch("finish")
        }
    }
    Rectangle {
        y: Metrics.pageHeight
        width: parent.width
        height: parent.height - y
        color: Theme.colors.surface

        Rectangle {
            width: parent.width
            height: Metrics.hairline
            color: Theme.colors.border
        }
        KapokButton {
            objectName: "timeout.help"
            x: Tokens.kioskMargin
            y: Tokens.space6
            width: Metrics.contentWidth
            height: Metrics.bigButton
            look: Theme.end
            iconName: "headset"
            iconSize: Metrics.accessIcon
            text: qsTr("需要更多时间？请人帮忙")
            size: Tokens.kioskFontLabel
            onActivated: pane.intents.ask_for_help()
        }
        KapokText {
            x: Tokens.kioskMargin
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Tokens.space6
            text: "Still there? Touch the red button to continue."
            size: Tokens.kioskFontLatin
            weight: Font.Medium
            color: Theme.colors.textMuted
        }
    }
}
