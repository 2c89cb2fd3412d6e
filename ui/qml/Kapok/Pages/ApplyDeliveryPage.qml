// UI-K27, CL-E17: how the result comes; by post where an address was found.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property ApplyDeliveryViewModel viewModel
    required property Intents intents

    title: qsTr("办好了，怎么拿？")
    note: viewModel.item
    steps: ApplyWords.steps
    step: 1
    actions: [
        BackButton {
            objectName: "apply_delivery.back"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "apply_delivery.typed"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: Theme.primary
            text: qsTr("就这样，接着办")
            size: Metrics.bigButtonText
            onActivated: page.intents.touch("typed")
        }
    ]

    ColumnLayout {
        width: parent.width
        spacing: Metrics.rowGap

        Repeater {
            model: page.viewModel.rows

            ColumnLayout {
                id: line

                required property var modelData

                Layout.fillWidth: true

                ChoiceRow {
                    objectName: "apply_delivery.delivery." + line.modelData.value
                    Layout.fillWidth: true
                    visible: line.modelData.possible
                    look: line.modelData.chosen ? Theme.on : Theme.choice
                    iconName: ApplyWords.deliveryIcon[line.modelData.way] ?? "folder"
                    title: ApplyWords.delivery[line.modelData.way] ?? ""
                    note: line.modelData.address !== "" ? line.modelData.address : ApplyWords.deliveryNote[line.modelData.way] ?? ""
                    spoken: line.modelData.chosen ? title + qsTr("，选好了") : title
                    leads: false
                    onActivated: page.intents.choose("delivery", line.modelData.value)

                    Icon {
                        visible: line.modelData.chosen
                        name: "check-circle"
                        style: "fill"
                        tint: "jade.600"
                        size: Metrics.icon
                    }
                }
                ToldRow {
                    Layout.fillWidth: true
                    visible: !line.modelData.possible
                    color: Theme.colors.sunken
                    iconName: "house-line"
                    title: ApplyWords.delivery[line.modelData.way] ?? ""
                    note: ApplyWords.deliveryNote[line.modelData.way] ?? ""
                }
            }
        }
    }
}
