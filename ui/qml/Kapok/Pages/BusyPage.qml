// UI-K20s 大厅没有回话: what to do now and where a person is; trying again is never the only way.
import QtQuick
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

PageFrame {
    id: page

    required property PlainViewModel viewModel
    required property Intents intents

    title: qsTr("这次没取到号")
    note: qsTr("请到服务台取号，一样排队")

    Strip {
        x: Tokens.kioskMargin
        y: Metrics.paperStripTop
        width: Metrics.contentWidth
        color: Theme.colors.infoSoft
        ink: Theme.colors.infoStrong
        textSize: Metrics.stripTitle
        iconName: "plugs"
        iconStyle: "bold"
        iconTint: "sky.700"
        text: Words.hallFault[page.viewModel.fault] ?? Words.hallFaultOther
    }
    Image {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Metrics.plainArtTop
        source: Theme.art("service-desk")
        sourceSize.width: Metrics.busyArt
        Accessible.ignored: true

        KapokText {
            anchors.horizontalCenter: parent.horizontalCenter
            y: Metrics.busySign
            text: qsTr("服务台")
            size: Tokens.kioskFontLabel
            weight: Font.Bold
            Accessible.ignored: true
        }
    }
    KapokText {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Metrics.busyText
        text: qsTr("您什么也没弄错，信息没有留下")
        size: Metrics.noteText
        color: Theme.colors.textMuted
    }
    Row {
        x: Tokens.kioskMargin
        y: Metrics.waysButtons
        spacing: Tokens.kioskGap

        KapokButton {
            objectName: "busy.back"
            width: Metrics.halfButton
            height: Metrics.waysButton
            text: qsTr("返回再试一次")
            iconName: "arrow-left"
            size: Tokens.kioskFontLabel
            onActivated: page.intents.touch("back")
        }
        KapokButton {
            objectName: "busy.finish"
            width: Metrics.halfButton
            height: Metrics.waysButton
            look: Theme.end
            text: qsTr("好，我去服务台")
            size: Tokens.kioskFontLabel
            onActivated: page.intents.touch("finish")
        }
    }
}
