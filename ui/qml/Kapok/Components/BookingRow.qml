// One booking: when, what for, where.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Pressable {
    id: row

    required property var booking // BookingRow of the bookings props

    spoken: qsTr("%1 的预约，%2").arg(booking.begins).arg(booking.item)
    described: times.text + "，" + name.text + "，" + place.text
    look: Theme.choice
    height: PageMetrics.bookingRow
    petal: PageMetrics.rowPetal

    KapokText {
        id: times

        x: PageMetrics.rowPadding
        width: PageMetrics.bookingTimes
        anchors.verticalCenter: parent.verticalCenter
        text: row.booking.begins
        size: PageMetrics.value
        weight: Font.DemiBold
        Accessible.ignored: true
    }
    Column {
        anchors.left: times.right
        anchors.right: arrow.left
        anchors.rightMargin: Tokens.space4
        anchors.verticalCenter: parent.verticalCenter
        spacing: Tokens.space2

        KapokText {
            id: name

            width: parent.width
            text: row.booking.item
            size: PageMetrics.itemName
            weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Tokens.kioskFontNote
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        KapokText {
            id: place

            width: parent.width
            text: row.booking.place === "" ? qsTr("到 %1 为止").arg(row.booking.ends) : qsTr("到 %1 为止 · %2").arg(row.booking.ends).arg(row.booking.place)
            size: Tokens.kioskFontLatin
            color: Theme.colors.textMuted
            Accessible.ignored: true
        }
    }
    Icon {
        id: arrow

        anchors.right: parent.right
        anchors.rightMargin: PageMetrics.rowPadding
        anchors.verticalCenter: parent.verticalCenter
        name: "caret-right"
        size: PageMetrics.rowArrow
    }
}
