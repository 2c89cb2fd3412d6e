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
    readonly property var spokenByState: ({
            "band": people.spoken + minutes.text,
            "none": none.text,
            "closed": closed.text
        })
    readonly property string spoken: spokenByState[waitState] ?? ""

    Column {
        visible: mark.waitState === "band"
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter

        Figure {
            id: people

            anchors.right: parent.right
            before: qsTr("等")
            number: mark.waiting
            after: qsTr("人")
        }
        KapokText {
            id: minutes

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
            id: none

            text: qsTr("现在不用等")
            weight: Font.Medium
            color: Theme.colors.okStrong
        }
    }
    KapokText {
        id: closed

        visible: mark.waitState === "closed"
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("现在没有开窗口")
        size: Tokens.kioskFontLatin
        color: Theme.colors.textMuted
    }
}
