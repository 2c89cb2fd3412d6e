// One booking: when, what for, where; and whether its time has come.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Pressable {
    id: row

    required property var booking // BookingRow of the bookings props
    readonly property string until: booking.ends === "" ? "" : qsTr("到 %1 为止").arg(booking.ends)

    spoken: qsTr("%1 的预约，%2").arg(booking.begins).arg(booking.item)
    described: Form.clauses([times.text, name.text, punctual.text, place.text])
    look: Theme.choice
    petal: PageMetrics.rowPetal
    implicitHeight: PageMetrics.bookingRow

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Tokens.space6
        anchors.rightMargin: Tokens.space5
        spacing: Tokens.space5

        ColumnLayout {
            Layout.preferredWidth: PageMetrics.bookingTimes
            spacing: 0

            KapokText {
                id: times

                text: row.booking.begins
                size: PageMetrics.value
                weight: Font.DemiBold
                Accessible.ignored: true
            }
            RowLayout {
                spacing: Tokens.space2

                Icon {
                    visible: row.booking.time === "on_time"
                    name: "check-circle"
                    style: "fill"
                    tint: "jade.600"
                    size: PageMetrics.bookingMark
                }
                Icon {
                    visible: row.booking.time === "early"
                    name: "hourglass-medium"
                    tint: "bark.500"
                    size: PageMetrics.bookingMark
                }
                Icon {
                    visible: row.booking.time === "late"
                    name: "warning"
                    style: "fill"
                    tint: "amber.600"
                    size: PageMetrics.bookingMark
                }
                KapokText {
                    id: punctual

                    Layout.fillWidth: true
                    text: row.booking.time === "late" ? qsTr("过了 %1 分钟").arg(row.booking.lateMin) : Words.bookingTime[row.booking.time] ?? ""
                    size: Metrics.textLatin
                    weight: Font.Medium
                    color: row.booking.time === "late" ? Theme.colors.warn : row.booking.time === "on_time" ? Theme.colors.okStrong : Theme.colors.textMuted
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Metrics.textLatin
                    Accessible.ignored: true
                }
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Tokens.space1

            NameText {
                id: name

                Layout.fillWidth: true
                text: row.booking.item
                lines: PageMetrics.nameLinesMost
                room: row.height - PageMetrics.nameHardlyMore * Metrics.textLatin // of the line below it
                silent: true
            }
            KapokText {
                id: place

                Layout.fillWidth: true
                text: [row.until, row.booking.place].filter(part => part !== "").join(" · ")
                size: Metrics.textLatin
                color: Theme.colors.textMuted
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Metrics.textFloor
                Accessible.ignored: true
            }
        }
        Icon {
            name: "caret-right"
            size: Metrics.icon
        }
    }
}
