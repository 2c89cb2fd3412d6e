// One line of a plan: a picture and what is so. Only read, never touched.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

RowLayout {
    id: line

    required property string iconName
    required property string text
    property string iconStyle: "duotone"
    property string iconTint: "bark.900"
    property int lines: 1

    spacing: Tokens.space4

    Icon {
        Layout.alignment: Qt.AlignTop
        name: line.iconName
        style: line.iconStyle
        tint: line.iconTint
        size: Metrics.icon
    }
    KapokText {
        Layout.fillWidth: true
        text: line.text
        size: Metrics.textBody
        weight: Font.DemiBold
        wrapMode: Text.Wrap
        maximumLineCount: line.lines
        fontSizeMode: Text.Fit
        minimumPixelSize: Metrics.textLatin
    }
}
