// One of the buttons that stand in the same place on every page; what is on is filled, ticked, and says so.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Pressable {
    id: button

    required property string text
    required property string iconName
    property bool on: false
    property bool mode: false // it is switched on and off: said when it has changed
    property bool help: false // 请人帮忙, the dark one
    property string unusable // why this machine cannot do it
    property bool called: false // and somebody was called: a tick in place of the picture
    property bool wide: Form.large // the picture beside the word

    spoken: text
    Accessible.role: mode ? Accessible.CheckBox : Accessible.Button
    Accessible.checkable: mode
    Accessible.checked: on
    described: on ? qsTr("已开") : unusable
    look: help ? Theme.end : on ? Theme.modeOn : unusable !== "" ? Theme.resting : Theme.quiet

    GridLayout {
        anchors.centerIn: parent
        columns: button.wide ? Metrics.accessParts : button.on && Form.landscape ? 2 : 1
        columnSpacing: Tokens.space3
        rowSpacing: 0

        Icon {
            Layout.alignment: Qt.AlignCenter
            visible: !button.on && !button.called
            name: button.iconName
            tint: button.help ? "bark.0" : "bark.900"
            size: Metrics.accessIcon
        }
        Icon {
            Layout.alignment: Qt.AlignCenter
            visible: button.on || button.called
            name: "check-circle"
            style: "fill"
            tint: "bark.0"
            size: button.wide || button.called ? Metrics.accessIcon : Metrics.accessIconOn
        }
        KapokText {
            Layout.alignment: Qt.AlignCenter
            text: button.text
            size: Metrics.accessText
            weight: button.look.weight
            color: button.look.ink
            Accessible.ignored: true
        }
        KapokText {
            Layout.alignment: Qt.AlignCenter
            Layout.columnSpan: !button.wide && Form.landscape ? 2 : 1
            visible: button.on && !(button.wide && Form.latin && Form.large) // no room: the tick and the fill say it
            text: qsTr("已开")
            size: Metrics.textNote
            weight: button.look.weight
            color: button.look.ink
            Accessible.ignored: true
        }
    }
}
