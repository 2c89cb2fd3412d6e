// UI-T8 配置: every setting with who set it; one of them, changed at a pad; old → new before it is kept.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property SettingsViewModel viewModel
    required property Intents intents

    readonly property bool one: viewModel.step === "one"
    readonly property bool sure: viewModel.step === "sure"
    readonly property bool listed: !one && !sure
    readonly property bool types: viewModel.pad === "number" || viewModel.pad === "time"
    readonly property string name: SettingWords.called(viewModel.key)
    readonly property string limits: SettingWords.limits(viewModel.pad, viewModel.least, viewModel.most)
    readonly property string refused: viewModel.fault === "" ? "" : viewModel.fault === "value" ? qsTr("不能是这个值") + Form.colon + (limits === "" ? viewModel.expected : limits) : SettingWords.fault[viewModel.fault] ?? ""
    readonly property string soon: viewModel.restarts ? qsTr("存好了，锁上以后自己重启，就算数") : qsTr("存好了，下次启动就算数")

    title: listed ? qsTr("配置") : sure ? qsTr("改成这样？") : name
    note: viewModel.looking ? qsTr("正在看…") : listed && refused !== "" ? refused : viewModel.step === "kept" ? soon : listed ? qsTr("%n 项和平常不一样", "", viewModel.changed) : sure ? name : viewModel.pad === "" ? qsTr("%1，这里只看").arg(viewModel.key) : viewModel.key
    noteColor: listed && refused !== "" ? Theme.colors.warn : Theme.colors.textMuted
    infoTop: listed ? Metrics.contentTop : PageMetrics.cardTop
    aside: [
        SettingFacts {
            Layout.fillWidth: true
            visible: page.one
            lines: PageMetrics.meaningLines
            meaning: page.viewModel.pad === "" ? qsTr("想知道是什么，用命令看：kapok config explain %1").arg(page.viewModel.key) : SettingWords.meaning[page.viewModel.key] ?? ""
            now: Form.clauses([SettingWords.told(page.viewModel.key, page.viewModel.value), SettingWords.by[page.viewModel.setBy] ?? ""].filter(part => part !== ""))
            usual: SettingWords.told(page.viewModel.key, page.viewModel.usual)
        }
    ]
    info: [
        TypedField {
            Layout.fillWidth: true
            visible: page.types
            text: page.viewModel.typed
            spoken: page.viewModel.typed === "" ? page.name : page.viewModel.typed
            hint: page.refused === "" ? page.limits : page.refused
            ink: page.refused === "" ? Theme.colors.textMuted : Theme.colors.warn
        },
        SettingDiff {
            Layout.fillWidth: true
            visible: page.sure
            before: SettingWords.told(page.viewModel.key, page.viewModel.value)
            after: SettingWords.told(page.viewModel.key, page.viewModel.typed)
        }
    ]
    actions: [
        BackButton {
            objectName: page.listed ? "settings.back" : "settings.decline"
            text: page.sure ? qsTr("不改") : qsTr("返回")
            onActivated: page.intents.touch(page.listed ? "back" : "decline")
        },
        KapokButton {
            objectName: "settings.undo"
            visible: page.listed && page.viewModel.undo
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: qsTr("退回上次改的")
            size: Metrics.textLabel
            onActivated: page.intents.touch("undo")
        },
        KapokButton {
            objectName: page.sure ? "settings.agree" : "settings.confirm"
            visible: page.sure || page.viewModel.pad !== ""
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: page.sure || page.viewModel.ready ? Theme.primary : Theme.resting
            text: page.sure ? qsTr("保存") : qsTr("确定")
            size: Metrics.textLabel
            onActivated: page.intents.touch(page.sure ? "agree" : "typed")
        },
        Item {
            visible: page.listed ? !page.viewModel.undo : !page.sure && page.viewModel.pad === ""
            Layout.fillWidth: true
        }
    ]

    ColumnLayout {
        width: parent.width
        height: parent.height
        visible: page.listed
        spacing: Metrics.rowGap

        Repeater {
            model: page.listed ? page.viewModel.rows : []

            ChoiceRow {
                required property var modelData

                objectName: "settings." + modelData.key
                Layout.fillWidth: true
                iconName: Form.large ? "" : modelData.changes ? "sliders" : "folder"
                title: SettingWords.called(modelData.key)
                note: [SettingWords.told(modelData.key, modelData.value), SettingWords.by[modelData.setBy] ?? ""].filter(part => part !== "").join(" · ")
                onActivated: page.intents.choose("setting", modelData.key)
            }
        }
        Item {
            Layout.fillHeight: true
        }
        Pager {
            Layout.fillWidth: true
            visible: page.viewModel.pages > 1
            owner: "settings"
            number: page.viewModel.number
            pages: page.viewModel.pages
            onBefore: page.intents.touch("previous_list_page")
            onAfter: page.intents.touch("next_list_page")
        }
    }
    Pad {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: Math.min(parent.height, PageMetrics.shortPad)
        visible: page.types
        owner: "settings"
        keys: page.viewModel.keys
        words: Words.padKey
        onTyped: value => page.intents.choose("key", value)
    }
    RowLayout {
        width: parent.width
        height: Math.min(parent.height, Metrics.row)
        visible: page.viewModel.pad === "switch"
        spacing: Tokens.kioskGap

        Repeater {
            model: ["true", "false"]

            KapokButton {
                required property string modelData

                objectName: "settings.key." + modelData
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                look: page.viewModel.typed === modelData ? Theme.on : Theme.plain
                iconName: page.viewModel.typed === modelData ? "check-circle" : ""
                iconStyle: "fill"
                iconTint: "jade.600"
                text: SettingWords.told("", modelData)
                described: page.viewModel.typed === modelData ? qsTr("已选") : ""
                onActivated: page.intents.choose("key", modelData)
            }
        }
    }
}
