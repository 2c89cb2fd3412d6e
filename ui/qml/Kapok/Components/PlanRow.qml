// One item of a plan, where it is settled, and a button that takes it away again.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Panel {
    id: row

    required property var item // PlanRow of the plan props
    required property bool removable
    required property string owner // page, before the names of its targets
    readonly property string where: item.unserved ? qsTr("现在没开窗口") : item.counter > 0 ? qsTr("%1 号窗口").arg(item.counter) : ""

    signal dropped

    lined: true
    implicitHeight: Metrics.row

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Tokens.space6
        anchors.rightMargin: Tokens.space3
        spacing: Tokens.space5

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Metrics.tight

            KapokText {
                Layout.fillWidth: true
                text: row.item.name
                size: row.where === "" || Form.large ? Metrics.textLabel : Metrics.textBody
                weight: Font.Bold
                wrapMode: Text.Wrap
                maximumLineCount: Form.large && row.where === "" ? 2 : 1
                elide: Text.ElideRight
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Form.latin ? Metrics.textLatin : Metrics.textFloor
            }
            KapokText {
                Layout.fillWidth: true
                visible: text !== ""
                text: row.where
                size: Metrics.textLatin
                color: row.item.unserved ? Theme.colors.warn : Theme.colors.textMuted
            }
        }
        KapokButton {
            objectName: row.owner + ".take_away." + row.item.itemId
            Layout.preferredHeight: row.height - 2 * Tokens.space3
            visible: row.removable
            spoken: qsTr("拿掉 %1").arg(row.item.name)
            text: qsTr("拿掉")
            iconName: Form.large ? "" : "x-circle"
            size: Metrics.textLatin
            onActivated: row.dropped()
        }
    }
}
