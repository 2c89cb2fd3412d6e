// 返回: always the first of the actions, always of the same width.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

KapokButton {
    Layout.preferredWidth: Metrics.backButton
    Layout.fillHeight: true
    text: qsTr("返回")
    iconName: "arrow-left"
    size: Metrics.textLabel
}
