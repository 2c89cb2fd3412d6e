// A plain panel for reading, never for touching: even corners, a hairline or none.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Theme

Rectangle {
    property bool lined: false

    radius: Tokens.radiusL
    color: Theme.colors.surface
    border.color: Theme.colors.border
    border.width: lined || Form.contrast ? Metrics.edge : 0
}
