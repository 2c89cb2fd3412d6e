// UI-K31 评一评: five words of equal size in one colour, none of them chosen; going without one is as large as any.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property RatingViewModel viewModel
    required property Intents intents
    readonly property bool asking: viewModel.step === "asking"

    title: VoiceWords.ratingTitle[viewModel.step] ?? ""
    note: asking ? viewModel.item : VoiceWords.ratingNote[viewModel.step] ?? ""
    aside: [
        CountDown {
            Layout.fillWidth: true
            visible: page.asking
            text: Form.large ? qsTr("%1 秒").arg(page.viewModel.seconds) : qsTr("不选就是没评，%1 秒后结束").arg(page.viewModel.seconds)
            share: page.viewModel.share
        }
    ]
    actions: [
        KapokButton {
            objectName: "rating.complain"
            visible: page.viewModel.poor
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: qsTr("说说哪里不好")
            size: Metrics.textLabel
            onActivated: page.intents.touch("complain")
        },
        KapokButton {
            objectName: page.asking ? "rating.skip" : "rating.finish"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: Theme.end
            text: page.asking ? qsTr("不评了，直接走") : qsTr("好了，结束")
            size: Metrics.textLabel
            onActivated: page.intents.touch(page.asking ? "skip" : "finish")
        }
    ]

    GridLayout {
        anchors.fill: parent
        visible: page.asking
        flow: Form.low ? GridLayout.LeftToRight : GridLayout.TopToBottom
        rows: Form.low ? 1 : page.viewModel.stars.length
        columns: Form.low ? page.viewModel.stars.length : 1
        rowSpacing: PageMetrics.ratingGap
        columnSpacing: PageMetrics.ratingGap
        uniformCellWidths: true
        uniformCellHeights: true

        Repeater {
            model: page.viewModel.stars

            RatingChoice {
                required property int modelData

                objectName: "rating.stars." + modelData
                Layout.fillWidth: true
                Layout.fillHeight: true
                stars: modelData
                onActivated: page.intents.choose("stars", modelData)
            }
        }
    }
    ColumnLayout {
        anchors.fill: parent
        visible: !page.asking
        spacing: Tokens.space6

        Blossom {}
        CountDown {
            Layout.fillWidth: true
            text: qsTr("%1 秒后回首页").arg(page.viewModel.seconds)
            share: page.viewModel.share
        }
    }
}
