// The petal: whatever can be touched. Three gentle corners and, where it acts, one large one at the top right.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Theme

Item {
    id: pressable

    required property string spoken // what it is called, for ears and for tests
    property string described // what else is written on it
    property Look look: Theme.plain
    property int corner: Tokens.radiusL
    property int petal: corner
    default property alias content: body.data

    signal activated

    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: spoken
    Accessible.description: described
    Accessible.focusable: true
    Accessible.defaultButton: look === Theme.primary // the red one
    Accessible.onPressAction: activated()

    Rectangle {
        id: body

        anchors.fill: parent
        radius: pressable.corner // never left out: Qt 6.8 paints black corners otherwise
        topLeftRadius: pressable.corner
        topRightRadius: pressable.petal
        bottomLeftRadius: pressable.corner
        bottomRightRadius: pressable.corner
        color: tap.pressed ? pressable.look.pressed : pressable.look.fill
        border.color: pressable.look.edge
        border.width: pressable.look.edgeWidth
        scale: tap.pressed ? Metrics.pressedScale : 1

        Behavior on scale {
            NumberAnimation {
                duration: Theme.press
                easing.type: Easing.OutCubic
            }
        }
    }
    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: pressable.activated()
    }
}
