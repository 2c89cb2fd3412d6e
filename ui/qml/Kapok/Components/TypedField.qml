// What has been typed so far, and one line below it that helps.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Panel {
    id: field

    required property string text
    required property string spoken
    property string hint
    property color ink: Theme.colors.textMuted

    implicitHeight: words.implicitHeight + 2 * Tokens.space4
    lined: true
    Accessible.role: Accessible.EditableText
    Accessible.name: spoken
    Accessible.description: hint
    Accessible.readOnly: true

    ColumnLayout {
        id: words

        anchors.fill: parent
        anchors.leftMargin: Tokens.space6
        anchors.rightMargin: Tokens.space6
        anchors.topMargin: Tokens.space4
        anchors.bottomMargin: Tokens.space4
        spacing: Metrics.tight

        KapokText {
            Layout.fillWidth: true
            Layout.preferredHeight: Metrics.typedLine
            verticalAlignment: Text.AlignVCenter
            text: field.text
            size: Metrics.textTitle
            weight: Font.DemiBold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Metrics.textBody
            Accessible.ignored: true
        }
        KapokText {
            Layout.fillWidth: true
            visible: text !== ""
            text: field.hint
            size: Metrics.textLatin
            color: field.ink
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
    }
}
