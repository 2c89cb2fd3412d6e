// One fact in colour, with its sign: amber for what went wrong, sky for what to know, jade for what was done.
pragma ComponentBehavior: Bound
import QtQuick
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
    property int textSize: Tokens.kioskFontBody

    implicitHeight: Metrics.strip
    color: Theme.colors.warnSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: note === "" ? text : text + "，" + note

    Icon {
        id: sign

        x: PageMetrics.tilePadding
        anchors.verticalCenter: parent.verticalCenter
        name: strip.iconName
        style: strip.iconStyle
        tint: strip.iconTint
        size: Metrics.stripIcon
    }
    Column {
        anchors.left: sign.right
        anchors.leftMargin: Tokens.space5
        anchors.verticalCenter: parent.verticalCenter
        spacing: Metrics.tight

        KapokText {
            text: strip.text
            size: strip.textSize
            weight: Font.Bold
            color: strip.ink
            Accessible.ignored: true
        }
        KapokText {
            visible: text !== ""
            text: strip.note
            size: Tokens.kioskFontLatin
            color: strip.ink
            Accessible.ignored: true
        }
    }
}
