// 带身份证了？ A card may be laid down at any time; the chevrons point to where.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Panel {
    id: strip

    property bool scanner: false // codes are read here as well
    property bool narrow: false // something stands beside it

    implicitHeight: PageMetrics.cardStrip
    color: Theme.colors.callMist
    border.color: Form.contrast ? Theme.colors.border : Theme.colors.callSoft
    border.width: Form.contrast ? Metrics.edge : Metrics.hairline

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: PageMetrics.tilePadding
        anchors.rightMargin: PageMetrics.tilePadding
        spacing: Tokens.space6

        Icon {
            name: "identification-card"
            style: "duotone"
            tint: "red.600"
            size: Form.pick(PageMetrics.cardIcon, PageMetrics.cardIconLow)
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Metrics.tight

            KapokText {
                Layout.fillWidth: true
                text: Form.large ? qsTr("身份证放下面也行") : qsTr("带身份证了？直接放到读卡区")
                size: Metrics.stripTitle
                weight: Font.Bold
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Metrics.textLatin
            }
            KapokText {
                Layout.fillWidth: true
                visible: !Form.large && !(strip.narrow && Form.latin)
                text: strip.scanner ? qsTr("约好了？手机码对准扫码口也行") : qsTr("先放证、后选事项，都可以")
                size: Metrics.textLatin
                color: Theme.colors.textMuted
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Metrics.textFloor
            }
        }
        Image {
            visible: !strip.narrow
            source: Theme.art("chevrons")
            sourceSize.height: Form.pick(Metrics.chevrons, PageMetrics.chevronsLow)
            Accessible.ignored: true
        }
    }
}
