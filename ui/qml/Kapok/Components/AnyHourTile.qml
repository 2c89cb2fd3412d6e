// 24 小时可办: the one red thing of the first page while the doors are shut (UI-K22).
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Pressable {
    id: tile

    required property int usable
    readonly property bool roomy: height > PageMetrics.heroRoomy && !Form.large

    spoken: qsTr("24 小时可办")
    described: note.text
    look: Theme.primary
    petal: Tokens.radiusPetalHero

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Tokens.kioskMargin
        anchors.rightMargin: Tokens.kioskMargin
        spacing: PageMetrics.heroGap

        Rectangle {
            Layout.preferredWidth: tile.roomy ? PageMetrics.heroWell : PageMetrics.heroWellLow
            Layout.preferredHeight: Layout.preferredWidth
            radius: height / 2
            color: Theme.colors.veil

            Icon {
                anchors.centerIn: parent
                name: "clock"
                style: "duotone"
                tint: "bark.0"
                size: tile.roomy ? PageMetrics.heroIcon : PageMetrics.heroIconLow
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: tile.roomy ? 0 : 2 * Metrics.together

            KapokText {
                Layout.fillWidth: true
                text: tile.spoken
                size: PageMetrics.heroTitle
                weight: Font.Bold
                color: tile.look.ink
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Metrics.textTitle
                Accessible.ignored: true
            }
            KapokText {
                id: note

                Layout.fillWidth: true
                visible: !Form.large
                text: tile.usable > 0 ? qsTr("这台机器能办 %1 件").arg(tile.usable) : qsTr("看看哪台机器能办")
                color: tile.look.ink
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Metrics.textFloor
                Accessible.ignored: true
            }
        }
    }
}
