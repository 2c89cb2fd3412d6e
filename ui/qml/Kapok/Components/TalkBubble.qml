// One thing that was said: mine at the right, the other side's at the left; who, is written, never told by colour alone.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Panel {
    id: said

    required property var bubble // mine, words, address

    implicitHeight: words.implicitHeight + 2 * Tokens.space2
    lined: true
    color: bubble.mine ? Theme.colors.sunken : Theme.colors.surface

    KapokText {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        x: Tokens.space4
        width: parent.width - 2 * Tokens.space4
        text: (said.bubble.mine ? qsTr("我：%1") : qsTr("对方：%1")).arg(said.bubble.words)
        wrapMode: Text.Wrap
    }
}
