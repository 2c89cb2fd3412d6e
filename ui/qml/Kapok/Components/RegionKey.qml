// Where a telephone number was given: its name and its code. The chosen one has a jade edge, a tint and a tick.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Pressable {
    id: key

    required property string region // its country code
    required property bool chosen

    spoken: PeopleWords.region[region] ?? ""
    described: "+" + region
    look: chosen ? Theme.on : Theme.plain
    corner: Tokens.radiusM
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: chosen

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Tokens.space4
        anchors.rightMargin: Tokens.space4
        spacing: Tokens.space3

        Icon {
            visible: key.chosen
            name: "check-circle"
            style: "fill"
            tint: "jade.600"
        }
        KapokText {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: key.spoken + " " + key.described
            color: key.look.ink
            weight: key.look.weight
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Metrics.textNote
            Accessible.ignored: true
        }
    }
}
