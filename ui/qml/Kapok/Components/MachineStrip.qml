// What this machine lacks today, and what to do instead: no slips, no cards.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.ViewModels

Strip {
    required property HomeViewModel home

    iconName: "warning"
    iconTint: "amber.600"
    text: home.printer ? qsTr("读卡器现在用不了") : Words.printerFault[home.printerReason] ?? qsTr("现在打不了小票")
    note: home.printer ? qsTr("不带证也能取号，按「取号办事」") : qsTr("号显示在屏幕上，记下就行")
}
