// The number on its red petal. What stands in the white pane is the page's business: below the number, or beside it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Rectangle {
    id: card

    required property string label
    property string caption: Words.yourNumber
    property bool paned: false
    property bool coded: false // the pane holds a code: it needs more of the width
    default property alias pane: pane.data

    implicitHeight: PageMetrics.ticketCard
    radius: Tokens.radiusL
    topLeftRadius: Tokens.radiusL
    topRightRadius: Tokens.radiusPetalBoard
    bottomLeftRadius: Tokens.radiusL
    bottomRightRadius: Tokens.radiusL
    color: Theme.colors.call

    GridLayout {
        anchors.fill: parent
        anchors.margins: Tokens.space4
        columns: Form.landscape && card.paned ? 2 : 1
        columnSpacing: Tokens.space4
        rowSpacing: Tokens.space2

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: card.coded ? PageMetrics.paperNumberShare : PageMetrics.ticketNumberShare
            Layout.minimumHeight: PageMetrics.ticketNumberLeast

            Image {
                anchors.right: parent.right
                visible: !(Form.landscape && card.paned)
                anchors.rightMargin: Tokens.space5
                anchors.bottom: parent.bottom
                height: Math.min(Metrics.ghost, parent.height)
                source: Theme.art("blossom-ghost")
                sourceSize.width: Metrics.ghost
                fillMode: Image.PreserveAspectFit
                Accessible.ignored: true
            }
            ColumnLayout {
                anchors.fill: parent
                anchors.leftMargin: PageMetrics.ticketPadding
                anchors.rightMargin: PageMetrics.ticketPadding
                anchors.topMargin: Tokens.space3
                spacing: 0

                KapokText {
                    Layout.fillWidth: true
                    text: card.caption
                    size: Metrics.textLabel
                    weight: Font.Medium
                    color: Theme.colors.onCall
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Metrics.textLatin
                }
                KapokText {
                    objectName: "ticket.number"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.topMargin: -Tokens.space3
                    text: card.label
                    size: PageMetrics.ticketNumber
                    weight: Font.Bold
                    fontSizeMode: Text.Fit
                    minimumPixelSize: Tokens.kioskFontDisplay
                    verticalAlignment: Text.AlignVCenter
                    color: Theme.colors.onCall
                }
            }
        }
        Panel {
            Layout.fillWidth: true
            Layout.fillHeight: Form.landscape
            Layout.preferredWidth: card.coded ? PageMetrics.paperPaneShare : PageMetrics.ticketPaneShare
            Layout.preferredHeight: pane.implicitHeight + 2 * Tokens.space4
            visible: card.paned
            radius: Tokens.radiusM
            topLeftRadius: Tokens.radiusM
            topRightRadius: Form.landscape ? card.topRightRadius - Tokens.space4 : Tokens.radiusM // follows the petal
            bottomLeftRadius: Tokens.radiusM
            bottomRightRadius: Tokens.radiusM

            ColumnLayout {
                id: pane

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.leftMargin: PageMetrics.ticketPanePadding
                anchors.rightMargin: PageMetrics.ticketPanePadding
            }
        }
    }
}
