// One measured thing of this machine: its name above its figure, or above its word where nothing is measured.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Panel {
    id: tile

    required property var fact // FactTile of the self-test props
    readonly property bool odd: fact.lamp === "warning" || fact.lamp === "fault"
    readonly property string word: fact.figure === "" || fact.lamp === "fault" ? SelfTestWords.lamp[fact.lamp] ?? "" : ""

    color: odd ? Theme.colors.warnSoft : Theme.colors.sunken
    implicitHeight: name.implicitHeight + value.implicitHeight + Tokens.space2
    Accessible.role: Accessible.StaticText
    Accessible.name: Form.clauses([name.text, value.spoken])

    Column {
        anchors.verticalCenter: parent.verticalCenter
        x: Tokens.space4
        width: parent.width - 2 * Tokens.space4
        spacing: Metrics.together

        KapokText {
            id: name

            width: parent.width
            text: SelfTestWords.part[tile.fact.part] ?? tile.fact.part
            size: Metrics.textNote
            color: Theme.colors.textMuted
            Accessible.ignored: true
        }
        Figure {
            id: value

            number: tile.word === "" ? tile.fact.figure : tile.word
            after: tile.word === "" ? SelfTestWords.unit[tile.fact.unit] ?? tile.fact.unit : ""
            size: Metrics.textBody
            wordSize: Metrics.textLatin
            numberColor: tile.odd ? Theme.colors.warn : Theme.colors.text
            Accessible.ignored: true
        }
    }
}
