// What a setting means, as the program itself explains it, what holds now and what is usual. Only read.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Panel {
    id: panel

    required property string meaning
    required property string now
    required property string usual
    required property int lines // of its meaning, at most

    lined: true
    implicitHeight: words.implicitHeight + 2 * Tokens.space4
    Accessible.role: Accessible.StaticText
    Accessible.name: Form.clauses([holds.text, normal.text, means.text].filter(part => part !== ""))

    ColumnLayout {
        id: words

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Tokens.space5
        anchors.rightMargin: Tokens.space5
        spacing: Metrics.together

        KapokText {
            id: holds

            Layout.fillWidth: true
            text: qsTr("现在：%1").arg(panel.now)
            size: Metrics.textBody
            weight: Font.Bold
            wrapMode: Text.Wrap
            maximumLineCount: 4
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        KapokText {
            id: normal

            Layout.fillWidth: true
            text: qsTr("平常：%1").arg(panel.usual)
            size: Metrics.textLatin
            color: Theme.colors.textMuted
            wrapMode: Text.Wrap
            maximumLineCount: 4
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        KapokText {
            id: means

            Layout.fillWidth: true
            visible: text !== ""
            text: panel.meaning
            size: Metrics.textLatin
            color: Theme.colors.textMuted
            wrapMode: Text.Wrap
            maximumLineCount: panel.lines
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
}
