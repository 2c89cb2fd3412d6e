// A need that is switched on or off: jade edge, tint and filled tick say on, three signs for one state.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Theme

Pressable {
    id: chip

    required property string text
    required property bool on
    required property string offIcon

    spoken: text
    look: on ? Theme.on : Theme.plain
    implicitHeight: Metrics.chip
    implicitWidth: row.implicitWidth + 2 * Tokens.space5
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: on

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Tokens.space4

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: chip.on
            name: "check-circle"
            style: "fill"
            tint: "jade.600"
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: !chip.on
            name: chip.offIcon
        }
        KapokText {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, chip.width - Metrics.icon - 2 * Tokens.space4 - Tokens.space4)
            text: chip.text
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Form.latin ? Metrics.textLatin : Metrics.textFloor
            size: Form.large ? Metrics.textBody : Metrics.chipText
            weight: chip.look.weight
            color: chip.look.ink
            Accessible.ignored: true
        }
    }
}
