// A choice with a picture in a round well, a name, a line that explains it and, where there is room, the same in Latin
// letters. One that cannot be used now rests: grey, with the reason in place of the explanation.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Theme

Pressable {
    id: tile

    required property string title
    property string note
    property string latin
    required property string iconName
    property bool resting: false
    property bool plug: false // rests because there is no network
    readonly property bool beside: Form.large && width > PageMetrics.tileWide // the explanation stands beside the name
    readonly property bool roomy: height > PageMetrics.tileRoomy && !Form.large

    spoken: title
    described: Form.clauses([note, Form.latin ? "" : latin])
    look: resting ? Theme.resting : Theme.choice
    petal: Tokens.radiusPetal

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Tokens.space6
        anchors.rightMargin: Tokens.space4
        spacing: Tokens.space5

        Rectangle {
            Layout.preferredWidth: tile.roomy ? PageMetrics.tileWell : PageMetrics.tileWellLow
            Layout.preferredHeight: Layout.preferredWidth
            radius: height / 2
            color: tile.resting ? Theme.colors.page : Theme.colors.callMist

            Icon {
                anchors.centerIn: parent
                name: tile.iconName
                style: "duotone"
                tint: tile.resting ? "bark.500" : "red.600"
                size: tile.roomy ? PageMetrics.tileIcon : Metrics.icon
            }
        }
        GridLayout {
            Layout.fillWidth: true
            columns: tile.beside ? 2 : 1
            columnSpacing: Tokens.space5
            rowSpacing: tile.roomy ? Metrics.tight : Metrics.together

            KapokText {
                Layout.fillWidth: true
                text: tile.title
                size: Form.large ? Metrics.textTitle : PageMetrics.tileTitle
                weight: Font.Bold
                color: tile.look.ink
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Metrics.textBody
                Accessible.ignored: true
            }
            RowLayout {
                Layout.fillWidth: !tile.beside
                Layout.preferredWidth: tile.beside ? tile.width / 2 : implicitWidth
                visible: tile.note !== "" && (!Form.large || tile.resting)
                spacing: Tokens.space2

                Icon {
                    visible: tile.plug
                    name: "plugs"
                    tint: "bark.500"
                    size: Metrics.textLatin
                }
                KapokText {
                    Layout.fillWidth: true
                    text: tile.note
                    size: Metrics.textLatin
                    color: Theme.colors.textMuted
                    wrapMode: Text.Wrap
                    maximumLineCount: tile.roomy ? 2 : 1
                    fontSizeMode: Text.Fit
                    minimumPixelSize: Metrics.textFloor
                    Accessible.ignored: true
                }
            }
            KapokText {
                visible: text !== "" && tile.roomy && !tile.resting && !Form.latin
                text: tile.latin
                size: Metrics.textLatin
                weight: Font.Medium
                color: Theme.colors.textMuted
                Accessible.ignored: true
            }
        }
    }
}
