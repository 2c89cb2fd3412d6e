// The hall in one strip when it is not as usual: no network, closed, no more numbers, no counter open.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

Strip {
    id: strip

    required property HomeViewModel home
    readonly property string hallState: home.hallState
    readonly property bool offline: hallState === "offline"
    readonly property bool rests: hallState === "closed" || hallState === "out"
    readonly property string clock: home.whenDay === "today" ? qsTr("今天 %1").arg(home.when) : home.whenDay === "tomorrow" ? qsTr("明天 %1").arg(home.when) : qsTr("%1月%2日 %3").arg(home.month).arg(home.day).arg(home.when)

    color: rests ? Theme.colors.sunken : Theme.colors.infoSoft
    ink: rests ? Theme.colors.text : Theme.colors.infoStrong
    iconName: offline ? "plugs" : rests ? "hourglass-medium" : "info"
    iconStyle: "bold"
    iconTint: rests ? "bark.500" : "sky.700"
    text: Words.hallState[hallState] ?? ""
    readonly property string open: home.when === "" ? Words.unknownWhen : hallState === "out" ? qsTr("%1 再取号").arg(clock) : qsTr("%1 开门").arg(clock)
    readonly property string alone: hallState === "closed" && home.selfService > 0 && !home.anyHour ? qsTr("自助可办 %1 项").arg(home.selfService) : ""

    note: rests ? Form.clauses([open, Form.large ? "" : alone]) : Form.large ? "" : Words.hallStateNote[hallState] ?? ""

    KapokText {
        visible: strip.offline && !Form.large && !Form.landscape && !Form.latin
        text: qsTr("正在自动重连")
        size: Metrics.textNote
        color: strip.ink
    }
}
