// One thing that was logged: its lamp, its words as they are, when and by what part. Only read.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Panel {
    id: line

    required property var entry // LogRow of the log props
    readonly property bool odd: entry.lamp === "warning" || entry.lamp === "fault"
    readonly property var sign: SelfTestWords.sign[entry.lamp] ?? SelfTestWords.sign.unknown
    readonly property string origin: entry.when === "" ? qsTr("断开的一行") : Form.clauses([entry.when, entry.source])

    lined: true
    color: odd ? Theme.colors.warnSoft : Theme.colors.surface
    border.color: odd ? Theme.warnEdge : Theme.colors.border
    Accessible.role: Accessible.StaticText
    Accessible.name: Form.clauses([odd ? SelfTestWords.lamp[entry.lamp] : "", origin, entry.text].filter(one => one !== ""))

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Tokens.space4
        anchors.rightMargin: Tokens.space4
        anchors.topMargin: Tokens.space1
        anchors.bottomMargin: Tokens.space2
        spacing: Tokens.space4

        Icon {
            name: line.sign[0]
            style: line.sign[1]
            tint: line.sign[2]
            size: Metrics.icon
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: Form.landscape ? 2 : 1
            columnSpacing: Tokens.space4
            rowSpacing: 0

            KapokText {
                Layout.fillWidth: true
                Layout.fillHeight: true
                text: line.entry.text
                size: Metrics.textLatin
                verticalAlignment: Text.AlignVCenter
                wrapMode: Text.WrapAnywhere
                lineHeight: Metrics.closeLine
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            KapokText {
                Layout.fillWidth: !Form.landscape
                Layout.preferredWidth: Form.landscape ? PageMetrics.logWhen : -1
                horizontalAlignment: Form.landscape ? Text.AlignRight : Text.AlignLeft
                text: line.origin
                size: Metrics.textLatin
                color: line.odd ? Theme.colors.text : Theme.colors.textMuted
                wrapMode: Form.landscape ? Text.Wrap : Text.NoWrap
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
    }
}
