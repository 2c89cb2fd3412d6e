// UI-K17 请人帮忙: nobody carries a pager yet, so it says where a person is and does not say that one is coming.
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

    title: qsTr("请到服务台")
    note: qsTr("那里有人，可以马上帮您")

    Panel {
        x: Tokens.kioskMargin
        y: PageMetrics.paperStripTop
        width: Metrics.contentWidth
        height: PageMetrics.helpPanel
        lined: true

        Image {
            anchors.horizontalCenter: parent.horizontalCenter
            y: PageMetrics.helpArtTop
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
        Column {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: PageMetrics.helpArtTop
            spacing: Tokens.space4

            KapokText {
                anchors.horizontalCenter: parent.horizontalCenter
                text: qsTr("这台机器现在叫不来人，请您走过去")
                size: Tokens.kioskFontLabel
                weight: Font.Bold
            }
            KapokText {
                anchors.horizontalCenter: parent.horizontalCenter
                text: qsTr("走不开？请旁边的人帮忙叫一声工作人员")
                color: Theme.colors.textMuted
            }
            Figure {
                anchors.horizontalCenter: parent.horizontalCenter
                visible: page.viewModel.hotline !== ""
                before: qsTr("也可以打")
                number: page.viewModel.hotline
                size: PageMetrics.value
                wordSize: Tokens.kioskFontBody
            }
        }
    }
    Row {
        x: Tokens.kioskMargin
        y: PageMetrics.waysButtons
        spacing: Tokens.kioskGap

        KapokButton {
            objectName: "help.finish"
            width: Metrics.halfButton
            height: PageMetrics.waysButton
            text: qsTr("不办了")
            size: Tokens.kioskFontLabel
            onActivated: page.intents.touch("finish")
        }
        KapokButton {
            objectName: "help.back"
            width: Metrics.halfButton
            height: PageMetrics.waysButton
            look: Theme.end
            text: qsTr("我继续自己办")
            size: Tokens.kioskFontLabel
            onActivated: page.intents.touch("back")
        }
    }
}
