// A field that can be changed: a touch opens it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Pressable {
    id: button

    required property string label
    required property string value
    property string source
    property bool open: false

    implicitHeight: Metrics.row
    spoken: label
    described: Form.clauses([value, source])
    look: Theme.choice
    petal: Tokens.radiusPetal

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Tokens.space6
        anchors.rightMargin: Tokens.space6
        spacing: Tokens.space4

        FieldWords {
            Layout.fillWidth: true
            label: button.label
            value: button.value
            source: button.source
            open: button.open
        }
        Icon {
            name: "caret-right"
            size: Metrics.icon
        }
    }
}
