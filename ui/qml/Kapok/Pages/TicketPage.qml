// UI-K10 号取好了: the number, how many are before it, where, what to have ready; fifteen seconds, or thirty. Whoever
// came by a code or a card with a booking has touched nothing, and need not: the end counts by itself.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property TicketViewModel viewModel
    required property Intents intents

    readonly property bool booked: viewModel.booked !== "" && !viewModel.withoutSlip
    readonly property bool told: viewModel.told === "heard"
    readonly property string telling: told ? qsTr("会发短信到 %1").arg(viewModel.phone) : viewModel.told === "unheard" ? qsTr("短信没登记上，请看大屏") : ""
    readonly property bool briefly: Form.landscape || Form.large && !viewModel.withoutSlip // no room for the strip that says it
    readonly property bool warned: viewModel.mayNotBeServed || viewModel.comeBack !== ""

    title: viewModel.withoutSlip ? qsTr("请记下您的号") : !booked ? qsTr("号取好了") : viewModel.nameMask === "" ? qsTr("您好，号取好了") : qsTr("%1，您好").arg(viewModel.nameMask)
    note: viewModel.cardOnGlass ? qsTr("请取回身份证，再拿好小票") : briefly && telling !== "" ? telling : viewModel.withoutSlip ? qsTr("已经排上队，没有小票也一样") : viewModel.offline ? qsTr("离线号，一样有效") : booked ? qsTr("%1 的预约，已为您取号").arg(viewModel.booked) : viewModel.slotSide === "" ? qsTr("请留意叫号") : qsTr("请拿好小票")
    infoTop: PageMetrics.infoHigh
    info: [
        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: PageMetrics.infoRoomHigh
            spacing: Tokens.space4

            Strip {
                Layout.fillWidth: true
                implicitHeight: PageMetrics.slipStrip
                visible: page.booked && !(Form.large && Form.landscape)
                color: Theme.colors.okSoft
                ink: Theme.colors.okStrong
                iconName: "check-circle"
                iconTint: "jade.600"
                text: page.viewModel.onTime ? qsTr("预约认到了，您准时") : qsTr("预约认到了，过了点也照样办")

                KapokText {
                    visible: !Form.large
                    text: qsTr("不用点")
                    color: Theme.colors.okStrong
                }
            }
            TicketCard {
                Layout.fillWidth: true
                Layout.fillHeight: true
                label: page.viewModel.label
                caption: page.viewModel.withoutSlip && !Form.landscape ? Words.noteItDown : Words.yourNumber
                paned: true
                coded: page.viewModel.withoutSlip

                TicketFacts {
                    visible: !page.viewModel.withoutSlip
                    ticket: page.viewModel
                }
                Loader {
                    Layout.fillWidth: true
                    active: page.viewModel.withoutSlip
                    visible: active
                    sourceComponent: ScreenSlip {
                        ticket: page.viewModel
                    }
                }
            }
            Strip {
                Layout.fillWidth: true
                implicitHeight: PageMetrics.slipStrip
                visible: page.warned
                iconName: "warning"
                iconTint: "amber.600"
                text: page.viewModel.mayNotBeServed ? qsTr("今天可能办不到，请留意叫号") : qsTr("%1 开始办，位置给您留着").arg(page.viewModel.comeBack)
            }
            Strip {
                Layout.fillWidth: true
                implicitHeight: PageMetrics.slipStrip
                visible: !page.briefly && (page.telling !== "" || !page.warned && !page.booked)
                color: Theme.colors.infoSoft
                ink: Theme.colors.infoStrong
                iconName: page.told ? "device-mobile" : "monitor"
                iconStyle: "bold"
                iconTint: "sky.700"
                text: page.telling !== "" ? page.telling : qsTr("叫到您时，看墙上的大屏")
            }
            SlipPlace {
                Layout.fillWidth: true
                side: page.viewModel.withoutSlip || page.warned && Form.large && Form.landscape ? "" : page.viewModel.slotSide
            }
        }
    ]
    actions: [
        KapokButton {
            objectName: "ticket.another_item"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: qsTr("还要办别的")
            size: Metrics.textLabel
            onActivated: page.intents.touch("another_item")
        },
        KapokButton {
            objectName: "ticket.text_me"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            visible: page.viewModel.texts
            text: page.viewModel.phone === "" ? qsTr("发短信告诉我") : qsTr("改短信号码")
            size: Metrics.textLabel
            onActivated: page.intents.touch("text_me")
        },
        KapokButton {
            objectName: "ticket.finish"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: Theme.end
            text: page.viewModel.texts ? qsTr("好了（%1 秒）").arg(page.viewModel.seconds) : qsTr("好了，%1 秒后结束").arg(page.viewModel.seconds)
            described: qsTr("您的信息会清除")
            size: Metrics.textLabel
            onActivated: page.intents.touch("finish")

            Bar {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                anchors.leftMargin: Tokens.space5
                anchors.rightMargin: Tokens.space5
                anchors.bottomMargin: Tokens.space2
                share: page.viewModel.share
            }
        }
    ]
}
