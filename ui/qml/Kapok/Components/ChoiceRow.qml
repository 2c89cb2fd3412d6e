// One row of a list: a picture, a name, a line that explains it; what stands at its end is its own part.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Pressable {
    id: row

    required property string title
    property string note
    property string iconName
    property string drawing // of the thing itself, instead of the icon
    property bool resting: false // cannot be done here now: grey, and still to be touched
    property bool leads: true // an arrow at the end
    default property alias mark: marks.data

    spoken: title
    described: note
    look: resting ? Theme.resting : Theme.choice
    petal: Tokens.radiusPetal
    implicitHeight: Metrics.row

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Tokens.space6
        anchors.rightMargin: Tokens.space6
        spacing: Tokens.space5

        Rectangle {
            Layout.preferredWidth: Metrics.rowWell
            Layout.preferredHeight: Metrics.rowWell
            visible: row.iconName !== ""
            radius: row.drawing === "" ? height / 2 : Tokens.radiusM
            color: row.resting ? Theme.colors.page : Theme.colors.callMist

            Image {
                anchors.centerIn: parent
                visible: row.drawing !== ""
                source: row.drawing === "" ? "" : Theme.art(row.drawing)
                sourceSize: Qt.size(parent.width, parent.height)
                fillMode: Image.PreserveAspectFit
                Accessible.ignored: true
            }
            Icon {
                anchors.centerIn: parent
                visible: row.drawing === ""
                name: row.iconName || "folder"
                style: "duotone"
                tint: row.resting ? "bark.500" : "red.600"
                size: Metrics.icon
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Metrics.together

            KapokText {
                Layout.fillWidth: true
                text: row.title
                size: Form.landscape && row.note !== "" ? Metrics.textBody : Metrics.textLabel
                weight: Font.Bold
                color: row.look.ink
                elide: Text.ElideRight
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Metrics.textBody
                Accessible.ignored: true
            }
            KapokText {
                Layout.fillWidth: true
                visible: text !== ""
                text: row.note
                size: Metrics.textLatin
                color: Theme.colors.textMuted
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
        RowLayout {
            id: marks

            spacing: Tokens.space4
        }
        Icon {
            visible: row.leads
            name: "caret-right"
            size: Metrics.icon
        }
    }
}
