// UI-K14s 搜事项: the first letter of each syllable, a key each; hits with what was asked for marked.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property SearchViewModel viewModel
    required property Intents intents
    readonly property string sample: qsTr("社保卡，打 SBK")
    readonly property string counted: viewModel.text === "" ? "" : viewModel.nothing ? qsTr("没找到") : qsTr("找到 %1 件").arg(viewModel.found)

    function press(value: string): void {
        if (value === "leave")
            intents.touch("back");
        else
            intents.choose("key", value);
    }

    title: qsTr("搜事项")
    note: qsTr("打每个字拼音的第一个字母")
    steps: viewModel.guides ? [] : Words.stepsWithMaterials
    step: 0
    info: [
        Panel {
            Layout.fillWidth: true
            implicitHeight: PageMetrics.search
            radius: height / 2
            border.color: Theme.colors.focus
            border.width: Metrics.focusRing
            Accessible.role: Accessible.EditableText
            Accessible.name: page.viewModel.text === "" ? page.note : page.viewModel.text
            Accessible.description: page.viewModel.text === "" ? page.sample : page.counted
            Accessible.readOnly: true

            RowLayout {
                anchors.fill: parent
                anchors.leftMargin: PageMetrics.tilePadding
                anchors.rightMargin: PageMetrics.tilePadding
                spacing: Tokens.space4

                Icon {
                    name: "magnifying-glass"
                    size: PageMetrics.searchIcon
                }
                KapokText {
                    Layout.fillWidth: true
                    text: page.viewModel.text === "" ? page.sample : page.viewModel.text
                    size: page.viewModel.text === "" ? Metrics.textLatin : Metrics.textTitle
                    weight: page.viewModel.text === "" ? Font.Normal : Font.DemiBold
                    color: page.viewModel.text === "" ? Theme.colors.textMuted : Theme.colors.text
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Metrics.textLatin
                    Accessible.ignored: true
                }
                KapokText {
                    visible: text !== ""
                    text: page.counted
                    size: Metrics.textLatin
                    color: Theme.colors.textMuted
                    Accessible.ignored: true
                }
            }
        }
    ]

    ColumnLayout {
        anchors.fill: parent
        spacing: Metrics.rowGap

        Repeater {
            model: page.viewModel.rows

            HitRow {
                required property var modelData

                objectName: "search.item." + modelData.itemId
                Layout.fillWidth: true
                hit: modelData
                onActivated: page.intents.choose(modelData.together > 0 ? "bundle" : "item", modelData.itemId)
            }
        }
        KapokButton {
            objectName: "search.not_sure"
            Layout.fillWidth: true
            Layout.preferredHeight: Metrics.row
            visible: page.viewModel.nothing || page.viewModel.text === ""
            text: qsTr("不清楚？取综合号")
            onActivated: page.intents.touch("not_sure")
        }
        Pad {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: PageMetrics.searchPad
            Layout.alignment: Qt.AlignBottom
            owner: "search"
            columns: page.viewModel.columns
            words: Object.assign({
                "leave": qsTr("返回")
            }, Words.padKey)
            keys: page.viewModel.keys
            onTyped: value => page.press(value)
        }
    }
}
