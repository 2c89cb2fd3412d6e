// UI-K21 暂停服务: where else to go. Nothing to touch but the bar below.
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

    title: qsTr("这台机器暂停服务")
    note: qsTr("请用旁边的机器，或者到服务台")

    Panel {
        x: Tokens.kioskMargin
        y: PageMetrics.hallLineTop
        width: Metrics.contentWidth
        height: Metrics.pageEnd - y
        color: Theme.colors.warnSoft

        Image {
            id: desk

            anchors.horizontalCenter: parent.horizontalCenter
            y: PageMetrics.helpArtTop + PageMetrics.helpArtTop
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
            anchors.bottomMargin: PageMetrics.thanksGap
            spacing: Tokens.space5

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: "warning"
                style: "fill"
                tint: "amber.600"
                size: PageMetrics.cardIcon
            }
            KapokText {
                anchors.horizontalCenter: parent.horizontalCenter
                text: qsTr("服务台可以马上给您取号")
                size: PageMetrics.plainText
                weight: Font.Bold
                color: Theme.colors.warn
            }
            KapokText {
                anchors.horizontalCenter: parent.horizontalCenter
                text: "Out of service. Please use the next machine or the service desk."
                size: Tokens.kioskFontLatin
                weight: Font.Medium
                color: Theme.colors.warn
            }
        }
    }
}
