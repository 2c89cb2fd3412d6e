// UI-T4 画面: cards by which a person judges the glass, one after the other.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property GlassLookViewModel viewModel
    required property Intents intents
    readonly property bool heights: viewModel.view === "reach"

    title: TechnicianWords.view[viewModel.view]
    note: heights && viewModel.lines.length === 0 ? qsTr("玻璃太矮，一条线也没有") : TechnicianWords.viewNote[viewModel.view]
    infoTop: PageMetrics.cardTop
    info: [
        GlassCards {
            Layout.fillWidth: true
            Layout.preferredHeight: PageMetrics.readEnd - page.infoTop
            visible: !page.heights
            card: page.viewModel
        }
    ]
    actions: [
        BackButton {
            objectName: "glass_look.back"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "glass_look.before"
            Layout.preferredWidth: Metrics.backButton
            Layout.fillHeight: true
            text: qsTr("上一张")
            size: Metrics.textLabel
            onActivated: page.intents.touch("previous_list_page")
        },
        KapokButton {
            objectName: "glass_look.next"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: Theme.primary
            text: Form.large ? qsTr("下一张") : qsTr("下一张：%1").arg(TechnicianWords.view[page.viewModel.next])
            size: Metrics.textLabel
            onActivated: page.intents.touch("next_list_page")
        }
    ]

    Item { // where they are on the real glass, whatever else stands there
        parent: page
        width: page.width
        height: page.height

        Repeater {
            model: page.heights ? page.viewModel.lines : []

            Item {
                id: line

                required property var modelData

                y: modelData.y
                width: page.width
                visible: modelData.y < Metrics.pageEnd - Metrics.actionHeight

                Rectangle {
                    y: -height / 2
                    width: parent.width
                    height: line.modelData.reach ? Metrics.edge * 2 : Metrics.hairline
                    color: line.modelData.reach ? Theme.colors.end : Theme.colors.borderControl
                }
                Rectangle {
                    anchors.right: parent.right
                    anchors.rightMargin: Tokens.kioskMargin
                    y: -height / 2
                    width: label.implicitWidth + 2 * Tokens.space4
                    height: label.implicitHeight + Tokens.space2
                    radius: Tokens.radiusM
                    color: line.modelData.reach ? Theme.colors.end : Theme.colors.sunken

                    KapokText {
                        id: label

                        anchors.centerIn: parent
                        text: line.modelData.mm
                        size: Metrics.textLabel
                        weight: Font.Bold
                        color: line.modelData.reach ? Theme.colors.onEnd : Theme.colors.text
                        Accessible.name: qsTr("离地 %1 毫米").arg(line.modelData.mm)
                    }
                }
            }
        }
    }
}
