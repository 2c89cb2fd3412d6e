// UI-K11 我的预约: several are due in different queues, one touch says which. Nothing here is red but the flower.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property BookingsViewModel viewModel
    required property Intents intents

    title: qsTr("先办哪个预约？")
    note: qsTr("您有 %n 个预约，点一个", "", viewModel.count)
    art: "sprig"
    actions: [
        BackButton {
            objectName: "bookings.back"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "bookings.take_a_number"
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: Form.large || next.visible ? qsTr("另外取号") : qsTr("都不是，另外取号")
            size: Metrics.textLabel
            onActivated: page.intents.touch("take_a_number")
        },
        KapokButton {
            id: next

            objectName: "bookings.next_page"
            visible: page.viewModel.pages > 1
            Layout.preferredWidth: Metrics.pagerButton
            Layout.fillHeight: true
            text: page.viewModel.pageNumber < page.viewModel.pages ? qsTr("下一页") : qsTr("第一页")
            spoken: Form.clauses([text, qsTr("现在第 %1 页，共 %2 页").arg(page.viewModel.pageNumber).arg(page.viewModel.pages)])
            size: Metrics.textLabel
            iconName: "caret-right"
            iconBehind: true
            onActivated: page.intents.touch("next_list_page")
        }
    ]

    ColumnLayout {
        width: parent.width
        spacing: Metrics.rowGap

        Repeater {
            model: page.viewModel.rows

            BookingRow {
                required property var modelData

                objectName: "bookings.booking." + modelData.bookingId
                Layout.fillWidth: true
                booking: modelData
                onActivated: page.intents.choose("booking", modelData.bookingId)
            }
        }
    }
}
