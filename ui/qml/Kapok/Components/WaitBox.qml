// 前面还有 5 人 · 大约要等 10–18 分钟, before the number is taken.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Panel {
    id: box

    required property string waitState
    required property int waiting
    required property int lowMin
    required property int highMin

    implicitHeight: PageMetrics.waitBox
    color: waitState === "none" ? Theme.colors.okSoft : Theme.colors.sunken
    radius: Tokens.radiusM

    Row {
        visible: box.waitState === "band"
        x: PageMetrics.boxPadding
        anchors.verticalCenter: parent.verticalCenter
        spacing: PageMetrics.boxGap

        LabelledValue {
            label: qsTr("前面还有")
            number: box.waiting
            unit: qsTr("人")
        }
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: Metrics.hairline
            height: PageMetrics.boxRule
            color: Theme.colors.border
        }
        LabelledValue {
            label: qsTr("大约要等")
            number: box.lowMin + "–" + box.highMin
            unit: qsTr("分钟")
        }
    }
    KapokText {
        visible: box.waitState === "none"
        anchors.centerIn: parent
        text: qsTr("现在不用等，取了号就去窗口")
        size: Metrics.stripTitle
        weight: Font.Bold
        color: Theme.colors.okStrong
    }
    KapokText {
        visible: box.waitState === "closed" || box.waitState === "unknown"
        anchors.centerIn: parent
        text: box.waitState === "closed" ? qsTr("现在没有开窗口，开了会叫号") : qsTr("要等多久，看大厅的大屏")
        size: Tokens.kioskFontBody
        weight: Font.Medium
        color: Theme.colors.textSecond
    }
}
