// One page with what is to be black on it, the line that keys stand on, and the part that a finger is drawing.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Panel {
    id: panel

    required property string source
    required property var blots // left, top, right, bottom in thousandths
    required property int band
    required property int bands
    readonly property bool there: picture.status === Image.Ready

    signal drawn(part: string)

    color: Theme.colors.sunken
    lined: true
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("这一页的样子，停在第 %1 行").arg(band + 1)

    Rectangle {
        anchors.fill: sheet
        color: Tokens.bark0 // paper is white in every theme
    }
    Image {
        id: picture

        anchors.fill: parent
        anchors.margins: Tokens.space3
        cache: false
        source: panel.source === "" ? "" : "image://visit/" + panel.source
        fillMode: Image.PreserveAspectFit
        sourceSize.width: Metrics.contentWidth
        Accessible.ignored: true
    }
    Item {
        id: sheet

        property point from
        property rect part // that is being drawn

        function held(x: real, y: real): point {
            return Qt.point(Math.max(0, Math.min(width, x)), Math.max(0, Math.min(height, y)));
        }
        function told(): string {
            const shares = [part.x / width, part.y / height, (part.x + part.width) / width, (part.y + part.height) / height];
            return shares.map(share => Math.round(share * 1000)).join(" ");
        }

        anchors.centerIn: picture
        width: panel.there ? picture.paintedWidth : Math.min(picture.width, picture.height / PageMetrics.sheetShape)
        height: panel.there ? picture.paintedHeight : width * PageMetrics.sheetShape

        Repeater {
            model: panel.blots

            Rectangle {
                required property var modelData

                x: modelData.left * sheet.width / 1000
                y: modelData.top * sheet.height / 1000
                width: (modelData.right - modelData.left) * sheet.width / 1000
                height: (modelData.bottom - modelData.top) * sheet.height / 1000
                color: Tokens.bark900
            }
        }
        Rectangle {
            y: panel.band * sheet.height / panel.bands
            width: sheet.width
            height: sheet.height / panel.bands
            color: "transparent"
            border.color: Tokens.sky700
            border.width: Metrics.edge
        }
        Rectangle {
            x: sheet.part.x
            y: sheet.part.y
            width: sheet.part.width
            height: sheet.part.height
            visible: finger.pressed
            color: Tokens.bark900
        }
        MouseArea {
            id: finger

            anchors.fill: parent
            preventStealing: true
            onPressed: mouse => {
                sheet.from = sheet.held(mouse.x, mouse.y);
                sheet.part = Qt.rect(sheet.from.x, sheet.from.y, 0, 0);
            }
            onPositionChanged: mouse => {
                const to = sheet.held(mouse.x, mouse.y);
                sheet.part = Qt.rect(Math.min(sheet.from.x, to.x), Math.min(sheet.from.y, to.y), Math.abs(to.x - sheet.from.x), Math.abs(to.y - sheet.from.y));
            }
            onReleased: panel.drawn(sheet.told())
        }
    }
}
