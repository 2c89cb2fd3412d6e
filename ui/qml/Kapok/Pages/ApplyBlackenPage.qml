// UI-K26 涂黑: a finger draws over what is nobody's business, or line by line with buttons; each can be taken back.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property ApplyBlackenViewModel viewModel
    required property Intents intents
    readonly property bool any: viewModel.blots.length > 0

    title: qsTr("涂黑第 %1 页").arg(viewModel.page)
    note: any ? qsTr("涂了 %1 处，没涂好前能撤回").arg(viewModel.blots.length) : qsTr("手指划一块，或者一行一行涂")
    actions: [
        KapokButton {
            objectName: "apply_blacken.back"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: qsTr("不涂了")
            size: Metrics.textLabel
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "apply_blacken.undo"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: page.any ? Theme.plain : Theme.resting
            text: qsTr("撤回")
            size: Metrics.textLabel
            onActivated: page.intents.touch("undo")
        },
        KapokButton {
            objectName: "apply_blacken.typed"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: page.any ? Theme.primary : Theme.resting
            text: qsTr("涂好了")
            described: page.any ? qsTr("涂掉的看不回来") : qsTr("还没涂")
            size: Metrics.textLabel
            onActivated: page.intents.touch("typed")
        }
    ]

    ColumnLayout {
        width: parent.width
        height: parent.height
        spacing: Tokens.kioskGap

        BlackenPicture {
            objectName: "apply_blacken.picture"
            Layout.fillWidth: true
            Layout.fillHeight: true
            source: page.viewModel.source
            blots: page.viewModel.blots
            whole: page.viewModel.whole
            band: page.viewModel.band
            bands: page.viewModel.bands
            onDrawn: part => page.intents.choose("blot", part)
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Tokens.kioskGap

            KapokButton {
                objectName: "apply_blacken.band_up"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: Metrics.chip
                text: qsTr("往上")
                onActivated: page.intents.touch("band_up")
            }
            KapokButton {
                objectName: "apply_blacken.band_down"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: Metrics.chip
                text: qsTr("往下")
                onActivated: page.intents.touch("band_down")
            }
            KapokButton {
                objectName: "apply_blacken.blacken"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: Metrics.chip
                text: qsTr("涂这一行")
                described: qsTr("第 %1 行，共 %2 行").arg(page.viewModel.band + 1).arg(page.viewModel.bands)
                onActivated: page.intents.touch("blacken")
            }
        }
    }
}
