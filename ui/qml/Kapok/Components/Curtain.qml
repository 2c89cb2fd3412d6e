// 画面关: the picture is off, so that nobody looks over a shoulder; the visit goes on by keys and ears. A lamp says that
// the machine is at work. Whoever touches it hears what it is, and lifts it with a second touch.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

Rectangle {
    id: curtain

    required property Intents intents

    signal activated

    objectName: "curtain.lift"
    color: Theme.contrast.page
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("打开画面")
    Accessible.description: words.text
    Accessible.focusable: true
    Accessible.onPressAction: activated()
    onActivated: intents.choose("knob", "curtain")

    Rectangle {
        id: lamp

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: words.top
        anchors.bottomMargin: Tokens.space6
        width: Metrics.dot
        height: width
        radius: width / 2
        color: Theme.contrast.ok
    }
    KapokText {
        id: words

        anchors.centerIn: parent
        width: Metrics.headWidth
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        text: qsTr("画面关着，按键和声音照常")
        color: Theme.contrast.text
        Accessible.ignored: true
    }
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: curtain.activated()
    }
}
