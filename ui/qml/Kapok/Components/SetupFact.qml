// A line of the wizard that is only read: its lamp, what it is, and what the machine found or asks for.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Panel {
    id: panel

    required property var fact // SetupRow of the setup props
    readonly property bool odd: fact.lamp === "warning" || fact.lamp === "fault"
    readonly property var sign: SelfTestWords.sign[fact.lamp] ?? ["info", "bold", "sky.700"]
    readonly property string word: Form.clauses([SetupWords.row[fact.key] ?? "", SetupWords.value(fact), fact.said].filter(one => one !== ""))

    color: odd ? Theme.colors.warnSoft : Theme.colors.sunken
    implicitHeight: words.implicitHeight + 2 * Tokens.space3
    Accessible.role: Accessible.StaticText
    Accessible.name: word
    Accessible.description: SelfTestWords.lamp[fact.lamp] ?? ""

    RowLayout {
        id: words

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Tokens.space4
        anchors.rightMargin: Tokens.space4
        spacing: Tokens.space3

        Icon {
            name: panel.sign[0]
            style: panel.sign[1]
            tint: panel.sign[2]
            size: Metrics.icon
        }
        KapokText {
            Layout.fillWidth: true
            text: panel.word
            size: Form.large ? Metrics.textFloor : Metrics.textLatin
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
    }
}
