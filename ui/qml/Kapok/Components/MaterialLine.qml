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
    readonly property string done: spared ? Words.spared[line.source] ?? "" : line.how === "later" ? qsTr("可以后补") : line.how === "fetch" ? qsTr("先取号，再回去拿") : Words.madeHere[line.madeHere] ?? ""
    readonly property var pictures: ({
            "id_card": "identification-card",
            "photo": "user-square",
            "paper": "file-text",
            "licence": "certificate"
        })

    lined: true
    color: line.how === "bring" ? Theme.colors.surface : Theme.colors.sunken
    border.color: line.how === "bring" ? Theme.colors.text : Theme.colors.border
    implicitHeight: drawn ? 2 * Metrics.row + Metrics.rowGap : Metrics.row
    Accessible.role: Accessible.StaticText
    Accessible.name: [line.name, line.note, done].filter(part => part !== "").join("，")

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Tokens.space6
        anchors.rightMargin: Tokens.space6
        spacing: Tokens.space5

        Rectangle {
            Layout.preferredWidth: panel.drawn ? PageMetrics.materialDrawn : Metrics.rowWell
            Layout.preferredHeight: Layout.preferredWidth
            radius: panel.drawn ? Tokens.radiusL : height / 2
            color: panel.spared ? Theme.colors.okSoft : Theme.colors.sunken

            Icon {
                anchors.centerIn: parent
                visible: panel.spared
                name: "check-circle"
                style: "fill"
                tint: "jade.600"
                size: Metrics.icon
            }
            Icon {
                anchors.centerIn: parent
                visible: !panel.spared
                name: panel.pictures[panel.line.picture] ?? "file-text"
                style: "duotone"
                size: panel.drawn ? PageMetrics.materialDrawnIcon : Metrics.icon
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
            KapokText {
                Layout.fillWidth: panel.drawn || Form.large
                Layout.maximumWidth: panel.drawn || Form.large ? panel.width : panel.width * PageMetrics.materialShare
                visible: text !== ""
                text: panel.done
                size: Form.large ? Metrics.textNote : Metrics.textLatin
                weight: Font.DemiBold
                color: panel.spared ? Theme.colors.okStrong : Theme.colors.textMuted
                wrapMode: Text.WordWrap
                maximumLineCount: Form.large ? 1 : 2
                fontSizeMode: Text.Fit
                minimumPixelSize: Metrics.textFloor
                Accessible.ignored: true
            }
        }
    }
}
