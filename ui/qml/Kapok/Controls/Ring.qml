// Seconds that are left, inside a ring that opens.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Kapok.Theme

Item {
    id: ring

    required property real share
    required property int seconds

    width: Metrics.ring
    height: width
    Accessible.role: Accessible.StaticText
    Accessible.name: seconds

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.GeometryRenderer

        ShapePath {
            strokeColor: Theme.colors.sunken
            strokeWidth: Metrics.ringWidth
            fillColor: "transparent"

            PathAngleArc {
                centerX: ring.width / 2
                centerY: ring.height / 2
                radiusX: (ring.width - Metrics.ringWidth) / 2
                radiusY: radiusX
                startAngle: 0
                sweepAngle: 360
            }
        }
        ShapePath {
            strokeColor: Theme.colors.warn
            strokeWidth: Metrics.ringWidth
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap

            PathAngleArc {
                centerX: ring.width / 2
                centerY: ring.height / 2
                radiusX: (ring.width - Metrics.ringWidth) / 2
                radiusY: radiusX
                startAngle: -90
                sweepAngle: 360 * ring.share
            }
        }
    }
    KapokText {
        anchors.centerIn: parent
        text: ring.seconds
        size: Metrics.ringNumber
        weight: Font.DemiBold
        Accessible.ignored: true
    }
}
