// UI-K8 核对: who (masked), what, how long; needs by a touch; 取号 is the tallest button of the way.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

PageFrame {
    id: page

    required property ConfirmViewModel viewModel
    required property Intents intents

    title: qsTr("看一看，对不对")
    note: qsTr("对了就按红色的「取号」")

    StepLine {
        x: Tokens.kioskMargin
        y: Metrics.stepTop
        width: Metrics.contentWidth
        names: page.viewModel.byCode ? Words.stepsByCode : page.viewModel.known ? Words.steps : Words.stepsWithoutCard
        current: 2
    }
    Panel {
        id: check

        x: Tokens.kioskMargin
        y: Metrics.reach
        width: Metrics.contentWidth
        height: PageMetrics.checkHeight
        lined: true

        PersonLine {
            x: PageMetrics.checkPadding
            y: PageMetrics.personTop
            confirm: page.viewModel
        }
        Chip {
            objectName: "confirm.for_other"
            anchors.right: parent.right
            anchors.rightMargin: PageMetrics.checkPadding
            y: PageMetrics.personTop
            width: PageMetrics.otherButton
            text: qsTr("替别人办")
            on: page.viewModel.forOther
            offIcon: "user-switch"
            onActivated: page.intents.touch("for_other")
        }
        Rectangle {
            x: PageMetrics.checkPadding
            y: PageMetrics.checkRule
            width: parent.width - 2 * x
            height: Metrics.hairline
            color: Theme.colors.border
        }
        KapokText {
            x: PageMetrics.checkPadding
            y: PageMetrics.checkItemTop
            width: parent.width - 2 * x
            text: page.viewModel.item
            size: PageMetrics.checkItem
            weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Tokens.kioskFontLabel
            elide: Text.ElideRight
        }
        Row {
            x: PageMetrics.checkPadding
            y: PageMetrics.checkPlaceTop
            spacing: Tokens.space3

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "map-pin"
                tint: "bark.500"
            }
            KapokText {
                text: page.viewModel.place || page.viewModel.queue
            }
            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                visible: page.viewModel.openCounters > 0
                width: Metrics.hairline
                height: Tokens.kioskFontNote
                color: Theme.colors.border
            }
            KapokText {
                visible: page.viewModel.openCounters > 0
                text: qsTr("%1 个窗口在办").arg(page.viewModel.openCounters)
            }
        }
        WaitBox {
            anchors.horizontalCenter: parent.horizontalCenter
            y: PageMetrics.checkBoxTop
            width: parent.width - 2 * PageMetrics.checkPadding
            waitState: page.viewModel.waitState
            waiting: page.viewModel.waiting
            lowMin: page.viewModel.lowMin
            highMin: page.viewModel.highMin
        }
    }
    KapokText {
        visible: !page.viewModel.cardExpired
        x: Tokens.kioskMargin
        y: PageMetrics.needsTop
        text: qsTr("有需要就点一下")
        color: Theme.colors.textMuted
    }
    Strip {
        visible: page.viewModel.cardExpired
        x: Tokens.kioskMargin
        y: PageMetrics.expiredTop
        width: Metrics.contentWidth
        height: PageMetrics.expiredStrip
        iconName: "warning"
        iconTint: "amber.600"
        text: qsTr("身份证过期了，号照样给您")
    }
    Row {
        x: Tokens.kioskMargin
        y: PageMetrics.chipTop
        spacing: Tokens.kioskGap

        Repeater {
            model: page.viewModel.chips

            Chip {
                required property var modelData

                objectName: "confirm.chip." + modelData.chip
                width: PageMetrics.needChip
                text: Words.chip[modelData.chip]
                on: modelData.on
                offIcon: Words.chipIcon[modelData.chip]
                onActivated: page.intents.choose("chip", modelData.chip)
            }
        }
    }
    Row {
        x: Tokens.kioskMargin
        y: PageMetrics.takeTop
        spacing: Tokens.kioskGap

        KapokButton {
            objectName: "confirm.back"
            width: Metrics.backButton
            height: Metrics.tallButton
            text: qsTr("返回")
            iconName: "arrow-left"
            size: Tokens.kioskFontLabel
            onActivated: page.intents.touch("back")
        }
        KapokButton {
            objectName: "confirm.print_number"
            width: Metrics.contentWidth - Metrics.backButton - Tokens.kioskGap
            height: Metrics.tallButton
            petal: Tokens.radiusPetalHero
            look: Theme.primary
            text: qsTr("取号")
            iconName: "ticket"
            iconSize: Metrics.takeIcon
            size: Metrics.takeText
            onActivated: page.intents.touch("print_number")
        }
    }
}
