// 上一页, 第 n 页, 下一页: lists are never scrolled.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

RowLayout {
    id: pager

    required property string owner // of the page: names its buttons
    required property int number // from 1
    required property int pages

    signal before
    signal after

    spacing: Tokens.kioskGap

    KapokButton {
        objectName: pager.owner + ".page_before"
        Layout.preferredWidth: Metrics.pagerButton
        text: qsTr("上一页")
        iconName: "arrow-left"
        onActivated: pager.before()
    }
    KapokText {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("第 %1 页，共 %2 页").arg(pager.number).arg(pager.pages)
        color: Theme.colors.textMuted
    }
    KapokButton {
        objectName: pager.owner + ".page_after"
        Layout.preferredWidth: Metrics.pagerButton
        text: qsTr("下一页")
        iconName: "arrow-right"
        iconBehind: true
        onActivated: pager.after()
    }
}
