// UI-K35 留个手机号: where from beside the digits, in one block within reach; leaving none is as large as leaving one.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property PhoneViewModel viewModel
    required property Intents intents
    readonly property bool typing: viewModel.state === "typing"
    readonly property bool known: viewModel.state === "known"
    readonly property string missing: viewModel.count < viewModel.total ? qsTr("还差 %1 位").arg(viewModel.total - viewModel.count) : ""
    readonly property string hint: viewModel.odd ? PeopleWords.oddPhone[viewModel.region] ?? "" : viewModel.ready ? qsTr("只说排到哪了，办完就删掉") : missing

    title: typing ? qsTr("发短信到哪个手机？") : known ? qsTr("短信发到这里") : qsTr("现在发不了短信")
    note: typing ? qsTr("您的、家里人的都行；不留也一样办") : known ? qsTr("快到您、叫到您，都会说一声") : qsTr("连不上大厅，号不受影响")
    info: [
        TypedField {
            Layout.fillWidth: true
            visible: page.typing || page.known
            text: page.known ? page.viewModel.mask : page.viewModel.shown
            spoken: page.known || page.viewModel.masked ? text : qsTr("已经输了 %1 位").arg(page.viewModel.count)
            hint: page.known ? qsTr("只说排到哪了，办完就删掉") : page.hint
            ink: page.viewModel.odd ? Theme.colors.warn : Theme.colors.textMuted
        },
        ColumnLayout {
            Layout.fillWidth: true
            visible: !page.typing && !page.known
            spacing: Metrics.rowGap

            Strip {
                Layout.fillWidth: true
                color: Theme.colors.infoSoft
                ink: Theme.colors.infoStrong
                iconName: "monitor"
                iconStyle: "bold"
                iconTint: "sky.700"
                text: qsTr("叫到您时，看墙上的大屏，也会报号")
            }
            Strip {
                Layout.fillWidth: true
                color: Theme.colors.infoSoft
                ink: Theme.colors.infoStrong
                iconName: "info"
                iconStyle: "bold"
                iconTint: "sky.700"
                text: qsTr("要走开？先跟服务台说一声")
            }
        }
    ]
    actions: [
        KapokButton {
            objectName: "phone.skip"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: page.typing ? qsTr("不用短信") : qsTr("好，返回")
            look: page.typing ? Theme.plain : Theme.end
            size: Metrics.textLabel
            onActivated: page.intents.touch("skip")
        },
        KapokButton {
            objectName: "phone.confirm"
            visible: page.typing
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: page.viewModel.ready ? Theme.primary : Theme.resting
            text: qsTr("就发这个号")
            described: page.viewModel.ready ? "" : page.missing
            size: Metrics.textLabel
            onActivated: page.intents.touch("typed")
        }
    ]

    RowLayout {
        width: parent.width
        height: Math.min(parent.height, Metrics.padMost)
        visible: page.typing
        spacing: Tokens.kioskGap

        ColumnLayout {
            Layout.preferredWidth: 1
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Metrics.keyGap

            Repeater {
                model: page.typing ? page.viewModel.regions : []

                RegionKey {
                    required property string modelData

                    objectName: "phone.region." + modelData
                    region: modelData
                    chosen: modelData === page.viewModel.region
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredHeight: 1
                    onActivated: page.intents.choose("region", modelData)
                }
            }
        }
        Pad {
            Layout.preferredWidth: 2
            Layout.fillWidth: true
            Layout.fillHeight: true
            owner: "phone"
            keys: page.viewModel.keys
            words: Words.padKey
            columns: page.viewModel.columns
            onTyped: value => page.intents.choose("key", value)
        }
    }
    ColumnLayout {
        width: parent.width
        visible: page.known
        spacing: Metrics.rowGap

        ChoiceRow {
            objectName: "phone.other"
            Layout.fillWidth: true
            title: qsTr("换一个号")
            iconName: "keyboard"
            onActivated: page.intents.touch("other_phone")
        }
        ChoiceRow {
            objectName: "phone.no_texts"
            Layout.fillWidth: true
            title: qsTr("不用发了")
            iconName: "x-circle"
            onActivated: page.intents.touch("no_texts")
        }
    }
}
