// The boxes that were found, each tried with one touch; or that none was.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Item {
    id: found

    required property var boxes // BoxRow of the setup props
    required property bool looking
    required property bool asked // whether this step shows boxes

    signal tried(string part)

    GridLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: Math.min(found.height, Math.ceil(found.boxes.length / columns) * (PageMetrics.setupBox + rowSpacing))
        visible: found.boxes.length > 0
        columns: found.boxes.length > 1 ? 2 : 1
        columnSpacing: Tokens.space3
        rowSpacing: Tokens.space3
        uniformCellWidths: true
        uniformCellHeights: true

        Repeater {
            model: found.boxes

            BoxCard {
                required property var modelData

                objectName: "setup." + modelData.part
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: Tokens.kioskTarget
                box: modelData
                onActivated: found.tried(modelData.part)
            }
        }
    }
    KapokText {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        visible: found.asked && found.boxes.length === 0
        text: found.looking ? qsTr("正在找…") : qsTr("没有找到。插好线，再找一遍；这一步也可以先过。")
        size: Metrics.textBody
        wrapMode: Text.Wrap
    }
}
