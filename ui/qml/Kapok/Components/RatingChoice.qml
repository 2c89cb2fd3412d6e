// One of five words of equal weight: a face in ink, the word, its stars. In 往下移 they stand side by side.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Pressable {
    id: choice

    required property int stars
    readonly property int most: VoiceWords.starCount

    spoken: VoiceWords.stars[stars] ?? ""
    described: qsTr("%1 颗星").arg(stars)
    look: Theme.choice
    petal: Form.low ? corner : Tokens.radiusPetal

    GridLayout {
        anchors.fill: parent
        anchors.leftMargin: Form.low ? Tokens.space1 : Tokens.space6
        anchors.rightMargin: Form.low ? Tokens.space1 : Tokens.space6
        anchors.topMargin: Form.low ? Tokens.space5 : 0
        anchors.bottomMargin: Form.low ? Tokens.space5 : 0
        flow: Form.low ? GridLayout.TopToBottom : GridLayout.LeftToRight
        columnSpacing: Tokens.space6
        rowSpacing: Tokens.space4

        Image {
            Layout.alignment: Form.low ? Qt.AlignHCenter : Qt.AlignVCenter
            Layout.preferredWidth: PageMetrics.ratingFace
            Layout.preferredHeight: PageMetrics.ratingFace
            source: Theme.art("face-" + choice.stars)
            sourceSize: Qt.size(PageMetrics.ratingFace, PageMetrics.ratingFace)
            Accessible.ignored: true
        }
        KapokText {
            Layout.fillWidth: true
            Layout.fillHeight: Form.low
            horizontalAlignment: Form.low ? Text.AlignHCenter : Text.AlignLeft
            verticalAlignment: Text.AlignVCenter
            text: choice.spoken
            size: Form.low ? Metrics.textNote : Metrics.textLabel
            weight: Font.Bold
            color: choice.look.ink
            wrapMode: Form.low ? Text.Wrap : Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Metrics.textNote
            Accessible.ignored: true
        }
        Row {
            Layout.alignment: Form.low ? Qt.AlignHCenter : Qt.AlignVCenter
            spacing: Form.low ? Tokens.space1 : Tokens.space3

            Repeater {
                model: choice.most

                Icon {
                    required property int index

                    name: "star"
                    style: index < choice.stars ? "fill" : "bold"
                    size: PageMetrics.ratingStar
                }
            }
        }
    }
}
