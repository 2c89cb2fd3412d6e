// A need that is switched on or off: jade edge, tint and filled tick say on, three signs for one state.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Theme

KapokButton {
    id: chip

    required property bool on
    required property string offIcon

    look: on ? Theme.on : Theme.plain
    height: Metrics.chip
    iconName: on ? "check-circle" : offIcon
    iconStyle: on ? "fill" : "bold"
    size: Metrics.chipText
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: on
}
