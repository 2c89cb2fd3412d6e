// Several bookings are due in different queues: one touch says which. Nothing here is red but the flower.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

PageFrame {
    id: page

    required property BookingsViewModel viewModel
    required property Intents intents

    title: qsTr("先办哪个预约？")
    note: qsTr("您有 %1 个预约到时间了，点一下就取号").arg(viewModel.rows.length)
    art: "sprig"

    Column {
        x: Tokens.kioskMargin
        y: PageMetrics.bookingTop
        spacing: PageMetrics.rowGap

        Repeater {
            model: page.viewModel.rows

            BookingRow {
                required property var modelData

                objectName: "bookings.booking." + modelData.bookingId
                width: Metrics.contentWidth
                booking: modelData
                onActivated: page.intents.choose("booking", modelData.bookingId)
            }
        }
    }
    Row {
        x: Tokens.kioskMargin
        y: PageMetrics.listBottom
        spacing: Tokens.kioskGap

        KapokButton {
            objectName: "bookings.back"
            width: Metrics.backButton
            text: qsTr("返回")
            iconName: "arrow-left"
            onActivated: page.intents.touch("back")
        }
        KapokButton {
            objectName: "bookings.take_a_number"
            width: Metrics.contentWidth - Metrics.backButton - Tokens.kioskGap
            text: qsTr("都不是，另外取号")
            onActivated: page.intents.touch("take_a_number")
        }
    }
}
