// One theme 主题 by its two-character spoken name. The open one is ink. In 大字 and 往下移 the word stands alone.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Pressable {
    id: tab

    required property string text
    required property string iconName
    required property bool chosen
    property string iconStyle: "duotone"
    property bool wordless: false // a picture says it, where words have no room

    described: text === spoken ? "" : text
    look: chosen ? Theme.end : Theme.choice
    implicitHeight: PageMetrics.listTab
    petal: Math.min(PageMetrics.tabPetal, height / 2)
    Accessible.role: Accessible.PageTab
    Accessible.selected: chosen

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Tokens.space2
        spacing: 0

        Icon {
            Layout.alignment: Qt.AlignHCenter
            visible: tab.wordless || !PageMetrics.listBrief
            name: tab.iconName
            style: tab.iconStyle
            tint: tab.look.tint
            size: PageMetrics.tabIcon
        }
        KapokText {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !tab.wordless
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: tab.text
            size: PageMetrics.tabText
            weight: Font.Medium
            color: tab.look.ink
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Metrics.textLatin
            Accessible.ignored: true
        }
    }
}
