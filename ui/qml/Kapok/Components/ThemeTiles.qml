// Themes 主题 behind 更多: one tile each, by their two-character names.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

GridLayout {
    id: grid

    required property var tiles // Tabs of the services props

    signal chosen(theme: string)

    columns: PageMetrics.tileColumns
    columnSpacing: PageMetrics.listGap
    rowSpacing: PageMetrics.listGap
    uniformCellWidths: true

    Repeater {
        model: grid.tiles

        KapokButton {
            required property var modelData

            objectName: "services.theme." + modelData.theme
            Layout.fillWidth: true
            Layout.preferredHeight: PageMetrics.listRow
            petal: Math.min(PageMetrics.tabPetal, height / 2)
            spoken: modelData.name || text
            described: spoken === text ? "" : text
            text: Words.theme(modelData.theme)
            size: PageMetrics.tabText
            iconName: modelData.icon
            iconStyle: "duotone"
            onActivated: grid.chosen(modelData.theme)
        }
    }
}
