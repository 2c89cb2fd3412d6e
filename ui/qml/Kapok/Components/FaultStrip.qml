// What happened, in amber; offline is no fault of anybody: it is sky and carries the crossed plug.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Theme

Strip {
    property bool offline: false

    border.color: !offline || Form.contrast ? Theme.warnEdge : Theme.colors.info
    border.width: Metrics.edge
    color: offline ? Theme.colors.infoSoft : Theme.colors.warnSoft
    ink: offline ? Theme.colors.infoStrong : Theme.colors.warn
    iconName: offline ? "plugs" : "warning"
    iconStyle: offline ? "bold" : "fill"
    iconTint: offline ? "sky.700" : "amber.600"
}
