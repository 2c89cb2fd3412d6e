// Where the focus of 朗读 is: six pixels around what the next OK touches. Placed by whoever moves the focus.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Theme

Item {
    id: ring

    property bool shown: false
    property rect place // in the window

    visible: shown
    Accessible.ignored: true

    Rectangle {
        x: ring.place.x - Metrics.focusRing
        y: ring.place.y - Metrics.focusRing
        width: ring.place.width + 2 * Metrics.focusRing
        height: ring.place.height + 2 * Metrics.focusRing
        radius: Tokens.radiusL
        color: "transparent"
        border.color: Theme.colors.focus
        border.width: Metrics.focusRing
    }
}
