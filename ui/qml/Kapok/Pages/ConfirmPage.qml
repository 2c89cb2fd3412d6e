// UI-K8 核对: who (masked), what, how long; needs by a touch; 取号 is the tallest button of the way.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property ConfirmViewModel viewModel
    required property Intents intents
    readonly property bool crowded: Form.large && Form.landscape && viewModel.item.length > PageMetrics.nameShort // how many more has stood on the plan
    readonly property var advices: ({
            "may_not_be_served": qsTr("今天可能办不到，号照样给您"),
            "not_before": qsTr("%1 开始办，位置给您留着").arg(viewModel.when),
            "long": qsTr("要等一小时以上，也可到服务台约时间"),
            "ends_soon": qsTr("快下班了，今天办到 %1").arg(viewModel.when)
        })
    readonly property string advice: viewModel.notTaken !== "" ? qsTr("%1；号照样给您").arg(viewModel.notTaken) : viewModel.nearby === "" ? advices[viewModel.advice] ?? "" : viewModel.nearbyKm === "" ? qsTr("%1也能办").arg(viewModel.nearby) : qsTr("%1也能办，约 %2 公里").arg(viewModel.nearby).arg(viewModel.nearbyKm)
    readonly property list<string> noted: [viewModel.cardExpired ? qsTr("身份证过期了，号照样给您") : "", Form.landscape ? "" : advice].filter(part => part !== "")

    title: qsTr("看一看，对不对")
    note: noted.length > 0 ? noted.join("\n") : qsTr("对了就按「取号」")
    noteColor: noted.length > 0 ? Theme.colors.warn : Theme.colors.textMuted
    steps: viewModel.byCode ? Words.stepsByCode : viewModel.known ? Words.steps : Words.stepsWithoutCard
    step: 2
    actionsTall: !Form.large
    aside: [
        Panel {
            Layout.fillWidth: true
            implicitHeight: facts.implicitHeight + 2 * facts.anchors.margins
            lined: true

            ColumnLayout {
                id: facts

                anchors.fill: parent
                anchors.margins: Tokens.space5
                spacing: Form.large ? Tokens.space2 : Tokens.space4

                PersonLine {
                    Layout.fillWidth: true
                    confirm: page.viewModel
                }
                Rectangle {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Metrics.hairline
                    color: Theme.colors.border
                }
                NameText {
                    Layout.fillWidth: true
                    text: page.viewModel.moreItems > 0 && !page.crowded ? qsTr("%1 等 %2 件").arg(page.viewModel.item).arg(page.viewModel.moreItems + 1) : page.viewModel.item
                    largest: PageMetrics.checkItem
                    lines: Form.landscape || Form.large ? 4 : 2
                    room: Form.landscape ? 4 * PageMetrics.checkItem : PageMetrics.nameOneLine * PageMetrics.checkItem // no more than one line takes
                }
                PlaceLine {
                    Layout.fillWidth: true
                    place: page.viewModel.place || page.viewModel.queue
                    openCounters: page.viewModel.openCounters
                }
            }
        }
    ]
    info: [
        WaitBox {
            Layout.fillWidth: true
            waitState: page.viewModel.waitState
            waiting: page.viewModel.waiting
            lowMin: page.viewModel.lowMin
            highMin: page.viewModel.highMin
            when: page.viewModel.when
        },
        FaultStrip {
            Layout.fillWidth: true
            implicitHeight: (Form.large && page.viewModel.notTaken !== "" ? 2 : 1) * PageMetrics.adviceStrip
            visible: page.advice !== "" && Form.landscape // upright it stands below the question
            text: page.advice
        }
    ]
    actions: [
        BackButton {
            objectName: "confirm.back"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "confirm.add_item"
            Layout.preferredWidth: PageMetrics.addItem
            Layout.fillHeight: true
            visible: page.viewModel.addable
            text: Form.large ? qsTr("加一件") : qsTr("再加一件")
            onActivated: page.intents.touch("add_item")
        },
        KapokButton {
            objectName: "confirm.print_number"
            Layout.fillWidth: true
            Layout.fillHeight: true
            petal: Tokens.radiusPetalHero
            look: Theme.primary
            text: qsTr("取号")
            iconName: "ticket"
            iconSize: Metrics.takeIcon
            size: Metrics.takeText
            onActivated: page.intents.touch("print_number")
        }
    ]

    ColumnLayout {
        width: parent.width
        spacing: Tokens.space4

        KapokText {
            visible: Form.landscape && !Form.large
            text: qsTr("有需要就点一下")
            color: Theme.colors.textMuted
        }
        RowLayout {
            Layout.fillWidth: true
            uniformCellSizes: true
            spacing: Tokens.space4

            Repeater {
                model: page.viewModel.chips

                Chip {
                    required property var modelData

                    objectName: "confirm.chip." + modelData.chip
                    Layout.fillWidth: true
                    text: PeopleWords.chip[modelData.chip]
                    on: modelData.on
                    offIcon: PeopleWords.chipIcon[modelData.chip]
                    onActivated: page.intents.choose("chip", modelData.chip)
                }
            }
        }
        RowLayout {
            Layout.fillWidth: true
            uniformCellSizes: true
            spacing: Tokens.space4

            Chip {
                objectName: "confirm.for_other"
                Layout.fillWidth: true
                text: qsTr("替别人办")
                on: page.viewModel.forOther
                offIcon: "user-switch"
                onActivated: page.intents.touch("for_other")
            }
            Chip {
                objectName: "confirm.text_me"
                Layout.fillWidth: true
                visible: page.viewModel.texts
                text: on ? page.viewModel.phone : spoken
                spoken: qsTr("发短信告诉我")
                described: on ? page.viewModel.phone : ""
                on: page.viewModel.phone !== ""
                offIcon: "device-mobile"
                onActivated: page.intents.touch("text_me")
            }
        }
    }
}
