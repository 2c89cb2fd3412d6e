// A code that does not work here: why, in two languages, and what does. A number can be had from here as well.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property CodeRefusedViewModel viewModel
    required property Intents intents
    readonly property bool brief: Form.large || Form.landscape || Form.low // no second language

    title: Words.remedy[viewModel.remedy] ?? ""
    note: qsTr("没有码也能取号")
    info: [
        Panel {
            Layout.fillWidth: true
            implicitHeight: told.implicitHeight + 2 * Tokens.space6
            lined: true

            ColumnLayout {
                id: told

                anchors.fill: parent
                anchors.margins: Tokens.space6
                spacing: page.brief ? Tokens.space3 : Tokens.space5

                Sentence {
                    objectName: "code_refused.sentence"
                    Layout.fillWidth: true
                    text: Form.latin ? page.viewModel.english : page.viewModel.sentence
                    size: Metrics.textLabel
                    weight: Font.Bold
                }
                Sentence {
                    visible: page.viewModel.opens !== ""
                    Layout.fillWidth: true
                    text: qsTr("%1 起可以报到：%2").arg(page.viewModel.opens).arg(page.viewModel.item)
                    size: Metrics.textBody
                    weight: Font.Bold
                    color: Theme.colors.infoStrong
                }
                Sentence {
                    visible: !Form.latin && !page.brief
                    Layout.fillWidth: true
                    text: page.viewModel.english
                    size: Metrics.textLatin
                    color: Theme.colors.textMuted
                }
            }
        }
    ]
    actions: [
        BackButton {
            objectName: "code_refused.back"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "code_refused.take_a_number"
            Layout.fillWidth: true
            Layout.fillHeight: true
            petal: Tokens.radiusPetal
            look: Theme.primary
            text: qsTr("直接取号")
            size: Metrics.bigButtonText
            iconName: "ticket"
            iconSize: Metrics.accessIcon
            onActivated: page.intents.touch("take_a_number")
        }
    ]

    ColumnLayout {
        anchors.fill: parent
        spacing: Tokens.space4

        ReaderDesk {
            Layout.alignment: Qt.AlignHCenter
            visible: parent.height > PageMetrics.deskHeight + Metrics.countDown + Tokens.space6
            mouths: page.viewModel.desk
            active: page.viewModel.remedy === "other_way" && page.viewModel.cardReader ? "reader" : "scanner"
            readerArt: "mouth-reader-rest"
        }
        Item {
            Layout.fillHeight: true
        }
        CountDown {
            Layout.fillWidth: true
            text: Form.large ? qsTr("%1 秒后返回").arg(page.viewModel.seconds) : qsTr("%1 秒后返回，随时可以再扫").arg(page.viewModel.seconds)
            share: page.viewModel.share
        }
    }
}
