// Nobody is there: a picture of the hall's own with its caption, or by night a dim one; until when, how long one waits.
// One touch anywhere ends it; the button says so.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

Item {
    id: idle

    required property HomeViewModel home
    readonly property bool shut: home.hallState === "closed"
    readonly property bool urgent: home.urgent !== ""

    signal woken

    Rectangle { // dim by night
        anchors.fill: parent
        visible: idle.shut && !picture.visible && !idle.urgent
        color: Form.contrast ? Theme.colors.page : Theme.colors.end

        Headline {
            x: Tokens.kioskMargin
            y: Metrics.titleTop
            width: Metrics.headWidth
            text: qsTr("现在是休息时间")
            color: Form.contrast ? Theme.colors.text : Theme.colors.onEnd
        }
    }
    Image {
        id: picture

        anchors.horizontalCenter: parent.horizontalCenter
        y: PageMetrics.idlePictureTop
        width: parent.width
        height: PageMetrics.idlePictureEnd - y
        visible: status === Image.Ready // one that went bad since the start is not shown broken
        source: idle.home.slide
        sourceSize: Qt.size(width, height)
        fillMode: Image.PreserveAspectFit
        cache: false
        asynchronous: !Theme.still
        Accessible.ignored: true
    }
    Image {
        anchors.centerIn: picture
        anchors.verticalCenterOffset: Tokens.space6
        visible: !picture.visible && !idle.urgent
        source: Theme.art("blossom")
        sourceSize.width: PageMetrics.thanksArt
        opacity: idle.shut ? Metrics.pale : 1
        Accessible.ignored: true
    }
    Loader {
        active: idle.urgent
        x: Tokens.kioskMargin
        y: PageMetrics.idlePictureTop + Tokens.space6
        width: parent.width - 2 * x
        height: PageMetrics.idlePictureEnd - y
        sourceComponent: UrgentPane {
            words: idle.home.urgent
        }
    }
    ColumnLayout {
        x: Form.landscape ? Metrics.contentX : Tokens.kioskMargin
        width: Metrics.contentWidth
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Tokens.space6
        spacing: Tokens.space5

        Sentence {
            objectName: "idle_caption"
            Layout.fillWidth: true
            text: picture.visible ? idle.home.caption : ""
            size: Metrics.textLabel
            weight: Font.Bold
        }
        HallLine {
            Layout.fillWidth: true
            visible: idle.home.hallState === "open" || idle.home.hallState === "no_wait"
            home: idle.home
        }
        HallStrip {
            Layout.fillWidth: true
            visible: idle.home.hallState !== "open" && idle.home.hallState !== "no_wait"
            home: idle.home
        }
        KapokButton {
            objectName: "home.wake"
            Layout.fillWidth: true
            Layout.preferredHeight: Metrics.actionHeight
            petal: Tokens.radiusPetal
            look: Theme.primary
            text: idle.home.opens === "" ? qsTr("点一下，开始") : qsTr("点一下，开始 · %1–%2 办公").arg(idle.home.opens).arg(idle.home.closes)
            size: Metrics.textLabel
            onActivated: idle.woken()
        }
    }
}
