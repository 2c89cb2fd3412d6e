// One thing that was looked at: its lamp, its name, what was found and what to do. Only read.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Panel {
    id: row

    required property string lamp
    required property string name
    property string said
    property string advice
    property string figure // what is measured or told, at its end
    readonly property bool odd: lamp === "warning" || lamp === "fault"
    readonly property string told: advice === "" ? said : said + Form.stop + advice
    readonly property var sign: SelfTestWords.sign[lamp] ?? SelfTestWords.sign.unknown

    lined: true
    color: odd ? Theme.colors.warnSoft : Theme.colors.surface
    border.color: odd ? Theme.warnEdge : Theme.colors.border
    Accessible.role: Accessible.StaticText
    Accessible.name: Form.clauses([name, figure, SelfTestWords.lamp[lamp] ?? "", told].filter(one => one !== ""))

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Tokens.space5
        anchors.rightMargin: Tokens.space5
        spacing: Tokens.space4

        Icon {
            name: row.sign[0]
            style: row.sign[1]
            tint: row.sign[2]
            size: Metrics.icon
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.maximumHeight: row.height
            spacing: Metrics.together

            KapokText {
                Layout.fillWidth: true
                text: row.name
                size: Metrics.textBody
                weight: Font.Bold
                Accessible.ignored: true
            }
            KapokText {
                Layout.fillWidth: true
                Layout.fillHeight: true
                text: row.told
                size: Metrics.textLatin
                color: row.odd ? Theme.colors.text : Theme.colors.textMuted
                wrapMode: Text.Wrap
                fontSizeMode: Text.Fit
                minimumPixelSize: Metrics.textFloor
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
        Figure {
            visible: row.figure !== ""
            number: row.figure
            size: Metrics.textTitle
            Accessible.ignored: true
        }
    }
}
