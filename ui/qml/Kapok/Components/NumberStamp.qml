// A number on its red petal, without more: for pages that tell how it stands. One that is over is dark.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Rectangle {
    id: stamp

    required property string label
    property bool over: false

    implicitHeight: PageMetrics.stamp
    radius: Tokens.radiusL
    topLeftRadius: Tokens.radiusL
    topRightRadius: Tokens.radiusPetalHero
    bottomLeftRadius: Tokens.radiusL
    bottomRightRadius: Tokens.radiusL
    color: over ? Theme.colors.end : Theme.colors.call

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: PageMetrics.ticketPadding
        anchors.rightMargin: PageMetrics.ticketPadding
        anchors.topMargin: Tokens.space5
        anchors.bottomMargin: Tokens.space4
        spacing: 0

        KapokText {
            visible: !Form.large
            text: Words.yourNumber
            size: Metrics.textLabel
            weight: Font.Medium
            color: stamp.over ? Theme.colors.onEnd : Theme.colors.onCall
        }
        KapokText {
            objectName: "ticket.number"
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: stamp.label
            size: PageMetrics.stampNumber
            weight: Font.Bold
            fontSizeMode: Text.Fit
            minimumPixelSize: Tokens.kioskFontDisplay
            verticalAlignment: Text.AlignVCenter
            color: stamp.over ? Theme.colors.onEnd : Theme.colors.onCall
        }
    }
}
