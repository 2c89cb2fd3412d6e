// A line of words. Digits and Latin stand in the number face, everything else in the text face behind it.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Theme

Text {
    id: words

    property int size: Metrics.textBody
    property int weight: Font.Normal

    color: Theme.colors.text
    font.family: Theme.fontMixed
    font.pixelSize: Math.max(size, Metrics.textFloor)
    font.weight: weight
    font.hintingPreference: Font.PreferNoHinting
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
