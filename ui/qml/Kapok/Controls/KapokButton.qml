// A button of one line: a picture before or behind the word, or none.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Theme

Pressable {
    id: button

    property string text
    property string iconName
    property string iconStyle: "bold"
    property int iconSize: Metrics.icon
    property bool iconBehind: false
    property int size: Metrics.textBody

    spoken: text
    implicitHeight: Tokens.kioskTargetPrimary
    implicitWidth: row.implicitWidth + 2 * Tokens.space5

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
                tint: button.look.tint
                size: button.iconSize
            }
        }
        KapokText {
            anchors.verticalCenter: parent.verticalCenter
            text: button.text
            size: button.size
            weight: button.look.weight
            color: button.look.ink
            Accessible.ignored: true
        }
    }
}
