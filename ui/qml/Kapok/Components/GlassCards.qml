// The cards of 画面: sizes in real millimetres, colours, signs as weak eyes see them, colours as other eyes see them.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Panel {
    id: cards

    required property var card // GlassLook props
    readonly property var signs: [["check-circle", "fill", "jade.600"], ["warning", "fill", "amber.600"], ["x-circle", "bold", "bark.900"], ["info", "bold", "sky.700"]]
    readonly property var inks: [Tokens.jade600, Tokens.amber600, Tokens.bark900, Tokens.sky700, Tokens.red600]
    lined: true

    ColumnLayout { // sizes
        anchors.fill: parent
        anchors.margins: Tokens.space6
        visible: cards.card.view === "size"
        spacing: Tokens.space4

        RowLayout {
            Layout.alignment: Qt.AlignHCenter
            spacing: Tokens.space8

            KapokText {
                text: qsTr("永")
                size: cards.card.far
                weight: Font.Medium
            }
            KapokText {
                text: "E 6"
                size: cards.card.far
                weight: Font.Medium
            }
        }
        KapokText {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("请拿好号票，到三号窗口")
            size: Metrics.textNote
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: Metrics.icon

            Rectangle {
                anchors.centerIn: parent
                width: cards.card.ruler
                height: Metrics.edge
                color: Theme.colors.text
            }
            Repeater {
                model: PageMetrics.rulerMarks + 1

                Rectangle {
                    required property int index

                    x: (parent.width - cards.card.ruler) / 2 + index * cards.card.ruler / PageMetrics.rulerMarks - width / 2
                    y: (parent.height - height) / 2
                    width: Metrics.hairline
                    height: index % PageMetrics.rulerMarks === 0 ? Metrics.icon : Metrics.dot
                    color: Theme.colors.text
                }
            }
        }
        KapokText {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("%1 英寸，下沿离地 %2 毫米").arg(cards.card.diagonalIn).arg(cards.card.bottomMm)
            size: Metrics.textLatin
            color: Theme.colors.textMuted
        }
    }
    GridLayout { // colours
        anchors.fill: parent
        anchors.margins: Tokens.space6
        visible: cards.card.view === "colours"
        columns: PageMetrics.swatches
        columnSpacing: 0
        rowSpacing: Tokens.space5
        uniformCellWidths: true

        Repeater {
            model: [Tokens.red600, Tokens.red500, Tokens.amber300, Tokens.amber600, Tokens.jade600, Tokens.jade100, Tokens.sky600, Tokens.sky100]

            Rectangle {
                required property color modelData

                Layout.fillWidth: true
                Layout.fillHeight: true
                color: modelData
            }
        }
        Repeater {
            model: PageMetrics.swatches

            Rectangle {
                required property int index
                readonly property real grey: index / (PageMetrics.swatches - 1)

                Layout.fillWidth: true
                Layout.fillHeight: true
                color: Qt.tint(Tokens.nightBlack, Qt.alpha(Tokens.nightWhite, grey))
            }
        }
    }
    GridLayout { // signs as eyes see them that are not sharp: drawn small, shown large
        anchors.fill: parent
        anchors.margins: Tokens.space6
        visible: cards.card.view === "blur"
        columns: 4
        uniformCellWidths: true

        Repeater {
            model: PageMetrics.blurs.length * cards.signs.length

            Item {
                id: sign

                required property int index
                readonly property var drawn: cards.signs[index % cards.signs.length]
                readonly property int pixels: PageMetrics.blurs[Math.floor(index / cards.signs.length)]

                Layout.fillWidth: true
                Layout.fillHeight: true

                Image {
                    anchors.centerIn: parent
                    width: Math.min(sign.width, sign.height) * PageMetrics.blurShare
                    height: width
                    source: Theme.icon(sign.drawn[0], sign.drawn[1], sign.drawn[2])
                    sourceSize: Qt.size(sign.pixels, sign.pixels)
                    smooth: true
                    Accessible.ignored: true
                }
            }
        }
    }
    GridLayout { // colours as other eyes see them
        anchors.fill: parent
        anchors.margins: Tokens.space6
        visible: cards.card.view === "blind"
        columns: cards.inks.length + 1
        columnSpacing: Tokens.space4
        rowSpacing: Tokens.space4

        Repeater {
            model: Eyes.whose.length * (cards.inks.length + 1)

            Rectangle {
                id: cell

                required property int index
                readonly property string eye: Eyes.whose[Math.floor(index / (cards.inks.length + 1))]
                readonly property int ink: index % (cards.inks.length + 1) - 1
                readonly property bool named: ink < 0

                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: named ? 2 : 1
                radius: Tokens.radiusM
                color: named ? "transparent" : Eyes.seenBy(cards.inks[ink], eye)

                KapokText {
                    anchors.fill: parent
                    visible: cell.named
                    verticalAlignment: Text.AlignVCenter
                    text: TechnicianWords.eyes[cell.eye]
                    size: Metrics.textBody
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Metrics.textFloor
                }
            }
        }
    }
}
