// A button of one line, or of two where the words are long: a picture before or behind them, or none.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Theme

Pressable {
    id: button

    property string text
    property string iconName
    property string iconStyle: "bold"
    property string iconTint: look.tint
    property int iconSize: Metrics.icon
    property bool iconBehind: false
    property int size: Metrics.textBody

    readonly property real wordRoom: width - 2 * Tokens.space4 - (iconName === "" ? 0 : iconSize + row.spacing)
    readonly property real even: measure.advanceWidth / 2 + words.font.pixelSize * Metrics.overHalf
    readonly property real least: Form.latin ? Metrics.textLatin : Metrics.textFloor
    readonly property bool whole: !Form.latin && measure.advanceWidth * least <= wordRoom * words.font.pixelSize // set smaller

    spoken: text
    implicitHeight: Tokens.kioskTargetPrimary
    implicitWidth: measure.advanceWidth + 2 * Tokens.space5 + (iconName === "" ? 0 : iconSize + row.spacing)

    TextMetrics {
        id: measure

        font: words.font
        text: button.text
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Tokens.space4
        layoutDirection: button.iconBehind ? Qt.RightToLeft : Qt.LeftToRight

        Loader {
            anchors.verticalCenter: parent.verticalCenter
            active: button.iconName !== ""
            visible: active
            sourceComponent: Icon {
                name: button.iconName
                style: button.iconStyle
                tint: button.iconTint
                size: button.iconSize
            }
        }
        KapokText {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(measure.advanceWidth + Tokens.space1, button.whole || Form.latin ? button.wordRoom : Math.min(button.even, button.wordRoom))
            height: button.height - 2 * Tokens.space2
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            wrapMode: button.whole ? Text.NoWrap : Text.WordWrap
            fontSizeMode: Text.Fit
            minimumPixelSize: button.least
            text: button.text
            size: button.size
            weight: button.look.weight
            color: button.look.ink
            Accessible.ignored: true
        }
    }
}
