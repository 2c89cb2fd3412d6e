// 前面还有 5 人 · 大约要等 10–18 分钟, before the number is taken; or the one word that is true instead.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Panel {
    id: box

    required property string waitState // as in waits.Wait
    required property int waiting
    required property int lowMin
    required property int highMin
    property string when
    readonly property bool band: waitState === "band"
    readonly property var words: ({
            "none": qsTr("现在不用等，取了号就去窗口"),
            "closed": qsTr("现在没有开窗口，开了会叫号"),
            "later": qsTr("%1 开始办，到时叫号").arg(when),
            "not_yet": qsTr("%1 开始取号").arg(when),
            "tomorrow": qsTr("今天的号取完了"),
            "ended": qsTr("今天的号取完了")
        })

    implicitHeight: PageMetrics.waitBox
    color: waitState === "none" ? Theme.colors.okSoft : Theme.colors.sunken
    radius: Tokens.radiusM

    RowLayout {
        visible: box.band
        anchors.fill: parent
        anchors.leftMargin: PageMetrics.boxPadding
        anchors.rightMargin: PageMetrics.boxPadding
        spacing: PageMetrics.boxGap

        LabelledValue {
            label: qsTr("前面还有")
            number: box.waiting
            unit: qsTr("人", "", box.waiting)
        }
        Rectangle {
            Layout.preferredWidth: Metrics.hairline
            Layout.preferredHeight: PageMetrics.boxRule
            color: Theme.colors.border
        }
        LabelledValue {
            label: qsTr("大约要等")
            number: box.lowMin + "–" + box.highMin
            unit: qsTr("分钟")
        }
        Item {
            Layout.fillWidth: true
        }
    }
    KapokText {
        visible: !box.band
        anchors.fill: parent
        anchors.margins: Tokens.space4
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: box.words[box.waitState] ?? qsTr("要等多久，看大厅的大屏")
        size: Metrics.stripTitle
        weight: Font.Bold
        color: box.waitState === "none" ? Theme.colors.okStrong : Theme.colors.textSecond
        wrapMode: Text.WordWrap
        maximumLineCount: 2
    }
}
