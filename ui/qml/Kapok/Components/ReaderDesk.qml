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

    width: PageMetrics.desk
    height: PageMetrics.deskHeight
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("从左到右：%1").arg(mouths.map(mouth => Words.mouth[mouth]).join("、"))

    Image {
        source: Theme.art("desk")
        sourceSize.width: PageMetrics.desk
        Accessible.ignored: true
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        height: parent.height

        Repeater {
            model: desk.mouths

            Item {
                id: place

                required property string modelData
                readonly property bool lit: modelData === desk.active

                width: desk.width * (modelData === "reader" ? PageMetrics.deskWide : PageMetrics.deskNarrow)
                height: desk.height

                Image {
                    anchors.horizontalCenter: parent.horizontalCenter
                    y: (PageMetrics.deskTop - height) / 2 + Tokens.space2
                    source: Theme.art(desk.pictures[place.modelData])
                    Accessible.ignored: true
                }
                KapokText {
                    anchors.horizontalCenter: parent.horizontalCenter
                    y: PageMetrics.deskTop + (PageMetrics.deskHeight - PageMetrics.deskTop - height) / 2
                    text: Words.mouth[place.modelData]
                    size: place.lit ? PageMetrics.deskLit : PageMetrics.deskLabel
                    weight: place.lit ? Font.Bold : Font.Medium
                    color: place.lit ? Theme.colors.text : Theme.colors.textSecond
                    Accessible.ignored: true
                }
            }
        }
    }
}
