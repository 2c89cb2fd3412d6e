// How a touchable thing looks at rest and under a finger. All are required.
import QtQuick

QtObject {
    required property color fill
    required property color pressed
    required property color ink
    required property color edge
    required property int edgeWidth
    required property string tint // token of its icon's colour: icons are coloured when they are made
    required property int weight
}
