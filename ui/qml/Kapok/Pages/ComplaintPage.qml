// UI-K30 投诉、办不成事、建议: a category, ready sentences, a number. No name is asked for anywhere.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property ComplaintViewModel viewModel
    required property Intents intents
    readonly property string stands: viewModel.step
    readonly property bool chooses: stands === "category" || stands === "words"
    readonly property bool over: stands === "heard" || stands === "kept" || stands === "lost"

    title: VoiceWords.complaintTitle[stands] ?? ""
    note: chooses && viewModel.about !== "" ? qsTr("关于：%1").arg(viewModel.about) : VoiceWords.complaintNote[stands] ?? ""
    actions: [
        BackButton {
            objectName: "complaint.back"
            visible: page.chooses || page.stands === "unsaid" || page.stands === "loading"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "complaint.next_page"
            visible: page.chooses && page.viewModel.pages > 1
            Layout.preferredWidth: Metrics.pagerButton
            Layout.fillHeight: true
            text: page.viewModel.pageNumber < page.viewModel.pages ? qsTr("下一页") : qsTr("第一页")
            spoken: Form.clauses([text, qsTr("现在第 %1 页，共 %2 页").arg(page.viewModel.pageNumber).arg(page.viewModel.pages)])
            size: Metrics.textLabel
            iconName: "caret-right"
            iconBehind: true
            onActivated: page.intents.touch("next_list_page")
        },
        Item {
            visible: page.stands === "category" || page.stands === "loading"
            Layout.fillWidth: true
        },
        KapokButton {
            objectName: "complaint.send"
            visible: page.stands === "words"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: Theme.primary
            text: qsTr("送出")
            size: Metrics.bigButtonText
            onActivated: page.intents.touch("send")
        },
        KapokButton {
            objectName: "complaint.without_words"
            visible: page.stands === "unsaid"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: Theme.primary
            text: qsTr("只记下哪一类")
            size: Metrics.textLabel
            onActivated: page.intents.touch("without_words")
        },
        KapokButton {
            objectName: "complaint.finish"
            visible: page.over
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: Theme.end
            text: qsTr("好了")
            size: Metrics.textLabel
            onActivated: page.intents.touch("finish")
        }
    ]

    ColumnLayout {
        width: parent.width
        visible: page.chooses
        spacing: Metrics.rowGap

        Repeater {
            model: page.viewModel.rows

            ChoiceRow {
                id: row

                required property var modelData
                readonly property bool sentence: page.stands === "words"

                objectName: "complaint." + (sentence ? "sentence." : "category.") + modelData.code
                Layout.fillWidth: true
                iconName: "chat-circle-dots"
                title: sentence ? VoiceWords.sentence[modelData.code] ?? "" : modelData.name
                described: modelData.on ? qsTr("已选") : ""
                leads: !sentence
                look: modelData.on ? Theme.on : Theme.choice
                onActivated: page.intents.choose(sentence ? "sentence" : "category", modelData.code)

                Icon {
                    visible: row.modelData.on
                    name: "check-circle"
                    style: "fill"
                    tint: "jade.600"
                }
            }
        }
    }
    ColumnLayout {
        anchors.fill: parent
        visible: page.stands === "loading" || page.stands === "sending"

        Blossom {}
    }
    Panel {
        anchors.fill: parent
        visible: page.over || page.stands === "unsaid"
        lined: true

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Tokens.space6
            spacing: Tokens.space4

            Item {
                Layout.fillHeight: true
            }
            DeskPicture {
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredHeight: PageMetrics.faultArt
                Layout.preferredWidth: PageMetrics.faultArt * PageMetrics.deskPictureShape
                visible: page.stands === "lost" && !Form.low && !(Form.large && Form.landscape)
            }
            KapokText {
                Layout.alignment: Qt.AlignHCenter
                visible: text !== ""
                text: page.viewModel.category
                size: Metrics.textLabel
            }
            KapokText {
                objectName: "complaint_number"
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                visible: page.viewModel.number !== ""
                text: page.viewModel.number
                size: PageMetrics.value
                weight: Font.Bold
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Metrics.textBody
            }
            KapokText {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                visible: page.stands === "heard"
                text: page.viewModel.slip === "out" ? qsTr("小票在出票口") : page.viewModel.slip === "none" ? qsTr("没有小票，请记下这个号") : qsTr("正在打印小票")
                wrapMode: Text.Wrap
            }
            Figure {
                Layout.alignment: Qt.AlignHCenter
                visible: page.viewModel.hotline !== ""
                before: qsTr("想多说几句，打")
                number: page.viewModel.hotline
                size: Metrics.textTitle
                wordSize: Metrics.textBody
            }
            Item {
                Layout.fillHeight: true
            }
        }
    }
}
