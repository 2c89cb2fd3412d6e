// A way that needs no touch: what to lay down or hold where. As high as a row of a list, and never a button.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Panel {
    id: row

    required property string title
    required property string iconName
    property string note
    property bool lit: false // it is what happens now

    implicitHeight: Math.max(Metrics.row, words.implicitHeight + 2 * Tokens.space3)
    lined: true
    border.color: lit ? Theme.colors.ok : Theme.colors.border
    Accessible.role: Accessible.StaticText
    Accessible.name: Form.clauses([title, note])

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Tokens.space6
        anchors.rightMargin: Tokens.space6
        spacing: Tokens.space5

        Rectangle {
            Layout.preferredWidth: Metrics.rowWell
            Layout.preferredHeight: Metrics.rowWell
            radius: height / 2
            color: Theme.colors.page

            Icon {
                anchors.centerIn: parent
                name: row.iconName
                style: "duotone"
                tint: "bark.900"
                size: Metrics.icon
            }
        }
        ColumnLayout {
            id: words

            Layout.fillWidth: true
            spacing: Metrics.tight

            KapokText {
                Layout.fillWidth: true
                text: row.title
                size: Metrics.textLabel
                weight: Font.Bold
                wrapMode: Text.Wrap
                maximumLineCount: 2
                fontSizeMode: Text.Fit
                minimumPixelSize: Metrics.textBody
                Accessible.ignored: true
            }
            KapokText {
                Layout.fillWidth: true
                visible: text !== "" && !Form.large
                text: row.note
                size: Metrics.textLatin
                color: Theme.colors.textMuted
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }
    }
}
