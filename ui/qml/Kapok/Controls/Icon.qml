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

    width: size
    height: size
    sourceSize: Qt.size(size, size)
    source: Theme.icon(name, style, tint)
    Accessible.ignored: true
}
