// One page with what is to be black on it, the line that keys stand on, and the part that a finger is drawing.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Panel {
    id: panel

    required property string source
    required property var blots // left, top, right, bottom; `whole` is the page's width, and its height
    required property int whole
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
            return shares.map(share => Math.round(share * panel.whole)).join(" ");
        }

        anchors.centerIn: picture
        width: panel.there ? picture.paintedWidth : Math.min(picture.width, picture.height / PageMetrics.sheetShape)
        height: panel.there ? picture.paintedHeight : width * PageMetrics.sheetShape

        Repeater {
            model: panel.blots

            Rectangle {
                required property var modelData

                x: modelData.left * sheet.width / panel.whole
                y: modelData.top * sheet.height / panel.whole
                width: (modelData.right - modelData.left) * sheet.width / panel.whole
                height: (modelData.bottom - modelData.top) * sheet.height / panel.whole
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
            visible: fingers.drawing
            color: Tokens.bark900
        }
        MultiPointTouchArea {
            id: fingers

            property bool drawing: false // one finger draws; with a second it is a hand or a pinch, and nothing is drawn

            anchors.fill: parent
            touchPoints: [
                TouchPoint {
                    id: one
                },
                TouchPoint {
                    id: other
                }
            ]
            onPressed: {
                drawing = one.pressed && !other.pressed;
                sheet.from = sheet.held(one.x, one.y);
                sheet.part = Qt.rect(sheet.from.x, sheet.from.y, 0, 0);
            }
            onUpdated: {
                const to = sheet.held(one.x, one.y);
                sheet.part = Qt.rect(Math.min(sheet.from.x, to.x), Math.min(sheet.from.y, to.y), Math.abs(to.x - sheet.from.x), Math.abs(to.y - sheet.from.y));
            }
            onReleased: {
                if (drawing)
                    panel.drawn(sheet.told());
                drawing = false;
            }
            onCanceled: drawing = false
        }
    }
}
