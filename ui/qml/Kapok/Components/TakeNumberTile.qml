// 取号办事: the one red thing of the first page.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Pressable {
    id: tile

    required property string hallState // of HomeProps
    readonly property bool offline: hallState === "offline"
    readonly property bool rests: hallState === "closed" || hallState === "out"
    readonly property string note: Words.takeNote[hallState] ?? qsTr("排队到窗口办理")
    readonly property string latin: Form.latin ? "" : "Take a number"
    readonly property bool roomy: height > PageMetrics.heroRoomy && !Form.large

    spoken: qsTr("取号办事")
    described: Form.clauses([note, offline ? Words.offlineNumber + Form.gap + Words.goodAsAny : "", latin])
    look: rests ? Theme.resting : Theme.primary
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
            color: tile.rests ? Theme.colors.page : Theme.colors.veil

            Icon {
                anchors.centerIn: parent
                name: "ticket"
                style: "duotone"
                tint: tile.rests ? "bark.500" : "bark.0"
                size: tile.roomy ? PageMetrics.heroIcon : PageMetrics.heroIconLow
                rotation: PageMetrics.heroTilt
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: tile.roomy ? 0 : Metrics.together

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
                Layout.fillWidth: true
                visible: !Form.large || tile.rests
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Metrics.textFloor
                text: tile.note
                color: tile.look.ink
                Accessible.ignored: true
            }
            KapokText {
                visible: tile.roomy && text !== ""
                text: tile.latin
                size: Metrics.textLatin
                weight: Font.Medium
                color: tile.look.ink
                Accessible.ignored: true
            }
        }
        OfflineSlip {
            visible: tile.offline && !Form.large
        }
        Rectangle {
            visible: !tile.rests && !(tile.offline && !Form.large)
            Layout.preferredWidth: PageMetrics.heroArrow
            Layout.preferredHeight: PageMetrics.heroArrow
            radius: height / 2
            color: Theme.colors.surface

            Icon {
                anchors.centerIn: parent
                name: "caret-right"
                tint: "red.600"
                size: PageMetrics.heroArrowIcon
            }
        }
    }
}
