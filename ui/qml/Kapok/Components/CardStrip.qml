// 带身份证了？ A card may be laid down at any time; the chevrons point to where.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Panel {
    id: strip

    property bool scanner: false // codes are read here as well

    height: PageMetrics.cardStrip
    color: Theme.colors.callMist
    border.color: Theme.colors.callSoft
    border.width: Metrics.hairline

    Icon {
        id: card

        x: PageMetrics.tilePadding
        anchors.verticalCenter: parent.verticalCenter
        name: "identification-card"
        style: "duotone"
        tint: "red.600"
        size: PageMetrics.cardIcon
    }
    Column {
        anchors.left: card.right
        anchors.leftMargin: Tokens.space6
        anchors.verticalCenter: parent.verticalCenter
        spacing: Metrics.tight

        KapokText {
            text: qsTr("带身份证了？直接放到读卡区")
            size: Metrics.stripTitle
            weight: Font.Bold
        }
        KapokText {
            text: strip.scanner ? qsTr("约好了？手机上的码对准扫码口也行") : qsTr("先放证、后选事项，都可以")
            size: Tokens.kioskFontLatin
            color: Theme.colors.textMuted
        }
    }
    Image {
        anchors.right: parent.right
        anchors.rightMargin: PageMetrics.tilePadding
        anchors.verticalCenter: parent.verticalCenter
        source: Theme.art("chevrons")
        sourceSize.height: Metrics.chevrons
        height: Metrics.chevrons
        Accessible.ignored: true
    }
}
