// A small word above a large value: 前面还有 / 6 人.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Column {
    id: pair

    required property string label
    required property string number
    property string unit
    property int size: PageMetrics.value
    property int weight: Font.DemiBold

    Accessible.role: Accessible.StaticText
    Accessible.name: label + " " + value.spoken // one thing for ears

    KapokText {
        Accessible.ignored: true
        text: pair.label
        size: Tokens.kioskFontLatin
        color: Theme.colors.textMuted
    }
    Figure {
        id: value

        Accessible.ignored: true
        number: pair.number
        after: pair.unit
        size: pair.size
        weight: pair.weight
        wordSize: Tokens.kioskFontBody
        wordColor: Theme.colors.text
    }
}
