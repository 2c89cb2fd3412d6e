// One hit of the search: what was asked for is marked in its name.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Pressable {
    id: row

    required property var hit // HitRow of the search props
    readonly property real room: width - 2 * PageMetrics.rowPadding - (hit.together > 0 ? 0 : PageMetrics.waitMark) - PageMetrics.rowArrow - Tokens.space4 - 2 * Tokens.space4
    readonly property int size: Math.min(PageMetrics.itemName, room / Math.max(1, hit.name.length))
    readonly property bool marks: hit.marked !== "" && !Form.large && size >= Metrics.textFloor // else it stands in two lines

    spoken: hit.name
    described: hit.together > 0 ? qsTr("%1 件事一起办，取一个号").arg(hit.together) : mark.visible ? mark.spoken : ""
    look: hit.resting ? Theme.resting : Theme.choice
    implicitHeight: Metrics.row
    petal: Math.min(PageMetrics.rowPetal, height / 2)

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: PageMetrics.rowPadding
        anchors.rightMargin: PageMetrics.rowPadding
        spacing: Tokens.space4

        Row {
            Layout.fillWidth: true
            visible: row.marks

            Repeater {
                model: [row.hit.before, row.hit.marked, row.hit.after]

                Rectangle {
                    id: part

                    required property int index
                    required property string modelData

                    width: words.implicitWidth
                    height: words.implicitHeight
                    radius: Tokens.radiusS
                    color: index === 1 ? Theme.colors.infoSoft : "transparent"

                    KapokText {
                        id: words

                        text: part.modelData
                        size: row.size
                        weight: Font.Bold
                        font.underline: part.index === 1 && Form.contrast
                        color: row.look.ink
                        Accessible.ignored: true
                    }
                }
            }
        }
        NameText {
            Layout.fillWidth: true
            visible: !row.marks
            text: row.hit.name
            across: row.room + (Form.large ? PageMetrics.waitMark + Tokens.space4 : 0)
            largest: PageMetrics.itemName
            lines: PageMetrics.nameLines
            room: row.height - 2 * Tokens.space1
            color: row.look.ink
            silent: true
        }
        WaitMark {
            id: mark

            Layout.preferredWidth: PageMetrics.waitMark
            Layout.maximumWidth: PageMetrics.waitMark
            visible: !Form.large && row.hit.together === 0
            wait: row.hit
        }
        Icon {
            name: "caret-right"
            size: PageMetrics.rowArrow
        }
    }
}
