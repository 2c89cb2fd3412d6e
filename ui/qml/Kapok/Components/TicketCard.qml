// The number on its red petal. What stands in the white pane is the page's business.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Rectangle {
    id: card

    required property string label
    required property int paneHeight
    property string caption: Words.yourNumber
    default property alias pane: inner.data

    radius: Tokens.radiusL
    topLeftRadius: Tokens.radiusL
    topRightRadius: Tokens.radiusPetalBoard
    bottomLeftRadius: Tokens.radiusL
    bottomRightRadius: Tokens.radiusL
    color: Theme.colors.call

    Image {
        anchors.right: parent.right
        anchors.rightMargin: Tokens.space6
        anchors.verticalCenter: number.verticalCenter
        source: Theme.art("blossom-ghost")
        sourceSize.width: Metrics.ghost
        Accessible.ignored: true
    }
    KapokText {
        x: PageMetrics.ticketPadding
        y: PageMetrics.ticketCaptionTop
        text: card.caption
        size: Tokens.kioskFontLabel
        weight: Font.Medium
        color: Theme.colors.onCall
    }
    KapokText {
        id: number

        objectName: "ticket.number"
        x: PageMetrics.ticketPadding - Tokens.space2
        width: parent.width - 2 * PageMetrics.ticketPadding
        height: implicitHeight
        anchors.verticalCenter: parent.top
        anchors.verticalCenterOffset: (card.height - card.paneHeight) / 2 + PageMetrics.ticketNumberDrop
        text: card.label
        size: PageMetrics.ticketNumber
        weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Tokens.kioskFontDisplay
        color: Theme.colors.onCall
    }
    Panel {
        id: inner

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Tokens.space4
        height: card.paneHeight - Tokens.space4
        radius: Tokens.radiusM
    }
}
