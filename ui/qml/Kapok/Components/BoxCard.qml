// One box of this machine with its lamp, its word and what was last seen of it. The whole card is touched to try it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Pressable {
    id: card

    required property var box // BoxRow of the self-test props
    readonly property string shown: box.step === "nothing" || box.step === "ill" ? "warning" : box.lamp
    readonly property var sign: SelfTestWords.sign[shown]
    readonly property string word: SelfTestWords.lamp[box.lamp] ?? ""
    readonly property string said: SelfTestWords.said(box)
    readonly property bool roomy: height > PageMetrics.boxRoomy
    readonly property bool long: box.step === "" || box.step === "ill" // a sentence of advice, which stands under the title too
    readonly property string tryWord: box.step === "" ? qsTr("试一下") : qsTr("再试")

    spoken: box.canTry ? qsTr("试一下%1").arg(Form.gap + (SelfTestWords.part[box.part] ?? "")) : (SelfTestWords.part[box.part] ?? "")
    described: Form.clauses([name.text, word, said, pill.visible ? tryWord : ""])
    activeFocusOnTab: box.canTry
    look: shown === "warning" || shown === "fault" ? Theme.odd : Theme.choice
    Accessible.role: box.canTry ? Accessible.Button : Accessible.StaticText
    Accessible.focusable: box.canTry

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Tokens.space4
        anchors.rightMargin: Tokens.space4
        anchors.topMargin: Tokens.space2
        anchors.bottomMargin: Tokens.space2
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            spacing: Tokens.space3

            Icon {
                name: card.sign[0]
                style: card.sign[1]
                tint: card.sign[2]
                size: Metrics.icon
            }
            KapokText {
                id: name

                Layout.fillWidth: true
                text: SelfTestWords.part[card.box.part] ?? card.box.part
                size: Metrics.textBody
                weight: Font.Bold
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Metrics.textLatin
                Accessible.ignored: true
            }
            KapokText {
                id: pill

                visible: card.box.canTry && card.roomy && !Form.large && card.width > PageMetrics.boxWide
                text: card.tryWord
                size: Metrics.textNote
                weight: Font.Bold
                color: Theme.colors.textSecond
                Accessible.ignored: true
            }
            Icon {
                visible: card.box.canTry && card.roomy && !Form.large && card.width > PageMetrics.boxWide
                name: "caret-right"
                size: Metrics.textNote
            }
        }
        KapokText {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: card.roomy
            text: card.said === "" || card.long && (Form.large || card.height < PageMetrics.boxTall || card.width < PageMetrics.boxWide) ? card.word : card.said
            size: Metrics.textLatin
            color: Theme.colors.textMuted
            wrapMode: Text.Wrap
            verticalAlignment: Text.AlignVCenter
            fontSizeMode: Text.Fit
            minimumPixelSize: Metrics.textFloor
            Accessible.ignored: true
        }
    }
}
