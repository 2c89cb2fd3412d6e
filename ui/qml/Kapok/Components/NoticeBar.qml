// Says in two lines where to go with something that this machine cannot do, or how a call for help stands.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Panel {
    id: notice

    required property string code
    property string looks // of whoever comes: 红马甲
    readonly property string said: (Words.later[code] ?? "").replace("%1", looks === "" ? Words.somebody : looks)

    objectName: "notice"
    visible: code !== ""
    height: Math.max(Metrics.notice, words.implicitHeight + 2 * Tokens.space3)
    color: Theme.colors.infoSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: visible ? Form.clauses([title.text, advice.text]) : ""

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Tokens.space6
        anchors.rightMargin: Tokens.space5
        spacing: Tokens.space5

        Icon {
            name: "info"
            tint: "sky.700"
            size: Metrics.noticeIcon
        }
        ColumnLayout {
            id: words

            Layout.fillWidth: true
            spacing: Metrics.tight

            KapokText {
                id: title

                Layout.fillWidth: true
                text: notice.said
                size: Metrics.textBody
                weight: Font.Bold
                color: Theme.colors.infoStrong
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
            KapokText {
                id: advice

                Layout.fillWidth: true
                visible: !(Form.large && Form.landscape)
                text: Words.noticeAdvice[notice.code] ?? Words.laterAdvice
                size: Metrics.textLatin
                color: Theme.colors.infoStrong
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }
    }
}
