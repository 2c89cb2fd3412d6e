// A value as it is and as it would be: old → new.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Panel {
    id: panel

    required property string before
    required property string after

    lined: true
    implicitHeight: PageMetrics.slotRow
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("从 %1 改成 %2").arg(before).arg(after)

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Tokens.space6
        anchors.rightMargin: Tokens.space6
        spacing: Tokens.space5

        KapokText {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            horizontalAlignment: Text.AlignHCenter
            text: panel.before
            size: Metrics.textTitle
            color: Theme.colors.textMuted
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Metrics.textFloor
            Accessible.ignored: true
        }
        Icon {
            name: "arrow-right"
            size: Metrics.icon
        }
        KapokText {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            horizontalAlignment: Text.AlignHCenter
            text: panel.after
            size: Metrics.textTitle
            weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Metrics.textFloor
            Accessible.ignored: true
        }
    }
}
