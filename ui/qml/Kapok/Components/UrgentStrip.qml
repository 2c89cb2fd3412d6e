// 紧急通知 at the head of every page, in the place of the hall's name: what happened and what to do, in amber.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Panel {
    id: strip

    required property string words

    objectName: "urgent"
    height: Math.max(Metrics.crest, said.implicitHeight + Tokens.space2)
    color: Theme.colors.warnSoft
    border.color: Theme.warnEdge
    border.width: Metrics.edge
    Accessible.role: Accessible.AlertMessage
    Accessible.name: visible ? qsTr("紧急通知：%1").arg(words) : ""

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Tokens.space3
        anchors.rightMargin: Tokens.space3
        spacing: Tokens.space3

        Icon {
            visible: !(Form.landscape && Form.large)
            name: "warning"
            style: "fill"
            tint: "amber.600"
            size: Metrics.icon
        }
        KapokText {
            id: said

            Layout.fillWidth: true
            text: strip.words
            size: Form.latin || Form.large ? Metrics.textLatin : Metrics.textBody
            weight: Font.Bold
            color: Theme.colors.warn
            wrapMode: Text.Wrap
            lineHeight: Form.landscape ? Metrics.closeLine : 1
            Accessible.ignored: true
        }
    }
}
