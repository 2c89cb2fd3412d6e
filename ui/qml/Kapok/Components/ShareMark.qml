// 正在给工作人员看: stands at the head of every page for as long as somebody may see it, in the place of the hall's name.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Panel {
    id: mark

    objectName: "shared"
    implicitHeight: Metrics.crest
    color: Theme.colors.infoSoft
    border.color: Theme.colors.infoStrong
    border.width: Metrics.edge
    Accessible.role: Accessible.AlertMessage
    Accessible.name: visible ? said.text : ""

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Tokens.space3
        anchors.rightMargin: Tokens.space3
        spacing: Tokens.space3

        Icon {
            name: "monitor"
            tint: "sky.700"
            size: Metrics.icon
        }
        KapokText {
            id: said

            Layout.fillWidth: true
            text: qsTr("正在给工作人员看")
            size: Form.latin || Form.large ? Metrics.textLatin : Metrics.textBody
            weight: Font.Bold
            color: Theme.colors.infoStrong
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
}
