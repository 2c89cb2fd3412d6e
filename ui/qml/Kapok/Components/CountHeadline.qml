// A question or an answer whose number is what counts: 只需带 1 样.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

RowLayout {
    id: line

    required property string text
    required property string figure
    readonly property int at: figure === "" ? -1 : text.indexOf(figure)

    spacing: Tokens.space4
    Accessible.role: Accessible.Heading
    Accessible.name: text

    Headline {
        Layout.alignment: Qt.AlignBaseline
        visible: text !== ""
        text: line.at < 0 ? line.text : line.text.slice(0, line.at).trim()
        Accessible.ignored: true
    }
    Headline {
        Layout.alignment: Qt.AlignBaseline
        text: line.at < 0 ? "" : line.figure
        font.family: Theme.fontMixed
        font.pixelSize: PageMetrics.countFigure
        Accessible.ignored: true
    }
    Headline {
        Layout.alignment: Qt.AlignBaseline
        Layout.fillWidth: true
        text: line.at < 0 ? "" : line.text.slice(line.at + line.figure.length).trim()
        Accessible.ignored: true
    }
}
