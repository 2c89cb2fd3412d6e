// What the scanner sees, or one page that was taken: a picture that is fetched anew and kept nowhere.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Panel {
    id: panel

    required property string source // live, page/2?3, or "" for none
    required property string said // what it shows, in words
    property int shot: 0

    implicitHeight: PageMetrics.scanPicture
    color: Theme.colors.sunken
    lined: true
    Accessible.role: Accessible.Graphic
    Accessible.name: said

    Icon {
        anchors.centerIn: parent
        name: "file-text"
        style: "duotone"
        size: PageMetrics.scanIcon
    }
    Image {
        anchors.fill: parent
        anchors.margins: Tokens.space3
        cache: false
        source: panel.source === "" ? "" : "image://visit/" + panel.source + (panel.source === "live" ? "?" + panel.shot : "")
        fillMode: Image.PreserveAspectFit
        sourceSize.width: Metrics.contentWidth
        Accessible.ignored: true
    }
    Timer {
        interval: PageMetrics.scanLook
        repeat: true
        running: panel.source === "live" && !Theme.still
        onTriggered: panel.shot += 1
    }
}
