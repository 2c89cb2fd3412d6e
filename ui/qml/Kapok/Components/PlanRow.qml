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

    readonly property bool brief: item.name.length <= (Form.latin ? 2 : 1) * PageMetrics.nameShort // else where stands behind the name

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
            spacing: Metrics.together

            NameText {
                Layout.fillWidth: true
                text: row.brief || row.where === "" ? row.item.name : row.item.name + " · " + row.where
                across: row.width - (row.removable ? PageMetrics.takeAway : 0) - Tokens.space6 - Tokens.space3 - Tokens.space5
                largest: row.where === "" || Form.large ? Metrics.textLabel : Metrics.textBody
                lines: row.brief && row.where !== "" ? 1 : PageMetrics.nameLines
                room: row.height - 2 * Tokens.space1
            }
            KapokText {
                Layout.fillWidth: true
                visible: text !== "" && row.brief
                text: row.where
                size: Metrics.textLatin
                color: row.item.unserved ? Theme.colors.warn : Theme.colors.textMuted
            }
        }
        KapokButton {
            objectName: row.owner + ".take_away." + row.item.itemId
            Layout.preferredWidth: PageMetrics.takeAway
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
