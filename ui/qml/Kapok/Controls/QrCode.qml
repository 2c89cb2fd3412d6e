// A code painted as bars, black on white whatever the theme is: cameras read contrast, not taste.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Theme

Rectangle {
    id: code

    required property var runs // [{x, y, length}] in modules
    required property int modules
    readonly property int moduleSize: Math.floor(width / Math.max(1, modules + 2 * Metrics.quietZone))
    readonly property int inset: (width - modules * moduleSize) / 2

    height: width
    color: Tokens.bark0
    Accessible.role: Accessible.Graphic

    Repeater {
        model: code.runs

        Rectangle {
            id: run

            required property var modelData

            x: code.inset + run.modelData.x * code.moduleSize
            y: code.inset + run.modelData.y * code.moduleSize
            width: run.modelData.length * code.moduleSize
            height: code.moduleSize
            color: Tokens.bark900
        }
    }
}
