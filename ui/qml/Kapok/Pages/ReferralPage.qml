// UI-K33 换个地方办: which hall takes the applicant, when, how far; a slip, and a number for a person who can be asked.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property ReferralViewModel viewModel
    required property Intents intents
    readonly property string place: [viewModel.address, viewModel.km === "" ? "" : qsTr("约 %1 公里").arg(viewModel.km)].filter(part => part !== "").join(" · ")
    readonly property var rows: [[qsTr("去哪办"), viewModel.name || qsTr("请打热线 %1").arg(viewModel.hotline), "map-pin"], [qsTr("地址"), place, "map-pin"], [qsTr("时间"), viewModel.hours, "clock"], [qsTr("电话"), viewModel.phone, "phone"]].filter(row => row[1] !== "")

    title: qsTr("这件事要到别处办")
    note: PeopleWords.referral[viewModel.reason] ?? viewModel.item
    info: [
        ColumnLayout {
            Layout.fillWidth: true
            visible: !Form.large
            spacing: Metrics.rowGap

            ToldRow {
                Layout.fillWidth: true
                radius: Tokens.radiusL
                topRightRadius: Tokens.radiusPetal
                iconName: "map-pin"
                title: page.rows[0][1]
                note: page.place === "" ? page.rows[0][0] : page.place
            }
            GridLayout {
                Layout.fillWidth: true
                columns: Form.landscape ? 2 : 1
                columnSpacing: Metrics.rowGap
                rowSpacing: Metrics.rowGap
                uniformCellWidths: true

                Repeater {
                    model: page.rows.slice(1).filter(row => row[2] !== "map-pin")

                    ToldRow {
                        required property var modelData

                        Layout.fillWidth: true
                        iconName: modelData[2]
                        title: modelData[1]
                        note: modelData[0]
                    }
                }
            }
        },
        Panel {
            Layout.fillWidth: true
            visible: Form.large
            implicitHeight: facts.implicitHeight + 2 * Tokens.space5
            lined: true

            ColumnLayout {
                id: facts

                anchors.fill: parent
                anchors.leftMargin: PageMetrics.ticketPanePadding
                anchors.rightMargin: PageMetrics.ticketPanePadding
                anchors.topMargin: Tokens.space5
                anchors.bottomMargin: Tokens.space5
                spacing: Tokens.space3

                Repeater {
                    model: page.rows

                    RowLayout {
                        id: row

                        required property var modelData

                        Layout.fillWidth: true
                        spacing: Tokens.space5

                        KapokText {
                            Layout.preferredWidth: PageMetrics.referralLabel
                            Layout.alignment: Qt.AlignTop
                            text: row.modelData[0]
                            size: Metrics.textBody
                            color: Theme.colors.textMuted
                        }
                        KapokText {
                            Layout.fillWidth: true
                            text: row.modelData[1]
                            size: Metrics.textBody
                            weight: Font.Bold
                            wrapMode: Text.Wrap
                        }
                    }
                }
            }
        },
        Strip {
            Layout.fillWidth: true
            visible: page.viewModel.slip === "printed" || page.viewModel.slip === "not_printed"
            iconName: page.viewModel.slip === "printed" ? "check-circle" : "warning-circle"
            iconTint: page.viewModel.slip === "printed" ? "jade.600" : "amber.600"
            color: page.viewModel.slip === "printed" ? Theme.colors.okSoft : Theme.colors.warnSoft
            ink: page.viewModel.slip === "printed" ? Theme.colors.okStrong : Theme.colors.warn
            text: page.viewModel.slip === "printed" ? qsTr("引导单打好了，请取走") : qsTr("没打出来，请记下地址")
        }
    ]
    actions: [
        BackButton {
            objectName: "referral.back"
            Layout.preferredWidth: Form.large ? PageMetrics.backShort : Metrics.backButton
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "referral.not_sure"
            visible: page.viewModel.asks
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: qsTr("取号问窗口")
            size: Metrics.textLabel
            onActivated: page.intents.touch("not_sure")
        },
        KapokButton {
            objectName: page.viewModel.slip === "printed" ? "referral.finish" : "referral.print"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: page.viewModel.slip === "printed" || page.viewModel.printer ? Theme.primary : Theme.resting
            text: page.viewModel.slip === "printed" ? qsTr("好了，结束") : qsTr("打引导单")
            size: Metrics.textLabel
            onActivated: page.intents.touch(page.viewModel.slip === "printed" ? "finish" : "reprint")
        }
    ]

    KapokButton {
        objectName: "referral.lives_here"
        visible: page.viewModel.mayLiveHere
        width: parent.width
        text: qsTr("我住在本区，在这里办")
        size: Metrics.textBody
        onActivated: page.intents.touch("lives_here")
    }
}
