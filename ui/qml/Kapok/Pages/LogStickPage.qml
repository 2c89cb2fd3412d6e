// UI-T6 日志: a copy on a stick, encrypted; its passphrase stands here once.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property LogStickViewModel viewModel
    required property Intents intents
    readonly property bool saved: viewModel.step === "saved"
    readonly property bool failed: viewModel.step === "failed"
    readonly property bool saving: viewModel.step === "saving"
    readonly property var rows: saved ? [["usb", viewModel.file, qsTr("存在 U 盘上，可以拔了")], ["monitor", "kapok logs open", qsTr("在电脑上打这几个字打开，再输口令")]] : failed ? [] : [["usb", qsTr("插上 U 盘"), qsTr("系统挂上它，才看得见")], ["lock-key", qsTr("加密以后写上去"), qsTr("号码和姓名已经遮住")], ["note-pencil", qsTr("抄下口令"), qsTr("只显示一次，没有它谁也打不开")]]

    title: saved ? qsTr("存好了，抄下口令") : failed ? qsTr("没存上") : qsTr("日志存到 U 盘")
    note: saved ? qsTr("只显示这一次，五分钟没人碰就没了") : saving ? qsTr("正在加密、写盘…") : ""
    infoTop: PageMetrics.setupTop
    info: [
        GridLayout {
            Layout.fillWidth: true
            visible: page.saved
            columns: PageMetrics.passphraseColumns
            columnSpacing: Tokens.space3
            rowSpacing: Tokens.space3
            uniformCellWidths: true

            Repeater {
                model: page.viewModel.passphrase

                Panel {
                    id: group

                    required property string modelData

                    Layout.fillWidth: true
                    implicitHeight: Metrics.bigButton
                    lined: true
                    border.color: Theme.colors.focus
                    border.width: Metrics.edge
                    Accessible.role: Accessible.StaticText
                    Accessible.name: modelData.split("").join(" ")

                    KapokText {
                        anchors.fill: parent
                        anchors.margins: Tokens.space2
                        horizontalAlignment: Text.AlignHCenter
                        verticalAlignment: Text.AlignVCenter
                        text: group.modelData
                        size: Metrics.textTitle
                        weight: Font.Bold
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: Metrics.textBody
                        Accessible.ignored: true
                    }
                }
            }
        },
        Strip {
            Layout.fillWidth: true
            visible: page.failed
            iconName: "warning"
            iconTint: "amber.600"
            text: TechnicianWords.stickFault[page.viewModel.fault] ?? page.viewModel.fault
            note: TechnicianWords.stickHelp[page.viewModel.fault] ?? ""
        },
        Repeater {
            model: page.rows

            ToldRow {
                required property var modelData

                Layout.fillWidth: true
                iconName: modelData[0]
                title: modelData[1]
                note: modelData[2]
            }
        }
    ]
    actions: [
        BackButton {
            objectName: "log_stick.back"
            visible: !page.saved
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: page.saved ? "log_stick.noted" : "log_stick.save"
            Layout.fillWidth: true
            Layout.fillHeight: true
            look: page.saving ? Theme.resting : Theme.primary
            text: page.saved ? qsTr("抄好了") : page.failed ? qsTr("再试一次") : page.saving ? qsTr("正在存…") : qsTr("加密，存上去")
            iconName: page.saved || page.saving ? "" : "usb"
            size: Metrics.bigButtonText
            onActivated: page.intents.touch(page.saved ? "noted" : "send")
        }
    ]

    Image {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        height: Math.min(parent.height, PageMetrics.thanksArt)
        width: height * PageMetrics.setupArtShape
        visible: parent.height > PageMetrics.boxMost
        source: Theme.art("thing-form")
        sourceSize.height: PageMetrics.thanksArt
        fillMode: Image.PreserveAspectFit
        Accessible.ignored: true
    }
}
