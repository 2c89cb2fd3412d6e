// UI-T9 演练: which fault is played. Nothing of it is real, and the first touch ends it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property DrillViewModel viewModel
    required property Intents intents

    title: qsTr("演练")
    note: qsTr("看看群众会看到什么，点一下就结束，不发号")
    actions: [
        BackButton {
            objectName: "drill.back"
            onActivated: page.intents.touch("back")
        },
        Item {
            Layout.fillWidth: true
        }
    ]

    ColumnLayout {
        width: parent.width
        height: Math.min(parent.height, implicitHeight)
        spacing: Form.low || Form.landscape ? Tokens.space3 : Metrics.rowGap

        Repeater {
            model: page.viewModel.kinds

            ChoiceRow {
                required property string modelData

                objectName: "drill." + modelData
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredHeight: Form.low ? PageMetrics.listRow : Metrics.row
                Layout.minimumHeight: Tokens.kioskTarget
                iconName: SelfTestWords.drillSign[modelData] ?? ""
                title: SelfTestWords.drill[modelData] ?? modelData
                onActivated: page.intents.choose("drill", modelData)
            }
        }
    }
}
