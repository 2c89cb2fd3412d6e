// What is to be done about a thing, in a few words with a sign: on file, made in the hall, later.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Rectangle {
    id: tag

    required property var line // MaterialLine of the precheck props
    property int widest
    readonly property bool spared: line.how === "spared"
    readonly property string text: spared ? Words.spared[line.source] ?? "" : line.how === "later" ? qsTr("可以后补") : line.how === "fetch" ? qsTr("先取号，再回去拿") : Words.madeHere[line.madeHere] ?? ""
    readonly property string sign: line.how === "spared" ? signs[line.source] ?? "" : line.how === "later" ? "clock" : line.how === "fetch" ? "arrow-u-up-left" : signs[line.madeHere] ?? ""
    readonly property string tint: spared ? "jade.700" : line.how === "later" || line.how === "fetch" ? "bark.500" : "bark.900"
    readonly property var signs: ({
            "licence": "identification-card",
            "system": "database",
            "photo": "camera",
            "copy": "copy",
            "print": "printer",
            "form": "note-pencil"
        })
    readonly property bool pill: !Form.large && (spared || line.how === "bring" || line.how === "here")
    readonly property int inside: pill ? Tokens.space4 : 0
    readonly property int around: 2 * inside + (icon.visible ? icon.size + row.spacing : 0)

    visible: text !== ""
    implicitWidth: Math.min(widest, measure.advanceWidth + around + Tokens.space2)
    implicitHeight: words.implicitHeight + (pill ? 2 * Tokens.space2 : 0)
    radius: Tokens.radiusM
    color: !pill ? "transparent" : spared ? Theme.colors.okSoft : Theme.colors.sunken
    border.color: Theme.colors.border
    border.width: Form.contrast && pill ? Metrics.hairline : 0

    TextMetrics {
        id: measure

        font: words.font
        text: tag.text
    }
    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: tag.inside
        anchors.rightMargin: tag.inside
        spacing: Tokens.space3

        Icon {
            id: icon

            visible: !Form.large && tag.sign !== ""
            name: tag.sign || "clock"
            tint: tag.tint
            size: PageMetrics.materialSign
        }
        KapokText {
            id: words

            Layout.fillWidth: true
            text: tag.text
            size: Form.large ? Metrics.textNote : Metrics.textLatin
            weight: Font.DemiBold
            color: tag.spared ? Theme.colors.okStrong : tag.line.how === "later" || tag.line.how === "fetch" ? Theme.colors.textMuted : Theme.colors.text
            wrapMode: Text.WordWrap
            maximumLineCount: Form.large ? 1 : 2
            fontSizeMode: Text.Fit
            minimumPixelSize: Form.latin ? Metrics.textLatin : Metrics.textFloor
            Accessible.ignored: true
        }
    }
}
