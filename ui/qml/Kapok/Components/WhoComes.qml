// Who comes, by what one can see of them, and how long ago they were called.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Panel {
    id: who

    required property string looks
    required property int minutes // until they are there, as they said; 0: nobody has said
    required property int secondsAgo
    readonly property bool brief: Form.landscape || Form.large

    implicitHeight: words.implicitHeight + 2 * Tokens.space5
    lined: true

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Tokens.space6
        anchors.rightMargin: Tokens.space6
        spacing: Tokens.space5

        Rectangle {
            Layout.preferredWidth: PageMetrics.whoWell
            Layout.preferredHeight: PageMetrics.whoWell
            visible: !who.brief
            radius: height / 2
            color: Theme.colors.sunken

            Icon {
                anchors.centerIn: parent
                name: "user"
                tint: "bark.900"
                size: Metrics.accessIcon
            }
        }
        ColumnLayout {
            id: words

            Layout.fillWidth: true
            spacing: Metrics.tight

            KapokText {
                Layout.fillWidth: true
                text: who.looks === "" ? qsTr("工作人员来帮您") : qsTr("穿%1的人来帮您").arg(who.looks)
                size: Metrics.textLabel
                weight: Font.Bold
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Metrics.textLatin
            }
            KapokText {
                Layout.fillWidth: true
                visible: who.minutes > 0
                text: qsTr("大约 %1 分钟走到").arg(who.minutes)
                color: Theme.colors.textMuted
                wrapMode: Text.Wrap
            }
        }
        Figure {
            visible: !who.brief
            number: who.secondsAgo < PageMetrics.inSeconds ? who.secondsAgo : Math.floor(who.secondsAgo / PageMetrics.minute)
            after: who.secondsAgo < PageMetrics.inSeconds ? qsTr("秒前叫的") : qsTr("分钟前叫的")
            size: Metrics.textTitle
        }
    }
}
