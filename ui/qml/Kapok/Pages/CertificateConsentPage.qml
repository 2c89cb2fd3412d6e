// UI-K25 before certificates: what is asked, of whom, and how long it stays. A no ends the visit.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property PlainViewModel viewModel
    required property Intents intents
    readonly property list<string> points: [qsTr("只查能打印的电子证照"), qsTr("只给您看，只在这台机器上"), qsTr("用完就清，不留底")]
    readonly property list<string> signs: ["certificate", "monitor", "shield-check"]

    title: qsTr("查您的电子证照？")
    note: qsTr("您同意了才查")
    art: "sprig"
    info: [
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Metrics.rowGap

            Repeater {
                model: page.points

                ToldRow {
                    required property string modelData
                    required property int index

                    Layout.fillWidth: true
                    title: modelData
                    iconName: page.signs[index]
                }
            }
        }
    ]
    actions: [
        KapokButton {
            objectName: "certificate_consent.finish"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: qsTr("不查，结束")
            size: Metrics.textLabel
            onActivated: page.intents.touch("finish")
        },
        KapokButton {
            objectName: "certificate_consent.look_up"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: Theme.primary
            text: qsTr("同意，查一查")
            size: Metrics.textLabel
            onActivated: page.intents.touch("look_up")
        }
    ]
}
