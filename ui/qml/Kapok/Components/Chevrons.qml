// Three chevrons that point down to the reader: the only thing on the kiosk that moves by itself.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Theme

Image {
    id: chevrons

    source: Theme.art("chevrons")
    sourceSize.height: Metrics.chevronsLarge
    Accessible.ignored: true

    SequentialAnimation on opacity {
        running: !Theme.still && chevrons.visible
        loops: Animation.Infinite

        NumberAnimation {
            to: Metrics.pale
            duration: Theme.breath
            easing.type: Easing.InOutSine
        }
        NumberAnimation {
            to: 1
            duration: Theme.breath
            easing.type: Easing.InOutSine
        }
    }
}
