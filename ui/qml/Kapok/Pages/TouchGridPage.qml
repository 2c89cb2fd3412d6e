// UI-T3 触摸屏: crosses all over the glass, touched one after the other. Words stand between their rows.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

Item {
    id: page

    required property TouchGridViewModel viewModel
    required property Intents intents
    readonly property int side: Math.round(Math.sqrt(viewModel.spots))
    readonly property real stepX: (width - 2 * Tokens.kioskMargin) / (side - 1)
    readonly property real stepY: (back.y - Tokens.kioskGap - 2 * cross.height / 2) / (side - 1)

    function spotX(place: int): real {
        return Tokens.kioskMargin + place % side * stepX;
    }
    function spotY(place: int): real {
        return cross.height / 2 + Math.floor(place / side) * stepY;
    }

    width: Metrics.screenWidth
    height: Metrics.pageHeight

    Item {
        id: surface

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: back.y - Tokens.space2
        z: 1

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
            onTapped: touch => {
                const off = touch.pressPosition;
                page.intents.choose("spot", (off.x - cross.x - cross.width / 2).toFixed(1) + "," + (off.y - cross.y - cross.height / 2).toFixed(1));
            }
        }
        Repeater { // where the others lie
            model: page.viewModel.spots

            Rectangle {
                required property int index

                x: page.spotX(index) - width / 2
                y: page.spotY(index) - height / 2
                width: Metrics.dot
                height: width
                radius: width / 2
                color: index < page.viewModel.place ? Theme.colors.ok : Theme.colors.border
            }
        }
        Item {
            id: cross

            objectName: "touch_grid.cross"
            x: page.spotX(page.viewModel.place) - width / 2
            y: page.spotY(page.viewModel.place) - height / 2
            width: PageMetrics.cross
            height: width

            Rectangle {
                anchors.centerIn: parent
                width: parent.width
                height: Metrics.edge * 2
                color: Theme.colors.call
            }
            Rectangle {
                anchors.centerIn: parent
                width: Metrics.edge * 2
                height: parent.height
                color: Theme.colors.call
            }
        }
    }
    Headline {
        anchors.horizontalCenter: parent.horizontalCenter
        y: page.spotY(page.side) + (page.stepY - height) / 2
        width: parent.width - 4 * Tokens.kioskMargin
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("请点十字的正中")
        font.pixelSize: Metrics.headlineLeast
    }
    KapokText {
        anchors.horizontalCenter: parent.horizontalCenter
        y: page.spotY(2 * page.side) + (page.stepY - height) / 2
        text: qsTr("第 %1 个，共 %2 个").arg(page.viewModel.place + 1).arg(page.viewModel.spots)
        size: Metrics.textBody
        color: Theme.colors.textMuted
    }
    RowLayout {
        id: back

        x: Metrics.contentX
        y: Metrics.pageEnd - height
        width: Metrics.contentWidth
        height: Metrics.actionHeight

        BackButton {
            objectName: "touch_grid.back"
            onActivated: page.intents.touch("back")
        }
        Item {
            Layout.fillWidth: true
        }
    }
}
