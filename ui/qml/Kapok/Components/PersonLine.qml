// Who the number is for: masks only, or that nobody was named.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

RowLayout {
    id: line

    required property ConfirmViewModel confirm
    readonly property string forWhom: confirm.company !== "" ? qsTr("替「%1」办").arg(confirm.company) : confirm.otherMask !== "" ? qsTr("替 %1 办").arg(confirm.otherMask) : confirm.forOther ? qsTr("替别人办，到窗口出示对方的证") : ""

    spacing: Tokens.space6

    Rectangle {
        visible: !Form.large && (line.confirm.known || !Form.landscape) // its room is for the words
        Layout.preferredWidth: Form.pick(PageMetrics.personWell, PageMetrics.personWellLow)
        Layout.preferredHeight: Layout.preferredWidth
        radius: height / 2
        color: Theme.colors.sunken

        Icon {
            anchors.centerIn: parent
            name: line.confirm.known ? "user" : "ticket"
            size: PageMetrics.personIcon
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        KapokText {
            Layout.fillWidth: true
            text: line.confirm.known ? line.confirm.nameMask || qsTr("亮码取号") : qsTr("不记名取号")
            size: line.confirm.known ? PageMetrics.personName : Metrics.textLabel
            weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Metrics.textBody
        }
        KapokText {
            Layout.fillWidth: true
            text: line.forWhom !== "" ? line.forWhom : line.confirm.known ? line.confirm.numberMask === "" ? qsTr("码认到了，不含姓名") : qsTr("证件尾号 %1").arg(line.confirm.numberMask) : line.confirm.noReader ? qsTr("读卡器用不了，到窗口出示证件") : qsTr("没有读证，到窗口再出示")
            size: Metrics.textLatin
            color: Theme.colors.textMuted
            wrapMode: Text.Wrap
        }
    }
}
