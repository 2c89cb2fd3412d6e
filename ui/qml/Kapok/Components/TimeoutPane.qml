// UI-K18 您还在吗？ Stands alone: what was under it has been removed, not dimmed.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
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
        x: Tokens.kioskMargin
        y: PageMetrics.timeoutTop
        width: parent.width - 2 * x
        height: Metrics.pageEnd - y
        radius: Tokens.radiusL
        topLeftRadius: Tokens.radiusL
        topRightRadius: Tokens.radiusPetalHero
        bottomLeftRadius: Tokens.radiusL
        bottomRightRadius: Tokens.radiusL
        color: Theme.colors.surface
        border.color: Theme.colors.borderControl
        border.width: Metrics.edge

        GridLayout {
            anchors.fill: parent
            anchors.margins: Tokens.kioskMargin
            columns: Form.pick(1, 2)
            columnSpacing: Metrics.branch / 4
            rowSpacing: Tokens.space5

            ColumnLayout {
                Layout.fillHeight: true
                spacing: Tokens.space5

                Item {
                    Layout.fillHeight: true
                }
                Ring {
                    Layout.alignment: Qt.AlignHCenter
                    share: pane.frame.warningShare
                    seconds: pane.frame.warningSeconds
                }
                Headline {
                    Layout.fillWidth: true
                    horizontalAlignment: Text.AlignHCenter
                    text: qsTr("您还在吗？")
                }
                Repeater {
                    model: qsTr("不操作的话，%1 秒后回到首页，\n您的信息会清除。").arg(pane.frame.warningSeconds).split("\n")

                    Sentence {
                        required property string modelData

                        Layout.fillWidth: true
                        text: modelData
                        size: Metrics.noteText
                        color: Theme.colors.textMuted
                    }
                }
                Item {
                    Layout.fillHeight: true
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: Tokens.kioskGap

                KapokButton {
                    objectName: "timeout.still_here"
                    Layout.fillWidth: true
                    Layout.preferredHeight: Metrics.bigButton
                    Layout.preferredWidth: Form.pick(Metrics.contentWidth, PageMetrics.timeoutButtons)
                    petal: Tokens.radiusPetal
                    look: Theme.primary
                    text: qsTr("我还在，继续办")
                    size: Metrics.bigButtonText
                    onActivated: pane.intents.touch("still_here")
                }
                KapokButton {
                    objectName: "timeout.finish"
                    Layout.fillWidth: true
                    text: qsTr("不办了，清除并结束")
                    size: Metrics.textLabel
                    onActivated: pane.intents.touch("finish")
                }
            }
        }
    }
    Rectangle {
        y: Metrics.pageHeight
        width: parent.width
        height: parent.height - y
        color: Theme.colors.surface

        Rectangle {
            width: parent.width
            height: Form.contrast ? Metrics.edge : Metrics.hairline
            color: Theme.colors.border
        }
        GridLayout {
            anchors.fill: parent
            anchors.leftMargin: Tokens.kioskMargin
            anchors.rightMargin: Tokens.kioskMargin
            anchors.topMargin: Tokens.space5
            anchors.bottomMargin: Tokens.space5
            columns: Form.pick(1, 2)
            layoutDirection: Form.landscape ? Qt.RightToLeft : Qt.LeftToRight

            KapokButton {
                objectName: "timeout.help"
                Layout.fillWidth: true
                Layout.maximumHeight: Metrics.bigButton
                Layout.preferredHeight: Metrics.bigButton
                look: Theme.end
                iconName: "headset"
                iconSize: Metrics.accessIcon
                text: qsTr("需要更多时间？请人帮忙")
                size: Metrics.textLabel
                onActivated: pane.intents.ask_for_help()
            }
            KapokText {
                visible: !Form.large && !Form.latin
                text: "Still there? Touch the red button to continue."
                size: Metrics.textLatin
                weight: Font.Medium
                color: Theme.colors.textMuted
            }
        }
    }
}
