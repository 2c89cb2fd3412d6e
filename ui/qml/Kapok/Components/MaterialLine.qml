// One thing of a list of materials: drawn, what it is, and what is to be done about it. Only read, never touched.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Panel {
    id: panel

    required property var line // MaterialLine of the precheck props
    property bool drawn: false // large: it is the only thing to bring
    readonly property bool spared: line.how === "spared"

    lined: true
    radius: Tokens.radiusL
    topRightRadius: drawn ? Tokens.radiusPetal : radius
    readonly property bool own: line.how === "bring" || line.how === "here"

    color: own ? Theme.colors.surface : Theme.colors.sunken
    border.color: own ? Theme.colors.text : Theme.colors.border
    implicitHeight: drawn ? 2 * Metrics.row + Metrics.rowGap : Metrics.row
    Accessible.role: Accessible.StaticText
    Accessible.name: Form.clauses([line.name, line.note, tag.text])

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Tokens.space6
        anchors.rightMargin: Tokens.space6
        spacing: Tokens.space5

        Rectangle {
            Layout.preferredWidth: panel.drawn ? PageMetrics.materialDrawn : PageMetrics.materialWell
            Layout.preferredHeight: Layout.preferredWidth
            radius: panel.drawn ? Tokens.radiusL : Tokens.radiusM
            color: panel.spared ? Theme.colors.okSoft : panel.own ? Theme.colors.callMist : Theme.colors.surface

            Image {
                anchors.centerIn: parent
                source: Theme.art("thing-" + panel.line.picture.replace("_", "-"))
                sourceSize: Qt.size(width, height)
                width: panel.drawn ? PageMetrics.materialDrawnIcon : PageMetrics.material
                height: width
                Accessible.ignored: true
            }
            Icon {
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                visible: panel.spared
                name: "check-circle"
                style: "fill"
                tint: "jade.600"
                size: PageMetrics.materialTick
            }
        }
        GridLayout {
            Layout.fillWidth: true
            columns: panel.drawn || Form.large ? 1 : 2
            columnSpacing: Tokens.space5
            rowSpacing: panel.drawn ? Tokens.space4 : Metrics.tight

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Metrics.tight

                KapokText {
                    Layout.fillWidth: true
                    text: panel.line.name
                    size: panel.drawn ? Metrics.textTitle : Form.landscape && panel.line.note !== "" ? Metrics.textBody : Metrics.textLabel
                    weight: panel.spared ? Font.Normal : Font.Bold
                    wrapMode: Text.WordWrap
                    maximumLineCount: panel.drawn ? 2 : 1
                    elide: Text.ElideRight
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Form.latin ? Metrics.textLatin : Metrics.textBody
                    Accessible.ignored: true
                }
                KapokText {
                    Layout.fillWidth: true
                    visible: text !== "" && !Form.large
                    text: panel.line.note
                    size: Metrics.textNote
                    color: Theme.colors.textMuted
                    elide: Text.ElideRight
                    Accessible.ignored: true
                }
            }
            MaterialTag {
                id: tag

                line: panel.line
                widest: panel.drawn || Form.large ? panel.width - Metrics.rowWell - PageMetrics.materialDrawn : panel.width * PageMetrics.materialShare
            }
        }
    }
}
