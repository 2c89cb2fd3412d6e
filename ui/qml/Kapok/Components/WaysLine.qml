// 窗口, 自助, 网上 side by side: where, how long, how much; a way that there is not rests and says so. Only read.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Item {
    id: line

    required property var fact // Fact of the guide props

    implicitHeight: fact.units * Metrics.row + (fact.units - 1) * Metrics.rowGap

    RowLayout {
        anchors.fill: parent
        spacing: Metrics.rowGap
        uniformCellSizes: true

        Repeater {
            model: line.fact.ways

            Panel {
                id: tile

                required property var modelData
                readonly property list<string> told: !modelData.can ? [GuideWords.notThisWay[modelData.way]] : [modelData.where || GuideWords.anywhere[modelData.way], modelData.days < 0 ? "" : GuideWords.within(modelData.days), modelData.fee].filter(part => part !== "")

                Layout.fillWidth: true
                Layout.fillHeight: true
                lined: true
                radius: Tokens.radiusL
                topRightRadius: modelData.can ? Tokens.radiusPetal : radius
                color: modelData.can ? Theme.colors.surface : Theme.colors.sunken
                Accessible.role: Accessible.StaticText
                Accessible.name: Form.clauses([GuideWords.way[modelData.way], ...told])

                ColumnLayout {
                    anchors.fill: parent
                    anchors.margins: Tokens.space5
                    spacing: Metrics.tight

                    RowLayout {
                        Layout.fillWidth: true
                        spacing: Tokens.space4

                        Icon {
                            name: GuideWords.sign[tile.modelData.way] ?? "info"
                            style: "duotone"
                            tint: tile.modelData.can ? "red.600" : "bark.500"
                            size: Metrics.rowWell - Tokens.space5
                        }
                        KapokText {
                            Layout.fillWidth: true
                            text: GuideWords.way[tile.modelData.way] ?? ""
                            size: Metrics.textBody
                            weight: Font.Bold
                            color: tile.modelData.can ? Theme.colors.text : Theme.colors.textMuted
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: Metrics.textLatin
                            Accessible.ignored: true
                        }
                    }
                    Repeater {
                        model: tile.told

                        KapokText {
                            required property string modelData

                            Layout.fillWidth: true
                            text: modelData
                            size: Metrics.textLatin
                            color: tile.modelData.can ? Theme.colors.text : Theme.colors.textMuted
                            wrapMode: Text.Wrap
                            maximumLineCount: tile.told.length > 1 ? 1 : 2
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: Form.latin ? Metrics.textLatin : Metrics.textFloor
                            elide: Text.ElideRight
                            Accessible.ignored: true
                        }
                    }
                    Item {
                        Layout.fillHeight: true
                    }
                }
            }
        }
    }
}
