// How it stands in a queue, at the right end of a row: people and a band, 现在不用等, or 现在没有开窗口.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Item {
    id: mark

    required property string waitState // band | none | closed | unknown
    required property int waiting
    required property int lowMin
    required property int highMin

    Column {
        visible: mark.waitState === "band"
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter

        Figure {
            anchors.right: parent.right
            before: qsTr("等")
            number: mark.waiting
            after: qsTr("人")
        }
        KapokText {
            anchors.right: parent.right
            text: qsTr("约 %1–%2 分钟").arg(mark.lowMin).arg(mark.highMin)
            size: Tokens.kioskFontLatin
            color: Theme.colors.textMuted
        }
    }
    Row {
        visible: mark.waitState === "none"
        anchors.right: parent.right
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
            text: qsTr("现在不用等")
            weight: Font.Medium
            color: Theme.colors.okStrong
        }
    }
    KapokText {
        visible: mark.waitState === "closed"
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("现在没有开窗口")
        size: Tokens.kioskFontLatin
        color: Theme.colors.textMuted
    }
}
