// What stands in the white pane when there is no slip: the code to photograph, and how it stands in the queue.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

Item {
    id: slip

    required property TicketViewModel ticket

    QrCode {
        id: code

        x: Tokens.space5
        anchors.verticalCenter: parent.verticalCenter
        width: PageMetrics.paperQr
        runs: slip.ticket.qrRuns
        modules: slip.ticket.qrSide
        Accessible.name: qsTr("这个号的二维码")
    }
    Column {
        anchors.left: code.right
        anchors.leftMargin: Tokens.space6
        anchors.right: parent.right
        anchors.rightMargin: PageMetrics.ticketPanePadding
        anchors.verticalCenter: parent.verticalCenter
        spacing: Tokens.space3

        KapokText {
            text: qsTr("拍下来最稳当")
            size: Tokens.kioskFontLabel
            weight: Font.Bold
        }
        KapokText {
            text: qsTr("到窗口给工作人员看照片就行")
            size: Tokens.kioskFontLatin
            color: Theme.colors.textMuted
        }
        Rectangle {
            width: parent.width
            height: Metrics.hairline
            color: Theme.colors.border
        }
        Row {
            spacing: PageMetrics.boxGap

            LabelledValue {
                visible: slip.ticket.hasAhead
                label: qsTr("前面还有")
                number: slip.ticket.ahead
                unit: qsTr("人")
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
