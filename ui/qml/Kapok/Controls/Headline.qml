// A question or a greeting, in the title face; a long one stands in two lines, or is set smaller.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Theme

Text {
    color: Theme.colors.text
    font.family: Theme.fontTitle
    font.pixelSize: Metrics.headline
    font.weight: Font.Black
    font.hintingPreference: Font.PreferNoHinting
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    maximumLineCount: Form.pick(2, 4)
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
