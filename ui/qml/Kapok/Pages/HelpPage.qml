// UI-K17 请人帮忙: called, seen, on the way; who comes; and where the desk is for whoever would rather walk.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property HelpViewModel viewModel
    required property Intents intents
    readonly property bool walk: viewModel.step === "desk" || viewModel.step === "late"
    readonly property bool alone: viewModel.step === "alone"
    readonly property bool ends: viewModel.step === "desk" || alone // nobody was called
    readonly property string way: viewModel.direction >= 0 ? qsTr("服务台这样走") : qsTr("请到服务台问")
    readonly property bool mapped: viewModel.direction >= 0 && !alone

    title: Words.helpTitle[viewModel.step] ?? ""
    note: viewModel.slip ? qsTr("拿好小票，给那里的人看") : Words.helpNote[viewModel.step] ?? ""
    aside: [
        HelpSteps {
            Layout.fillWidth: true
            visible: !page.ends
            done: page.viewModel.done
        },
        WhoComes {
            Layout.fillWidth: true
            visible: page.viewModel.step === "coming" || page.viewModel.step === "seen"
            looks: page.viewModel.looks
            minutes: page.viewModel.minutes
            secondsAgo: page.viewModel.secondsAgo
        }
    ]
    info: [
        RowLayout {
            Layout.fillWidth: true
            visible: !page.alone
            spacing: Tokens.space4

            KapokText {
                Layout.fillWidth: true
                text: page.walk ? page.way : Form.large ? qsTr("想走过去？") : qsTr("想走过去？") + Form.gap + page.way
                size: Metrics.textLabel
                weight: Font.Bold
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Metrics.textBody
            }
            WayToDesk {
                direction: page.viewModel.direction
                metres: page.viewModel.metres
            }
        }
    ]
    actions: [
        KapokButton {
            objectName: page.ends ? "help.finish" : "help.not_needed"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: page.ends ? qsTr("不办了") : qsTr("不用了")
            size: Metrics.textLabel
            onActivated: page.intents.touch(page.ends ? "finish" : "help_not_needed")
        },
        KapokButton {
            objectName: "help.other_ways"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: qsTr("别的办法")
            size: Metrics.textLabel
            onActivated: page.intents.touch("other_ways")
        },
        KapokButton {
            objectName: "help.back"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: Theme.end
            text: qsTr("我继续自己办")
            size: Metrics.textLabel
            onActivated: page.intents.touch("back")
        }
    ]

    FloorMap {
        anchors.fill: parent
        visible: page.mapped
        plan: page.viewModel
    }
    Panel {
        anchors.fill: parent
        visible: !page.mapped && !page.alone
        lined: true

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Tokens.space5
            spacing: Tokens.space3

            DeskPicture {
                Layout.alignment: Qt.AlignHCenter
                Layout.fillHeight: true
                Layout.maximumHeight: PageMetrics.deskPicture
                Layout.preferredWidth: height * PageMetrics.deskPictureShape
            }
            KapokText {
                Layout.alignment: Qt.AlignHCenter
                Layout.maximumWidth: parent.width
                visible: page.walk
                text: qsTr("走不开？请旁边的人叫一声")
                color: Theme.colors.textMuted
                wrapMode: Text.Wrap
            }
            Figure {
                Layout.alignment: Qt.AlignHCenter
                visible: page.walk && page.viewModel.hotline !== ""
                before: qsTr("也可以打")
                number: page.viewModel.hotline
                size: Metrics.textTitle
                wordSize: Metrics.textBody
            }
        }
    }
    Panel {
        anchors.fill: parent
        visible: page.alone
        lined: true

        ColumnLayout {
            anchors.centerIn: parent
            width: parent.width - 2 * Tokens.kioskMargin
            spacing: Tokens.space5

            Icon {
                Layout.alignment: Qt.AlignHCenter
                name: "phone"
                size: Metrics.accessIcon
            }
            KapokText {
                objectName: "help_hotline"
                Layout.alignment: Qt.AlignHCenter
                text: page.viewModel.hotline
                size: PageMetrics.hotline
                weight: Font.Bold
            }
            Sentence {
                Layout.fillWidth: true
                text: qsTr("随时有人接，可以一边打一边办")
                size: Metrics.textBody
                color: Theme.colors.textMuted
            }
        }
    }
}
