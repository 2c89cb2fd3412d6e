// The one way in which a fault is told: what happened in amber, what can be done now in large type, where a person is.
// Offline is no fault of anybody: it is sky and carries the crossed plug.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

ColumnLayout {
    id: panel

    required property string what // at most 14 characters
    required property string now
    property string hint
    property bool offline: false
    property string hotline

    spacing: Tokens.kioskGap

    FaultStrip {
        Layout.fillWidth: true
        offline: panel.offline
        textSize: Metrics.textLabel
        text: panel.what
    }
    Panel {
        Layout.fillWidth: true
        Layout.fillHeight: true
        lined: true

        GridLayout {
            anchors.fill: parent
            anchors.margins: Tokens.space6
            columns: Form.landscape ? 2 : 1
            columnSpacing: Tokens.space6
            rowSpacing: Tokens.space4

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: Form.landscape || !picture.visible
                spacing: Tokens.space4

                KapokText {
                    Layout.fillWidth: true
                    text: panel.now
                    size: PageMetrics.faultText
                    weight: Font.Bold
                    wrapMode: Text.WordWrap
                    lineHeight: Metrics.looseLine
                }
                KapokText {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: panel.hint
                    size: Metrics.noteText
                    color: Theme.colors.textMuted
                    wrapMode: Text.WordWrap
                }
                KapokText {
                    Layout.fillWidth: true
                    visible: panel.hotline !== ""
                    text: qsTr("也可以打 %1").arg(panel.hotline)
                    size: Metrics.noteText
                    color: Theme.colors.textMuted
                    wrapMode: Text.WordWrap
                }
                Item {
                    Layout.fillHeight: !picture.visible
                }
            }
            DeskPicture {
                id: picture

                Layout.alignment: Qt.AlignHCenter
                Layout.maximumHeight: PageMetrics.faultArt
                Layout.fillHeight: true
                Layout.preferredHeight: PageMetrics.faultArt
                Layout.preferredWidth: height * PageMetrics.deskPictureShape
                visible: !(Form.large && Form.landscape)
            }
        }
    }
}
