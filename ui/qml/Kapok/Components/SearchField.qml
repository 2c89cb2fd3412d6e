// The way to the search by first letters of pinyin. It looks like a field, and is a button.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Pressable {
    id: field

    readonly property bool roomy: !Form.large && !Form.latin

    spoken: qsTr("搜事项")
    described: hint.text + (sample.visible ? sample.text : "")
    corner: PageMetrics.search / 2
    implicitHeight: PageMetrics.search

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: PageMetrics.tilePadding
        anchors.rightMargin: Tokens.space2
        spacing: Tokens.space4

        Icon {
            name: "magnifying-glass"
            size: PageMetrics.searchIcon
        }
        KapokText {
            id: hint

            Layout.fillWidth: !field.roomy
            text: field.roomy ? qsTr("搜拼音首字母：社保卡 打") : qsTr("搜拼音首字母")
            color: Theme.colors.textMuted
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Metrics.textLatin
            Accessible.ignored: true
        }
        Rectangle {
            id: box

            Layout.preferredWidth: PageMetrics.searchSample
            Layout.preferredHeight: PageMetrics.searchSampleHeight
            visible: field.roomy
            radius: Tokens.radiusS
            color: Theme.colors.sunken

            KapokText {
                id: sample

                anchors.centerIn: parent
                text: "SBK"
                weight: Font.DemiBold
                font.letterSpacing: Tokens.space1
                Accessible.ignored: true
            }
        }
        Item {
            Layout.fillWidth: field.roomy
        }
        Rectangle {
            Layout.preferredWidth: PageMetrics.searchKeys
            Layout.fillHeight: true
            Layout.topMargin: Tokens.space2
            Layout.bottomMargin: Tokens.space2
            radius: height / 2
            color: Theme.colors.sunken

            Icon {
                anchors.centerIn: parent
                name: "keyboard"
                style: "duotone"
                size: PageMetrics.keysIcon
            }
        }
    }
}
