// UI-T3 自检: every part of this machine with its lamp, and a try of each box. Five minutes without a touch lock it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property SelfTestViewModel viewModel
    required property Intents intents
    readonly property string counted: qsTr("%1 好 · %2 要看 · %3 坏了").arg(viewModel.well).arg(viewModel.odd).arg(viewModel.broken)
    readonly property bool wraps: note.length > (Form.latin ? PageMetrics.adviceLettersLatin : PageMetrics.adviceLetters)
    readonly property string remains: Math.floor(viewModel.lockS / PageMetrics.minuteS) + ":" + String(viewModel.lockS % PageMetrics.minuteS).padStart(2, "0")

    title: qsTr("自检")
    note: viewModel.looking ? qsTr("正在看…") : viewModel.advice === "" ? counted : (SelfTestWords.part[viewModel.adviceOf] ?? "") + Form.colon + viewModel.advice
    noteColor: viewModel.advice === "" ? Theme.colors.textMuted : Theme.colors.warn
    infoTop: PageMetrics.factsTop + (wraps && !Form.landscape ? PageMetrics.adviceLine : 0)
    aside: [
        GridLayout {
            Layout.fillWidth: true
            columns: PageMetrics.selfTestColumns
            columnSpacing: Tokens.space3
            rowSpacing: Tokens.space3
            uniformCellWidths: true

            Repeater {
                model: page.viewModel.tiles

                FactTile {
                    required property var modelData

                    Layout.fillWidth: true
                    fact: modelData
                }
            }
        }
    ]
    actions: [
        KapokButton {
            objectName: "self_test.finish"
            Layout.preferredWidth: Metrics.backButton
            Layout.fillHeight: true
            text: qsTr("锁上")
            size: Metrics.textLabel
            described: qsTr("%1 后自己锁上").arg(page.remains)
            onActivated: page.intents.touch("finish")
        },
        KapokButton {
            objectName: "self_test.bench"
            Layout.preferredWidth: Metrics.backButton
            Layout.fillHeight: true
            text: qsTr("工具")
            size: Metrics.textLabel
            onActivated: page.intents.touch("bench")
        },
        KapokButton {
            objectName: "self_test.again"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: Theme.primary
            text: qsTr("重新看一遍")
            size: Metrics.textLabel
            onActivated: page.intents.touch("try_again")
        }
    ]

    GridLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: Math.min(parent.height, Math.ceil(page.viewModel.boxes.length / columns) * (PageMetrics.boxMost + rowSpacing))
        columns: page.viewModel.boxes.length > PageMetrics.boxesInTwo ? PageMetrics.boxColumnsMany : PageMetrics.boxColumns
        columnSpacing: Tokens.space3
        rowSpacing: Tokens.space3
        uniformCellWidths: true
        uniformCellHeights: true

        Repeater {
            model: page.viewModel.boxes

            BoxCard {
                required property var modelData

                objectName: "self_test." + modelData.part
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: Tokens.kioskTarget
                box: modelData
                onActivated: page.intents.choose(modelData.opens ? "tool" : "box", modelData.part)
            }
        }
    }
}
