// What lies under the glass of this machine, left to right as it was built: slot, reader, scanner. The ring is the red thing.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Item {
    id: desk

    required property list<string> mouths
    property string active: "reader"
    property string readerArt: "mouth-reader"
    readonly property var pictures: ({
            "slot": "mouth-slot",
            "reader": readerArt,
            "scanner": "mouth-scanner"
        })

    implicitWidth: PageMetrics.desk
    implicitHeight: PageMetrics.deskHeight
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("从左到右：%1").arg(mouths.map(mouth => Words.mouth[mouth]).join(Form.latin ? ", " : "、"))

    // where a mouth lies, in the desk's own pixels: for what points at it
    function middleOf(mouth: string): real {
        const found = mouths.indexOf(mouth);
        if (found < 0)
            return width / 2;
        let left = (width - row.width) / 2;
        for (let i = 0; i < found; ++i)
            left += widthOf(mouths[i]);
        return left + widthOf(mouth) / 2;
    }
    function widthOf(mouth: string): real {
        return width * (mouth === "reader" ? PageMetrics.deskWide : PageMetrics.deskNarrow);
    }

    Image {
        anchors.fill: parent
        source: Theme.art("desk")
        sourceSize.width: PageMetrics.desk
        Accessible.ignored: true
    }
    Row {
        id: row

        anchors.horizontalCenter: parent.horizontalCenter
        height: parent.height

        Repeater {
            model: desk.mouths

            Item {
                id: place

                required property string modelData
                readonly property bool lit: modelData === desk.active

                width: desk.widthOf(modelData)
                height: desk.height

                Image {
                    anchors.horizontalCenter: parent.horizontalCenter
                    y: (PageMetrics.deskTop - height) / 2 + Tokens.space2
                    source: Theme.art(desk.pictures[place.modelData])
                    Accessible.ignored: true
                }
                KapokText {
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: Math.min(implicitWidth, parent.width)
                    y: PageMetrics.deskTop + (PageMetrics.deskHeight - PageMetrics.deskTop - height) / 2
                    text: Words.mouth[place.modelData]
                    size: place.lit ? PageMetrics.deskLit : PageMetrics.deskLabel
                    weight: place.lit ? Font.Bold : Font.Medium
                    color: place.lit ? Theme.colors.text : Theme.colors.textSecond
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Metrics.textLatin
                    horizontalAlignment: Text.AlignHCenter
                    Accessible.ignored: true
                }
            }
        }
    }
}
