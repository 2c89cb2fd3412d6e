// A name that must stand whole: as large as it can be in one line or in several, never below the floor.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Theme

Item {
    id: name

    property alias text: words.text
    property alias color: words.color
    property int largest: Metrics.textLabel
    property int lines: 2
    property real across: width // px; said by a row whose layout asks how wide its parts would like to be
    property real room: lines * largest * PageMetrics.nameLeading // px of height that it may fill
    property bool silent: false // what it stands on says it
    readonly property int floor: /[0-9A-Za-z]/.test(text) ? Metrics.textLatin : Metrics.textFloor
    readonly property real ems: ruler.advanceWidth / ruler.font.pixelSize
    readonly property int needed: best() // lines; known before anything is drawn, so that nothing moves afterwards

    function inLines(count: int): real {
        const wide = count === 1 ? across / ems : count * across / (ems + count); // a line may end one character early
        return Math.min(largest, wide, room / count / PageMetrics.nameLeading);
    }
    function best(): int {
        let found = 1;
        for (let count = 2; count <= lines; count++)
            if (inLines(count) > inLines(found) || across / ems * (count - 1) < floor)
                found = count;
        return found;
    }

    implicitHeight: words.implicitHeight

    KapokText {
        id: words

        width: name.width
        size: Math.max(name.floor, Math.floor(name.inLines(name.needed)))
        weight: Font.Bold
        wrapMode: Text.Wrap
        maximumLineCount: name.lines
        lineHeightMode: name.needed > 1 ? Text.FixedHeight : Text.ProportionalHeight
        lineHeight: name.needed > 1 ? Math.floor(size * PageMetrics.nameLeading) : 1
        Accessible.ignored: name.silent || text === ""
    }
    TextMetrics {
        id: ruler

        text: words.text
        font.family: words.font.family
        font.weight: words.weight
        font.pixelSize: PageMetrics.nameRuler
    }
}
