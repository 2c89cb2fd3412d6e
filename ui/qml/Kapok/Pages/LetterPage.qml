// UI-K7 委托书: what stands in a good one; whether it can be read is seen on the scanner, the paper goes to the counter.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property LetterViewModel viewModel
    required property Intents intents
    readonly property bool seen: viewModel.pages > 0
    readonly property bool clear: seen && viewModel.odd === 0
    // 民法典第一百六十五条
    readonly property list<string> points: [qsTr("谁替谁办，两个人的名字"), qsTr("办什么事，能办到哪一步"), qsTr("从哪天起，到哪天止"), qsTr("委托人亲笔签名或盖章")]
    readonly property list<string> signs: ["users-three", "list-magnifying-glass", "calendar-check", "note-pencil"]

    title: clear ? qsTr("委托书看得清") : seen ? qsTr("委托书有看不清的") : viewModel.scanner ? qsTr("先看看委托书？") : qsTr("委托书带到窗口")
    note: viewModel.scanner ? qsTr("这里看完就清，原件交窗口") : qsTr("这台机器不能扫，有这四样就行")
    art: "sprig"
    info: [
        Strip {
            Layout.fillWidth: true
            visible: page.seen
            text: page.clear ? qsTr("扫了 %1 页，都清楚").arg(page.viewModel.pages) : qsTr("扫了 %1 页，%2 页看不清").arg(page.viewModel.pages).arg(page.viewModel.odd)
            textSize: Metrics.textLabel
            iconName: page.clear ? "check-circle" : "warning"
            iconTint: page.clear ? "jade.600" : "amber.600"
            color: page.clear ? Theme.colors.okSoft : Theme.colors.warnSoft
            ink: page.clear ? Theme.colors.text : Theme.colors.warn
        },
        GridLayout {
            Layout.fillWidth: true
            visible: !(page.seen && Form.large && !Form.landscape)
            columns: Form.large && Form.landscape ? 2 : 1
            uniformCellWidths: true
            columnSpacing: Tokens.kioskGap
            rowSpacing: Metrics.rowGap

            Repeater {
                model: page.points

                ToldRow {
                    required property string modelData
                    required property int index

                    Layout.fillWidth: true
                    title: modelData
                    iconName: page.signs[index]
                }
            }
        }
    ]
    actions: [
        BackButton {
            objectName: "letter.back"
            onActivated: page.intents.touch("back")
        },
        KapokButton {
            objectName: "letter.scan_letter"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            visible: page.viewModel.scanner
            text: page.seen ? qsTr("再看一看") : qsTr("放上去看")
            size: Metrics.textLabel
            onActivated: page.intents.touch("scan_letter")
        },
        KapokButton {
            objectName: "letter.brought"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: Theme.primary
            text: qsTr("接着取号")
            size: Metrics.textLabel
            onActivated: page.intents.touch("brought")
        }
    ]
}
