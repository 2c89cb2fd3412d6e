// UI-K19 已清除: thanks, and what happened to what the visitor left here.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

Item {
    id: page

    required property PlainViewModel viewModel
    required property Intents intents

    width: Metrics.screenWidth
    height: Metrics.pageHeight

    Image {
        anchors.horizontalCenter: parent.horizontalCenter
        y: PageMetrics.hallLineTop
        source: Theme.art("blossom")
        sourceSize.width: PageMetrics.plainBlossom
        Accessible.ignored: true
    }
    Headline {
        id: thanks

        anchors.horizontalCenter: parent.horizontalCenter
        y: PageMetrics.thanksTop
        text: qsTr("谢谢，再见")
        font.pixelSize: Tokens.kioskFontDisplay
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: thanks.bottom
        anchors.topMargin: Tokens.space6
        spacing: Tokens.space4

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "check-circle"
            style: "fill"
            tint: "jade.600"
            size: Metrics.stripIcon
        }
        KapokText {
            text: qsTr("您的信息已清除")
            size: PageMetrics.plainText
            weight: Font.Medium
            color: Theme.colors.okStrong
        }
    }
    KapokText {
        anchors.horizontalCenter: parent.horizontalCenter
        y: PageMetrics.busyText
        visible: page.viewModel.cardOnGlass
        text: qsTr("请取回身份证")
        size: PageMetrics.plainText
        weight: Font.Bold
        color: Theme.colors.warn
    }
}
