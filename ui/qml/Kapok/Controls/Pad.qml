// Keys to type with, in a grid of equal cells: a key says its value, whoever shows the pad passes it on.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Theme

GridLayout {
    id: pad

    required property string owner // of the page: names its keys
    required property var keys // of kiosk.viewmodels.pads
    required property var words // what stands on keys that are no signs, by value
    readonly property int textSize: Metrics.textTitle

    signal typed(string value)

    columnSpacing: Metrics.keyGap
    rowSpacing: Metrics.keyGap
    uniformCellWidths: true
    uniformCellHeights: true

    Repeater {
        model: pad.keys

        Pressable {
            id: key

            required property var modelData

            objectName: pad.owner + ".key." + modelData.value
            Layout.row: modelData.row
            Layout.column: modelData.column
            Layout.columnSpan: modelData.span
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: Metrics.keyMost
            spoken: pad.words[modelData.value] ?? modelData.value
            corner: Tokens.radiusM
            onActivated: pad.typed(modelData.value)

            KapokText {
                anchors.fill: parent
                anchors.margins: Tokens.space2
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                text: key.spoken
                size: pad.words[key.modelData.value] ? Metrics.textBody : pad.textSize
                weight: Font.DemiBold
                color: key.look.ink
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Metrics.textNote
                Accessible.ignored: true
            }
        }
    }
}
