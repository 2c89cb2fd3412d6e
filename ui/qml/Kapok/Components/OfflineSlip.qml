// The slip as it comes out while the hall is silent: 离线号, as good as any other.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Rectangle {
    id: slip

    implicitWidth: PageMetrics.offlineSlip
    implicitHeight: words.implicitHeight + 2 * Tokens.space4
    rotation: PageMetrics.slipTilt
    color: Tokens.bark0
    border.color: Form.contrast ? Tokens.bark900 : Tokens.bark0
    border.width: Metrics.edge
    Accessible.ignored: true

    ColumnLayout {
        id: words

        anchors.fill: parent
        anchors.margins: Tokens.space4
        spacing: Tokens.space3

        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: band.implicitHeight + Tokens.space2
            radius: Tokens.radiusS
            color: Tokens.bark900

            KapokText {
                id: band

                anchors.centerIn: parent
                text: Words.offlineNumber
                size: Metrics.textNote
                weight: Font.Bold
                color: Tokens.bark0
                Accessible.ignored: true
            }
        }
        KapokText {
            Layout.alignment: Qt.AlignHCenter
            text: Words.goodAsAny
            size: Metrics.textNote
            weight: Font.Medium
            color: Tokens.bark900
            Accessible.ignored: true
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: Metrics.stepBar
            radius: height / 2
            color: Tokens.bark200
        }
    }
}
