// The pad for pinyin initials: 23 keys in their order, because no syllable begins with I, U or V (ui/kiosk_search.png).
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls

Pad {
    id: pad

    readonly property int letterColumns: 7
    readonly property list<string> letters: "ABCDEFGHJKLMNOPQRSTWXYZ".split("")

    columns: letterColumns
    words: Words.padKey
    keys: letters.map((letter, at) => ({
                "value": letter,
                "row": Math.floor(at / letterColumns),
                "column": at % letterColumns,
                "span": 1
            })).concat(["clear", "back"].map((value, at) => ({
                "value": value,
                "row": 3,
                "column": 3 + 2 * at,
                "span": 2
            })))
}
