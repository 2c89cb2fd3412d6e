// How it stands in a queue, at the right end of a row: people and a band, 现在不用等, or when numbers are given again.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Item {
    id: mark

    required property var wait // an ItemRow
    readonly property bool brief: Form.low && !Form.large // one line
    readonly property string minutes: wait.waitState === "band" ? qsTr("约 %1–%2 分钟").arg(wait.lowMin).arg(wait.highMin) : ""
    readonly property string days: wait.day > 0 ? qsTr("可约 %1月%2日").arg(wait.month).arg(wait.day) : qsTr("可约明天")
    readonly property var words: ({
            "none": qsTr("现在不用等"),
            "closed": qsTr("现在没有开窗口"),
            "later": qsTr("%1 开始办").arg(wait.when),
            "not_yet": qsTr("%1 开始取号").arg(wait.when),
            "tomorrow": days,
            "ended": qsTr("今天不取号了")
        })
    readonly property string word: words[wait.waitState] ?? ""
    readonly property string spoken: wait.waitState === "band" ? Form.clauses([people.spoken, minutes]) : word

    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Metrics.tight

        Figure {
            id: people

            Accessible.ignored: true // the row says it

            Layout.alignment: Qt.AlignRight
            visible: mark.wait.waitState === "band" && !mark.brief
            before: Form.latin ? "" : qsTr("等") // English says it behind the number
            number: mark.wait.waiting
            after: Form.latin ? qsTr("人在等", "", mark.wait.waiting) : qsTr("人")
        }
        RowLayout {
            spacing: Tokens.space3

            Item {
                Layout.fillWidth: true
            }
            Rectangle {
                visible: mark.wait.waitState === "none"
                Layout.preferredWidth: Metrics.dot
                Layout.preferredHeight: Metrics.dot
                radius: width / 2
                color: Theme.colors.ok
            }
            Icon {
                visible: mark.wait.waitState === "tomorrow" && !Form.large
                name: "calendar-check"
                size: Metrics.icon
            }
            KapokText {
                Layout.maximumWidth: mark.width - (mark.wait.waitState === "none" ? Metrics.dot + Tokens.space3 : 0) - (mark.wait.waitState === "tomorrow" && !Form.large ? Metrics.icon + Tokens.space3 : 0)
                horizontalAlignment: Text.AlignRight
                text: mark.wait.waitState === "band" ? mark.minutes : mark.word
                size: mark.wait.waitState === "band" || mark.wait.waitState === "closed" ? Metrics.textLatin : Metrics.textBody
                weight: mark.wait.waitState === "band" || mark.wait.waitState === "closed" ? Font.Normal : Font.Medium
                color: mark.wait.waitState === "none" ? Theme.colors.okStrong : mark.wait.waitState === "tomorrow" ? Theme.colors.text : Theme.colors.textMuted
                wrapMode: mark.brief ? Text.NoWrap : Text.WordWrap
                maximumLineCount: 2
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Form.latin || Form.large ? Metrics.textLatin : Metrics.textFloor
                Accessible.ignored: true
            }
        }
    }
}
