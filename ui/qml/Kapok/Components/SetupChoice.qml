// A row of the wizard that can be touched: what it is, and what it is now.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

ChoiceRow {
    id: row

    required property var choice // SetupRow of the setup props

    title: SetupWords.row[choice.key] ?? choice.key
    note: SetupWords.value(choice)
    iconName: Form.low ? "" : SetupWords.icon[choice.key] ?? ""
    leads: !choice.on

    Icon {
        visible: row.choice.on
        name: "check-circle"
        style: "fill"
        tint: "jade.600"
        size: Metrics.icon
    }
}
