// What stands in the white pane when there is no slip: the code to photograph, and how it stands in the queue.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

RowLayout {
    id: slip

    required property TicketViewModel ticket

    spacing: Tokens.space5

    QrCode {
        Layout.preferredWidth: PageMetrics.paperQr
        Layout.preferredHeight: PageMetrics.paperQr
        runs: slip.ticket.qrRuns
        modules: slip.ticket.qrSide
        Accessible.name: qsTr("这个号的二维码")
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: Tokens.space2

        KapokText {
            Layout.fillWidth: true
            text: qsTr("拍下来最稳当")
            size: Metrics.textLabel
            weight: Font.Bold
            wrapMode: Text.WordWrap
        }
        KapokText {
            Layout.fillWidth: true
            visible: !Form.large
            text: qsTr("到窗口给工作人员看照片就行")
            size: Metrics.textLatin
            color: Theme.colors.textMuted
            wrapMode: Text.WordWrap
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: Metrics.hairline
            color: Theme.colors.border
        }
        Flow {
            Layout.fillWidth: true
            spacing: Tokens.space6

            LabelledValue {
                visible: slip.ticket.hasAhead
                label: qsTr("前面还有")
                number: slip.ticket.ahead
                unit: qsTr("人", "", slip.ticket.ahead)
            }
            LabelledValue {
                visible: slip.ticket.hasWait
                label: qsTr("大约要等")
                number: slip.ticket.lowMin + "–" + slip.ticket.highMin
                unit: qsTr("分")
            }
        }
    }
}
