// One field of a form or of a summary: what it is called, what stands in it, and whence that comes. Only words.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

RowLayout {
    id: row

    required property string label
    required property string value
    property string source
    property bool open: false // nothing stands there yet, and that is said in amber

    spacing: Tokens.space5

    KapokText {
        Layout.preferredWidth: PageMetrics.fieldName
        text: row.label
        size: Metrics.textNote
        color: Theme.colors.textMuted
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: Metrics.tight

        KapokText {
            Layout.fillWidth: true
            text: row.value
            size: Metrics.textBody
            weight: Font.DemiBold
            color: row.open ? Theme.colors.warn : Theme.colors.text
            wrapMode: Text.Wrap
            maximumLineCount: 2
            fontSizeMode: Text.Fit
            minimumPixelSize: Form.large ? Metrics.textNote : Metrics.textLatin
            Accessible.ignored: true
        }
        KapokText {
            Layout.fillWidth: true
            visible: text !== "" && !Form.large
            text: row.source
            size: Metrics.textLatin
            color: Theme.colors.textMuted
            wrapMode: Text.Wrap
            maximumLineCount: 1
            fontSizeMode: Text.Fit
            minimumPixelSize: Metrics.textLatin
            Accessible.ignored: true
        }
    }
}
