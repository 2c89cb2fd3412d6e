// UI-K21 暂停服务: where else to go. Nothing to touch but the bar below.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property OutOfServiceViewModel viewModel
    required property Intents intents

    title: qsTr("这台机器暂停服务")
    note: qsTr("换一台机器，或到服务台")

    Panel {
        anchors.fill: parent
        color: Theme.colors.warnSoft

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Tokens.space6
            spacing: Tokens.space5

            DeskPicture {
                Layout.alignment: Qt.AlignHCenter
                Layout.fillHeight: true
                Layout.maximumHeight: PageMetrics.deskPicture
                Layout.preferredWidth: height * PageMetrics.deskPictureShape
            }
            WayToDesk {
                Layout.alignment: Qt.AlignHCenter
                direction: page.viewModel.direction
                metres: page.viewModel.metres
            }
            RowLayout {
                Layout.alignment: Qt.AlignHCenter
                spacing: Tokens.space4

                Icon {
                    name: "warning"
                    style: "fill"
                    tint: "amber.600"
                    size: Metrics.stripIcon
                }
                KapokText {
                    Layout.maximumWidth: PageMetrics.deskPicture * 2
                    text: qsTr("服务台可以马上给您取号")
                    size: Metrics.textLabel
                    weight: Font.Bold
                    color: Theme.colors.warn
                    wrapMode: Text.Wrap
                }
            }
            KapokText {
                Layout.alignment: Qt.AlignHCenter
                visible: !Form.large && !Form.latin
                text: "Out of service. Please use the next machine or the service desk."
                size: Metrics.textLatin
                weight: Font.Medium
                color: Theme.colors.warn
            }
        }
    }
}
