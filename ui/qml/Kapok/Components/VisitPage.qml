// The frame of a page: the question and one line that helps; then what is said, what can be touched, and what leads on.
//
//   upright: question on top, everything else below it      lying: question on the left, everything else beside it
//
// `aside` goes with the question when the panel lies, else it comes first. `info` is only read, so 往下移 leaves it where
// it is. The content begins below both and never above `Metrics.touchTop`; its width and height are those of the room
// that is left, its own parts fill it. `actions` stand in one row at the end; the one that leads on fills the row.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Item {
    id: page

    required property string title
    property string figure // a number in the title that is the largest thing on the page
    property string note
    property string art
    property color noteColor: Theme.colors.textMuted
    property list<string> steps // the step line, when this page is one of a way
    property int step
    property int infoTop: Metrics.contentTop // higher on a page that begins with what is only read
    property bool actionsTall: false // 取号 alone is taller
    property alias aside: asideBox.data
    property alias info: infoBox.data
    default property alias content: room.data
    property alias actions: actionRow.data
    readonly property bool acts: actionRow.children.length > 0
    readonly property bool askedLong: !Form.landscape && steps.length > 0 && question.lineCount > 1 // the note gives way

    width: Metrics.screenWidth
    height: Metrics.pageHeight

    Image {
        anchors.right: parent.right
        visible: page.art !== "" && !Form.landscape
        source: page.art === "" ? "" : Theme.art(page.art)
        sourceSize.width: Metrics.sprig
        width: Metrics.sprig
        y: Metrics.sprigTop
        fillMode: Image.PreserveAspectFit
        Accessible.ignored: true
    }
    ColumnLayout {
        id: head

        x: Tokens.kioskMargin
        y: Metrics.titleTop
        width: Metrics.headWidth
        spacing: Tokens.space4

        CountHeadline {
            Layout.fillWidth: true
            visible: page.figure !== ""
            text: page.title
            figure: page.figure
        }
        Headline {
            id: question

            Layout.fillWidth: true
            visible: page.figure === ""
            Layout.rightMargin: page.art !== "" && !Form.landscape ? Metrics.sprig - Tokens.kioskMargin : 0
            text: page.title
            font.pixelSize: page.title.length > (/[\u3400-\u9fff]/.test(page.title) ? PageMetrics.titleLetters : PageMetrics.titleLettersLatin) ? Metrics.headlineLeast : Metrics.headline
        }
        KapokText {
            Layout.fillWidth: true
            visible: text !== "" && !(Form.large && Form.landscape && asideBox.height > 0) && !page.askedLong
            text: page.note
            size: Metrics.noteText
            color: page.noteColor
            wrapMode: Text.Wrap
        }
        StepLine {
            Layout.fillWidth: true
            Layout.topMargin: Tokens.space4
            visible: names.length > 0
            names: page.steps
            current: page.step
        }
    }
    ColumnLayout {
        id: asideBox

        x: Form.landscape ? head.x : Metrics.contentX
        y: Form.landscape ? head.y + head.height + Tokens.space6 : page.infoTop
        width: Form.landscape ? Metrics.headWidth : Metrics.contentWidth
        spacing: Tokens.kioskGap
    }
    ColumnLayout {
        id: infoBox

        readonly property real above: Form.landscape ? 0 : asideBox.height

        x: Metrics.contentX
        y: page.infoTop + (above > 0 ? above + Tokens.kioskGap : 0)
        width: Metrics.contentWidth
        spacing: Tokens.kioskGap
    }
    Item {
        id: room

        readonly property real above: infoBox.y + (infoBox.height > 0 ? infoBox.height + Tokens.kioskGap : 0)

        x: Metrics.contentX
        y: Math.max(above, Metrics.touchTop)
        width: Metrics.contentWidth
        height: (page.acts ? actionRow.y - Tokens.kioskGap : Metrics.pageEnd) - y
    }
    RowLayout {
        id: actionRow

        x: Metrics.contentX
        y: Metrics.pageEnd - height
        width: Metrics.contentWidth
        height: page.actionsTall && !Form.landscape ? Metrics.tallButton : Metrics.actionHeight
        spacing: Tokens.kioskGap
    }
}
