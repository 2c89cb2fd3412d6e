// A hundred millimetres on the glass, to be measured with a ruler.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Item {
    id: ruler

    required property int lengthPx // in pixels of the layout

    implicitHeight: said.height + Tokens.space3 + bar.height
    Accessible.role: Accessible.Graphic
    Accessible.name: said.text

    KapokText {
        id: said

        width: parent.width
        text: qsTr("拿尺量：这条线应该是 100 毫米")
        size: Metrics.textLatin
        color: Theme.colors.textMuted
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    Item {
        id: bar

        anchors.top: said.bottom
        anchors.topMargin: Tokens.space3
        width: ruler.lengthPx
        height: Metrics.dot

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            height: Metrics.edge
            color: Theme.colors.text
        }
        Repeater {
            model: [0, 1]

            Rectangle {
                required property int modelData

                x: modelData * (bar.width - width)
                width: Metrics.edge
                height: bar.height
                color: Theme.colors.text
            }
        }
    }
}
