// 紧急通知 while nobody is there: large, over the whole idle screen, in the place of the hall's pictures.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Panel {
    id: pane

    required property string words

    objectName: "urgent_pane"
    color: Theme.colors.warnSoft
    border.color: Theme.warnEdge
    border.width: Metrics.edge
    Accessible.role: Accessible.AlertMessage
    Accessible.name: visible ? qsTr("紧急通知：%1").arg(words) : ""

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Tokens.kioskMargin
        spacing: Tokens.space5

        Item {
            Layout.fillHeight: true
        }
        RowLayout {
            Layout.alignment: Qt.AlignHCenter
            spacing: Tokens.space4

            Icon {
                name: "warning"
                style: "fill"
                tint: "amber.600"
                size: PageMetrics.urgentMark
            }
            KapokText {
                text: qsTr("紧急通知")
                size: Metrics.textTitle
                weight: Font.Bold
                color: Theme.colors.warn
                Accessible.ignored: true
            }
        }
        Sentence {
            objectName: "urgent_words"
            Layout.fillWidth: true
            text: pane.words
            size: PageMetrics.urgentWords
            weight: Font.Bold
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
