// UI-K20s 大厅没有回话: what to do now and where a person is; trying again is never the only way.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

PageFrame {
    id: page

    required property PlainViewModel viewModel
    required property Intents intents

    readonly property bool silent: viewModel.fault === "hall_silent"

    title: silent ? qsTr("大厅还没有回话") : qsTr("这次没取到号")
    note: silent ? qsTr("还在问，有了号马上打小票") : qsTr("请到服务台取号，一样排队")

    Strip {
        x: Tokens.kioskMargin
        y: PageMetrics.paperStripTop
        width: Metrics.contentWidth
        color: Theme.colors.infoSoft
        ink: Theme.colors.infoStrong
        textSize: Metrics.stripTitle
        iconName: page.silent ? "plugs" : "info"
        iconStyle: "bold"
        iconTint: "sky.700"
        text: Words.hallFault[page.viewModel.fault] ?? Words.hallFaultOther
    }
    Image {
        anchors.horizontalCenter: parent.horizontalCenter
        y: PageMetrics.plainArtTop
        source: Theme.art("service-desk")
        sourceSize.width: PageMetrics.busyArt
        Accessible.ignored: true

        KapokText {
            anchors.horizontalCenter: parent.horizontalCenter
            y: PageMetrics.busySign
            text: qsTr("服务台")
            size: Tokens.kioskFontLabel
            weight: Font.Bold
            Accessible.ignored: true
        }
    }
    KapokText {
        anchors.horizontalCenter: parent.horizontalCenter
        y: PageMetrics.busyText
        text: page.silent ? qsTr("不想等？到服务台取号，一样排队") : qsTr("您没有弄错什么，服务台可以帮您")
        size: Metrics.noteText
        color: Theme.colors.textMuted
    }
    Row {
        x: Tokens.kioskMargin
        y: PageMetrics.waysButtons
        spacing: Tokens.kioskGap

        KapokButton {
            objectName: "busy.back"
            width: Metrics.halfButton
            height: PageMetrics.waysButton
            text: qsTr("返回重选")
            iconName: "arrow-left"
            size: Tokens.kioskFontLabel
            onActivated: page.intents.touch("back")
        }
        KapokButton {
            objectName: "busy.finish"
            width: Metrics.halfButton
            height: PageMetrics.waysButton
            look: Theme.end
            text: qsTr("好，我去服务台")
            size: Tokens.kioskFontLabel
            onActivated: page.intents.touch("finish")
        }
    }
}
