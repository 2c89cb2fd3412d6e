// Head of every page: what it asks, one line that helps, and the flower where nothing else is red.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Item {
    id: page

    required property string title
    property string note
    property string art
    property color noteColor: Theme.colors.textMuted
    default property alias content: body.data

    width: Metrics.screenWidth
    height: Metrics.pageHeight

    Image {
        anchors.right: parent.right
        visible: page.art !== ""
        source: page.art === "" ? "" : Theme.art(page.art)
        sourceSize.width: Metrics.sprig
        width: Metrics.sprig
        y: Metrics.sprigTop
        fillMode: Image.PreserveAspectFit
        Accessible.ignored: true
    }
    Headline {
        x: Tokens.kioskMargin
        y: Metrics.titleTop
        text: page.title
    }
    KapokText {
        x: Tokens.kioskMargin
        y: Metrics.noteTop
        text: page.note
        size: Metrics.noteText
        color: page.noteColor
    }
    Item {
        id: body

        anchors.fill: parent
    }
}
