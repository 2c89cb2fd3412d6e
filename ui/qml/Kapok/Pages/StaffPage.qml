// UI-K24 现场协助: what staff can do at this machine. It locks itself after a minute, and nothing leads out.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property StaffViewModel viewModel
    required property Intents intents

    // of an odd number, the one that has a row of its own
    readonly property string alone: viewModel.acts.length % 2 === 0 ? "" : viewModel.acts[0] === "resumed" ? "resumed" : "technician"

    title: qsTr("现场协助")
    note: viewModel.failed ? StaffWords.failed : StaffWords.done[viewModel.said] ?? qsTr("一分钟不动会自己锁上")
    noteColor: viewModel.failed ? Theme.colors.warn : viewModel.said === "" ? Theme.colors.textMuted : Theme.colors.okStrong
    actions: [
        KapokButton {
            objectName: "staff.finish"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: Theme.end
            text: qsTr("完成")
            size: Metrics.textLabel
            onActivated: page.intents.touch("finish")
        }
    ]

    GridLayout {
        id: acts

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: Math.min(parent.height, implicitHeight)
        columns: Form.large && !Form.landscape ? 1 : 2
        columnSpacing: Tokens.kioskGap
        rowSpacing: Tokens.space4
        uniformCellWidths: true
        uniformCellHeights: true

        Repeater {
            model: page.viewModel.acts

            KapokButton {
                required property string modelData

                objectName: "staff." + modelData
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredHeight: Metrics.tallButton
                Layout.minimumHeight: Tokens.kioskTarget
                Layout.columnSpan: modelData === page.alone ? acts.columns : 1
                text: StaffWords.act[modelData] ?? modelData
                described: modelData === "louder" || modelData === "softer" ? qsTr("现在是 %1 档").arg(page.viewModel.volume) : ""
                size: Metrics.textLabel
                onActivated: page.intents.choose("staff_act", modelData)
            }
        }
    }
}
