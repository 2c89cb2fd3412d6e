// UI-K5 放身份证: the card, the way it goes, this machine's mouths; and the ways without a card on the same screen.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property CardViewModel viewModel
    required property Intents intents
    property bool showsCode: false // where a code is held; nothing of the visit
    readonly property var readers: ({
            "waiting": "mouth-reader",
            "reading": "mouth-reader-ok",
            "looking": "mouth-reader-ok",
            "try_again": "mouth-reader",
            "wrong_card": "mouth-reader",
            "other_way": "mouth-reader-rest",
            "expired": "mouth-reader-ok",
            "take_back": "mouth-reader"
        })
    readonly property bool forgotten: viewModel.step === "take_back"
    readonly property bool away: viewModel.step === "other_way" && !viewModel.reader
    readonly property string pointsAt: showsCode ? "scanner" : viewModel.step === "waiting" || viewModel.step === "try_again" ? "reader" : ""

    readonly property bool asksWhose: viewModel.checksIn && viewModel.step === "waiting"

    title: showsCode ? qsTr("请亮红棉码") : asksWhose ? qsTr("报到请放身份证") : Words.cardTitle[viewModel.step]
    note: viewModel.looksUp && viewModel.step === "waiting" && !showsCode ? qsTr("放好了，再问您同不同意查电子证照") : showsCode ? qsTr("把手机上的码对准扫码口") : away && viewModel.checksIn ? qsTr("约好时的码也行，按「亮红棉码」") : away ? qsTr("没带也行，按「不带证取号」") : asksWhose ? qsTr("约好时的码也行，时间到了就出号") : Words.cardNote[viewModel.step]
    noteColor: viewModel.step === "waiting" ? Theme.colors.textMuted : Theme.colors.textSecond
    steps: forgotten || viewModel.checksIn ? [] : Words.steps
    step: 1
    aside: [
        AcceptedCards {
            Layout.fillWidth: true
            visible: Form.landscape && !page.away && !page.showsCode && !page.forgotten
        }
    ]
    info: [
        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: PageMetrics.infoRoom
            spacing: Tokens.space4

            FaultStrip {
                Layout.fillWidth: true
                visible: page.away
                text: qsTr("读卡器现在用不了")
            }
            AcceptedCards {
                Layout.fillWidth: true
                visible: !page.away && !page.showsCode && !page.forgotten && !Form.landscape
                opacity: page.viewModel.step === "other_way" ? Metrics.pale : 1
            }
            Item {
                Layout.fillWidth: true
                Layout.preferredHeight: Metrics.chevrons
                visible: !page.away

                Chevrons {
                    x: desk.x + desk.middleOf(page.pointsAt) - width / 2
                    visible: page.pointsAt !== ""
                    height: Metrics.chevrons
                    fillMode: Image.PreserveAspectFit
                }
            }
            ReaderDesk {
                id: desk

                Layout.alignment: Qt.AlignHCenter
                mouths: page.viewModel.desk
                active: page.showsCode ? "scanner" : "reader"
                readerArt: page.showsCode ? "mouth-reader-rest" : page.readers[page.viewModel.step]
            }
            RowLayout {
                Layout.alignment: Qt.AlignHCenter
                visible: !page.forgotten && !(Form.large && Form.landscape)
                spacing: Tokens.space4

                Icon {
                    name: "shield-check"
                    tint: "bark.500"
                }
                KapokText {
                    text: qsTr("只用来取号，用完马上清除")
                    color: Theme.colors.textMuted
                }
            }
            Item {
                Layout.fillHeight: true
            }
            RowLayout {
                Layout.fillWidth: true
                visible: !page.forgotten && !page.viewModel.checksIn
                spacing: Tokens.space5

                KapokText {
                    text: qsTr("没带身份证？")
                    size: Metrics.textLabel
                    weight: Font.Bold
                }
                KapokText {
                    Layout.fillWidth: true
                    visible: !Form.large
                    horizontalAlignment: Text.AlignRight
                    text: qsTr("不会弄？按「请人帮忙」")
                    size: Metrics.textLatin
                    color: Theme.colors.textMuted
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Metrics.textFloor
                }
            }
        }
    ]
    actions: [
        BackButton {
            visible: !page.forgotten
            objectName: "card.back"
            Layout.preferredWidth: PageMetrics.waysBack
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "card.without_card"
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: page.forgotten ? qsTr("我要取号，证交给服务台") : page.viewModel.checksIn ? qsTr("没约，取号") : qsTr("不带证取号")
            size: PageMetrics.waysText
            look: page.viewModel.step === "other_way" ? Theme.primary : Theme.plain
            onActivated: page.intents.touch("without_card")
        },
        KapokButton {
            objectName: "card.type_number"
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !page.forgotten
            text: qsTr("输号码")
            iconName: Form.landscape && !Form.large ? "keyboard" : ""
            iconStyle: "duotone"
            size: PageMetrics.waysText
            onActivated: page.intents.touch("type_number")
        },
        KapokButton {
            objectName: "card.red_cotton_code"
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !page.forgotten && page.viewModel.scanner && !page.viewModel.byCode
            text: page.showsCode ? qsTr("用身份证") : qsTr("亮红棉码")
            iconName: !Form.landscape || Form.large ? "" : page.showsCode ? "identification-card" : "qr-code"
            size: PageMetrics.waysText
            onActivated: {
                page.showsCode = !page.showsCode;
                page.intents.stir();
            }
        }
    ]
}
