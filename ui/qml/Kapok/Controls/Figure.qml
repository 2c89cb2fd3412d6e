// A number with small words around it on one line: 等 6 人.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Theme

Row {
    id: figure

    property string before
    property string number
    property string after
    property int size: Tokens.kioskFontLabel
    property int wordSize: Tokens.kioskFontLatin
    property int weight: Font.DemiBold
    property color wordColor: Theme.colors.textMuted
    property color numberColor: Theme.colors.text
    readonly property string spoken: [before, number, after].filter(part => part !== "").join(Form.latin ? " " : "")

    spacing: Tokens.space2
    Accessible.role: Accessible.StaticText
    Accessible.name: spoken

    KapokText {
        anchors.baseline: digits.baseline
        visible: text !== ""
        text: figure.before
        size: figure.wordSize
        color: figure.wordColor
        Accessible.ignored: true
    }
    KapokText {
        id: digits

        text: figure.number
        size: figure.size
        weight: figure.weight
        color: figure.numberColor
        Accessible.ignored: true
    }
    KapokText {
        anchors.baseline: digits.baseline
        visible: text !== ""
        text: figure.after
        size: figure.wordSize
        color: figure.wordColor
        Accessible.ignored: true
    }
}
