// Which documents a reader takes, drawn side by side, and the one whose number is typed. In words where room is short.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

RowLayout {
    id: cards

    readonly property bool drawn: !Form.large && !Form.landscape
    readonly property list<string> arts: ["doc-id", "doc-residence", "doc-foreigner", "doc-permit"]
    readonly property list<string> names: [qsTr("身份证"), qsTr("港澳台居住证"), qsTr("外国人永居证"), qsTr("通行证输号码")]

    spacing: Tokens.space5
    uniformCellSizes: true
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("可以放：身份证、港澳台居住证、外国人永居证；通行证输号码")

    Repeater {
        model: cards.drawn ? cards.arts : []

        ColumnLayout {
            id: one

            required property string modelData
            required property int index

            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            spacing: Tokens.space2

            Image {
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredHeight: PageMetrics.documentArt
                source: Theme.art(one.modelData)
                sourceSize.height: PageMetrics.documentArt
                fillMode: Image.PreserveAspectFit
                Accessible.ignored: true
            }
            KapokText {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                text: cards.names[one.index]
                size: Metrics.textNote
                color: Theme.colors.textSecond
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }
    }
    KapokText {
        Layout.fillWidth: true
        visible: !cards.drawn
        text: cards.Accessible.name
        size: Metrics.textNote
        color: Theme.colors.textSecond
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
}
