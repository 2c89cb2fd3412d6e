// One Phosphor icon in a colour that was fixed when the icons were made.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Theme

Image {
    id: icon

    required property string name
    property string style: "bold"
    property string tint: "bark.900"
    property int size: Metrics.icon
    readonly property url wanted: Theme.icon(name, style, tint)

    // name, style and colour change one after the other: what stands between two of them is no icon at all
    function load(): void {
        source = wanted;
    }

    width: size
    height: size
    sourceSize: Qt.size(size, size)
    Accessible.ignored: true
    onWantedChanged: Qt.callLater(load)
    Component.onCompleted: load()
}
