// A question or a greeting, in the title face.
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
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
