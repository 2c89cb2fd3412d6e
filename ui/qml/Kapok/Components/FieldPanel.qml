// A field that is only read.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Panel {
    id: panel

    required property string label
    required property string value
    property string source
    property bool open: false

    implicitHeight: Metrics.row
    lined: true
    Accessible.role: Accessible.StaticText
    Accessible.name: Form.clauses([label, value, source])

    FieldWords {
        anchors.fill: parent
        anchors.leftMargin: Tokens.space6
        anchors.rightMargin: Tokens.space6
        label: panel.label
        value: panel.value
        source: panel.source
        open: panel.open
    }
}
