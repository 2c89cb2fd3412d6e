// One item 事项: its name, what to bring, how it stands in its queue. One without numbers is grey and says what is left.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Pressable {
    id: row

    required property var item // ItemRow of the services props
    readonly property real room: width - 2 * PageMetrics.rowPadding - PageMetrics.waitMark - PageMetrics.rowArrow - 2 * Tokens.space4
    readonly property string bringing: item.bring === "" ? "" : item.bringMore > 0 ? qsTr("带：%1 等 %2 样").arg(item.bring).arg(item.bringMore + 1) : qsTr("带：%1").arg(item.bring)
    readonly property bool bundle: item.together > 0
    readonly property string said: item.hkmo === "yes" ? qsTr("港澳通行证 ✓") : item.hkmo === "no" ? qsTr("港澳证件不行，点开看为什么") : bringing
    readonly property string line: bundle ? qsTr("%1 件事一起办，取一个号").arg(item.together) : item.resting ? Words.noNumbers[item.waitState] ?? "" : item.warned ? qsTr("今天可能办不到") : said

    spoken: item.name
    look: item.resting || item.hkmo === "no" ? Theme.resting : Theme.choice
    described: Form.clauses([line, bundle ? "" : mark.spoken])
    implicitHeight: PageMetrics.listRow
    petal: Math.min(PageMetrics.rowPetal, height / 2)

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: PageMetrics.rowPadding
        anchors.rightMargin: PageMetrics.rowPadding
        spacing: Tokens.space4

        Icon {
            visible: row.bundle
            name: "stack"
            style: "duotone"
            tint: "red.600"
            size: PageMetrics.bundleSign
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Form.landscape ? 0 : Metrics.together

            NameText {
                id: name

                Layout.fillWidth: true
                text: row.item.name
                across: row.room
                largest: PageMetrics.itemName
                lines: PageMetrics.nameLines
                room: row.height - 2 * Tokens.space1
                color: row.look.ink
                silent: true
            }
            KapokText {
                Layout.fillWidth: true
                visible: text !== "" && !PageMetrics.listBrief && name.needed < 2
                text: row.line
                size: Metrics.textLatin
                color: row.item.warned && !row.item.resting ? Theme.colors.warn : Theme.colors.textMuted
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Metrics.textFloor
                elide: Text.ElideMiddle
                Accessible.ignored: true
            }
        }
        WaitMark {
            id: mark

            Layout.preferredWidth: PageMetrics.waitMark
            Layout.maximumWidth: PageMetrics.waitMark
            visible: !row.bundle
            wait: row.item
        }
        Icon {
            name: "caret-right"
            size: PageMetrics.rowArrow
        }
    }
}
