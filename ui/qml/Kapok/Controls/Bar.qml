// Time that is left, as a bar that gets shorter.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Theme

Rectangle {
    id: bar

    required property real share

    height: Metrics.bar
    radius: height / 2
    color: Theme.colors.border
    Accessible.ignored: true

    Rectangle {
        height: parent.height
        width: Math.max(height, parent.width * bar.share)
        radius: height / 2
        color: Theme.colors.borderControl
        visible: bar.share > 0

        Behavior on width {
            NumberAnimation {
                duration: Theme.pageTurn
            }
        }
    }
}
