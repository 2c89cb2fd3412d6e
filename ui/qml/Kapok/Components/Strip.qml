// One fact in colour, with its sign: amber for what went wrong, sky for what to know, jade for what was done.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Panel {
    id: strip

    required property string text
    required property string iconName
    required property string iconTint
    property string iconStyle: "fill"
    property string note
    property color ink: Theme.colors.warn
    property int textSize: Metrics.textBody
    default property alias mark: marks.data // what stands at its end

    implicitHeight: Math.max(Metrics.strip, words.implicitHeight + 2 * Tokens.space3)
    color: Theme.colors.warnSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: Form.clauses([text, note])

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: PageMetrics.tilePadding
        anchors.rightMargin: PageMetrics.tilePadding
        spacing: Tokens.space5

        Icon {
            name: strip.iconName
            style: strip.iconStyle
            tint: strip.iconTint
            size: Metrics.stripIcon
        }
        ColumnLayout {
            id: words

            Layout.fillWidth: true
            spacing: Metrics.tight

            KapokText {
                Layout.fillWidth: true
                text: strip.text
                size: strip.textSize
                weight: Font.Bold
                color: strip.ink
                wrapMode: Text.Wrap
                maximumLineCount: 2
                fontSizeMode: Text.Fit
                minimumPixelSize: Metrics.textLatin
                Accessible.ignored: true
            }
            KapokText {
                Layout.fillWidth: true
                visible: text !== ""
                text: strip.note
                size: Metrics.textLatin
                color: strip.ink
                wrapMode: Text.Wrap
                maximumLineCount: 2
                fontSizeMode: Text.Fit
                minimumPixelSize: Metrics.textLatin
                Accessible.ignored: true
            }
        }
        RowLayout {
            id: marks

            spacing: Tokens.space4
        }
    }
}
