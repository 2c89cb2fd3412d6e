// Who the number is for: masks only, or that nobody was named.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

Item {
    id: line

    required property ConfirmViewModel confirm

    height: PageMetrics.person

    Rectangle {
        id: well

        anchors.verticalCenter: parent.verticalCenter
        width: PageMetrics.personWell
        height: width
        radius: width / 2
        color: Theme.colors.sunken

        Icon {
            anchors.centerIn: parent
            name: line.confirm.known ? "user" : "ticket"
            size: PageMetrics.personIcon
        }
    }
    Column {
        anchors.left: well.right
        anchors.leftMargin: Tokens.space6
        anchors.verticalCenter: parent.verticalCenter

        KapokText {
            text: line.confirm.known ? line.confirm.nameMask || qsTr("亮码取号") : qsTr("不记名取号")
            size: line.confirm.known ? PageMetrics.personName : Tokens.kioskFontLabel
            weight: Font.Bold
        }
        KapokText {
            text: line.confirm.known ? line.confirm.numberMask === "" ? qsTr("码认到了，不含姓名") : qsTr("证件尾号 %1").arg(line.confirm.numberMask) : qsTr("没有读证，到窗口再出示")
            size: Tokens.kioskFontLatin
            color: Theme.colors.textMuted
        }
    }
}
