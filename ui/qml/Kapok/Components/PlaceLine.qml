// Where to go, and how many counters work there.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

RowLayout {
    id: line

    required property string place
    required property int openCounters

    spacing: Tokens.space3

    Icon {
        name: "map-pin"
        tint: "bark.500"
    }
    KapokText {
        Layout.fillWidth: !counters.visible
        text: line.place
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Metrics.textLatin
    }
    Rectangle {
        visible: counters.visible
        Layout.preferredWidth: Metrics.hairline
        Layout.preferredHeight: Tokens.kioskFontNote
        color: Theme.colors.border
    }
    KapokText {
        id: counters

        Layout.fillWidth: true
        visible: line.openCounters > 0 && !(Form.landscape && (Form.large || Form.latin)) // no room beside the question
        text: qsTr("%n 个窗口在办", "", line.openCounters)
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Metrics.textLatin
    }
}
