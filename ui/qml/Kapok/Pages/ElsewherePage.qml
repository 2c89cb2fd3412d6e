// UI-K36 这台机器办不了: why, where else, and a number for a counter; never a dead end.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property ElsewhereViewModel viewModel
    required property Intents intents
    readonly property bool offline: viewModel.reason === "offline"

    title: viewModel.reason === "" ? qsTr("现在可以办了") : offline ? qsTr("联网后再来") : qsTr("这台机器办不了")
    note: viewModel.name || (Words.homeTile[viewModel.tile] ?? "")
    info: [
        Strip {
            Layout.fillWidth: true
            visible: page.viewModel.reason !== ""
            iconName: page.offline ? "plugs" : "info"
            iconStyle: "bold"
            iconTint: "sky.700"
            color: Theme.colors.infoSoft
            ink: Theme.colors.infoStrong
            text: page.offline ? qsTr("暂时没网，正在自动重连") : ServiceWords.why[page.viewModel.reason] ?? ""
            note: Form.large ? "" : qsTr("您没有弄错什么")
        },
        KapokText {
            Layout.fillWidth: true
            visible: page.viewModel.places.length > 0
            text: qsTr("可以去这些地方办")
            size: Metrics.textBody
            color: Theme.colors.textMuted
        },
        DeskPicture {
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Tokens.space6
            Layout.preferredHeight: PageMetrics.faultArt
            Layout.preferredWidth: PageMetrics.faultArt * PageMetrics.deskPictureShape
            visible: page.viewModel.places.length === 0
        },
        ColumnLayout {
            Layout.fillWidth: true
            visible: page.viewModel.places.length > 0
            spacing: Tokens.space3

            Repeater {
                model: page.viewModel.places

                Panel {
                    id: place

                    required property var modelData

                    Layout.fillWidth: true
                    implicitHeight: PageMetrics.nearPlace
                    lined: true

                    RowLayout {
                        anchors.fill: parent
                        anchors.leftMargin: Tokens.space6
                        anchors.rightMargin: Tokens.space6
                        spacing: Tokens.space5

                        Icon {
                            name: "map-pin"
                            style: "duotone"
                            size: Metrics.icon
                        }
                        KapokText {
                            Layout.fillWidth: true
                            text: ServiceWords.where(place.modelData)
                            size: Metrics.textLabel
                            weight: Font.Bold
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: Metrics.textLatin
                            elide: Text.ElideRight
                        }
                        KapokText {
                            visible: text !== ""
                            text: place.modelData.where || (place.modelData.km === "" ? "" : qsTr("约 %1 公里").arg(place.modelData.km))
                            size: Metrics.textLatin
                            color: Theme.colors.textMuted
                        }
                    }
                }
            }
        }
    ]
    actions: [
        BackButton {
            objectName: "elsewhere.back"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "elsewhere.take_a_number"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: Theme.primary
            text: qsTr("取号到窗口办")
            iconName: Form.large ? "" : "ticket"
            size: Metrics.bigButtonText
            onActivated: page.intents.touch("take_a_number")
        }
    ]
}
