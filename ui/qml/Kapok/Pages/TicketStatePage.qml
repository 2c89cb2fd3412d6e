// 您的号还在排: a slip was shown, and this is how its ticket stands. Nothing is printed and nothing is changed.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property TicketStateViewModel viewModel
    required property Intents intents

    readonly property bool over: viewModel.state === "ended"

    title: Words.ticketState[viewModel.state] ?? ""
    note: viewModel.state === "called" && viewModel.counter > 0 ? qsTr("请到 %1 号窗口").arg(viewModel.counter) : Words.ticketNote[viewModel.state] ?? ""
    aside: [
        NumberStamp {
            Layout.fillWidth: true
            label: page.viewModel.label
            over: page.over
        }
    ]
    info: [
        Panel {
            Layout.fillWidth: true
            readonly property int inset: Form.large ? Tokens.space2 : Tokens.space5

            implicitHeight: facts.implicitHeight + 2 * inset
            lined: true

            ColumnLayout {
                id: facts

                anchors.fill: parent
                anchors.leftMargin: PageMetrics.ticketPanePadding
                anchors.rightMargin: PageMetrics.ticketPanePadding
                anchors.topMargin: parent.inset
                anchors.bottomMargin: parent.inset
                spacing: Form.large ? Tokens.space1 : Tokens.space3

                RowLayout {
                    spacing: PageMetrics.valueGap

                    LabelledValue {
                        visible: page.viewModel.hasAhead
                        label: qsTr("前面还有")
                        number: page.viewModel.ahead
                        unit: qsTr("位", "", page.viewModel.ahead)
                    }
                    LabelledValue {
                        visible: page.viewModel.hasWait
                        label: qsTr("大约等")
                        number: page.viewModel.lowMin + "–" + page.viewModel.highMin
                        unit: qsTr("分钟")
                    }
                    LabelledValue {
                        visible: page.over
                        label: qsTr("现在")
                        number: qsTr("已结束")
                        size: PageMetrics.placeText
                        weight: Font.Bold
                    }
                    LabelledValue {
                        visible: page.viewModel.counter > 0
                        label: qsTr("在哪办")
                        number: page.viewModel.counter
                        unit: Form.latin ? "" : qsTr("号窗口") // English has said it before the number
                    }
                }
                Rectangle {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Metrics.hairline
                    color: Theme.colors.border
                }
                NameText {
                    Layout.fillWidth: true
                    text: page.viewModel.item
                    lines: PageMetrics.nameLines
                    room: (Form.landscape ? PageMetrics.nameLinesMost : PageMetrics.nameHardlyMore) * largest // upright hardly more than one line takes
                }
                KapokText {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: page.viewModel.place
                    color: Theme.colors.textMuted
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Metrics.textLatin
                }
            }
        }
    ]
    actions: [
        KapokButton {
            objectName: "ticket_state.take_a_number"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: qsTr("另外取号")
            size: Metrics.textLabel
            onActivated: page.intents.touch("take_a_number")
        },
        KapokButton {
            objectName: "ticket_state.finish"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: Theme.end
            text: qsTr("好了，结束")
            size: Metrics.textLabel
            onActivated: page.intents.touch("finish")
        }
    ]

    ColumnLayout {
        anchors.fill: parent
        spacing: Tokens.space4

        Strip {
            Layout.fillWidth: true
            visible: !page.viewModel.canRate
            color: Theme.colors.infoSoft
            ink: Theme.colors.infoStrong
            iconName: "monitor"
            iconStyle: "bold"
            iconTint: "sky.700"
            text: page.over ? qsTr("还要办事，可以另外取号") : page.viewModel.state === "called" ? qsTr("现在就可以过去了") : qsTr("叫到您时，看墙上的大屏")
            note: page.over || Form.large ? "" : qsTr("号票请拿好，这里没有改动您的号")
        }
        ChoiceRow {
            objectName: "ticket_state.rate"
            Layout.fillWidth: true
            visible: page.viewModel.canRate
            iconName: "star"
            title: qsTr("评一评这次办得怎样")
            note: Form.large ? "" : qsTr("自愿的，不评也行")
            onActivated: page.intents.touch("rate")
        }
        Item {
            Layout.fillHeight: true
        }
        CountDown {
            Layout.fillWidth: true
            visible: !(page.viewModel.canRate && Form.large)
            text: qsTr("%1 秒后回首页").arg(page.viewModel.seconds)
            share: page.viewModel.share
        }
    }
}
