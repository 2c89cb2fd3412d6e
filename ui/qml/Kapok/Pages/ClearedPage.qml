// UI-K19 已清除: thanks, and what happened to what the visitor left here.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

Item {
    id: page

    required property PlainViewModel viewModel
    required property Intents intents

    width: Metrics.screenWidth
    height: Metrics.pageHeight

    ColumnLayout {
        anchors.centerIn: parent
        spacing: Tokens.space6

        Image {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: PageMetrics.thanksArt
            Layout.preferredHeight: PageMetrics.thanksArt
            source: Theme.art("blossom")
            sourceSize.width: PageMetrics.thanksArt
            fillMode: Image.PreserveAspectFit
            Accessible.ignored: true
        }
        Headline {
            Layout.alignment: Qt.AlignHCenter
            text: qsTr("谢谢，再见")
            font.pixelSize: Math.max(Tokens.kioskFontDisplay, Metrics.textTitle)
        }
        RowLayout {
            Layout.alignment: Qt.AlignHCenter
            spacing: Tokens.space4

            Icon {
                name: "check-circle"
                style: "fill"
                tint: "jade.600"
                size: Metrics.stripIcon
            }
            KapokText {
                text: qsTr("您的信息已清除")
                size: Metrics.textLabel
                weight: Font.Medium
                color: Theme.colors.okStrong
            }
        }
        KapokText {
            Layout.alignment: Qt.AlignHCenter
            visible: page.viewModel.cardOnGlass
            text: qsTr("请取回身份证")
            size: Metrics.textLabel
            weight: Font.Bold
            color: Theme.colors.warn
        }
    }
}
