// The flower of a page on which nothing is to be done but wait, or to go. It fills the room it is given, and no more.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Theme

Image {
    Layout.alignment: Qt.AlignHCenter
    Layout.fillHeight: true
    Layout.maximumHeight: PageMetrics.plainBlossom
    source: Theme.art("blossom")
    sourceSize.width: PageMetrics.plainBlossom
    fillMode: Image.PreserveAspectFit
    Accessible.ignored: true
}
