// One fact of a guide: what it is about, with its sign, and the hall's own words. Only read, never touched.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Panel {
    id: panel

    required property var fact // Fact of the guide props
    readonly property bool first: fact.what === "plain"
    readonly property bool long: fact.units > 1 // it begins below its name
    readonly property string span: fact.legal === "" ? "" : fact.legal.endsWith("d") ? qsTr("%n 天", "", parseInt(fact.legal)) : qsTr("%n 个工作日", "", parseInt(fact.legal))
    readonly property string within: fact.days < 0 ? "" : GuideWords.within(fact.days)
    readonly property string said: fact.what === "ask" ? qsTr("可以问服务台，或者按请人帮忙") : fact.what === "days" ? (span === "" ? within : qsTr("%1，最长 %2").arg(within).arg(span)) : fact.what === "step" && span !== "" ? Form.clauses([fact.value, span]) : fact.value

    lined: true
    radius: Tokens.radiusL
    topRightRadius: first ? Tokens.radiusPetal : radius
    implicitHeight: fact.units * Metrics.row + (fact.units - 1) * Metrics.rowGap
    Accessible.role: Accessible.StaticText
    Accessible.name: Form.clauses([GuideWords.fact[fact.what] ?? "", ...(fact.names.length > 0 ? fact.names : [said])])

    RowLayout {
        anchors.fill: parent
        anchors.topMargin: Tokens.space1
        anchors.bottomMargin: Tokens.space1
        anchors.leftMargin: Tokens.space5
        anchors.rightMargin: Tokens.space5
        spacing: Tokens.space5

        Rectangle {
            Layout.preferredWidth: Metrics.rowWell
            Layout.preferredHeight: Metrics.rowWell
            visible: !Form.large
            radius: height / 2
            color: panel.first ? Theme.colors.callMist : Theme.colors.sunken

            Icon {
                anchors.centerIn: parent
                name: GuideWords.sign[panel.fact.what] ?? "info"
                style: "duotone"
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 0

            KapokText {
                Layout.fillWidth: true
                Layout.topMargin: panel.long ? Tokens.space3 : 0
                text: GuideWords.fact[panel.fact.what] ?? ""
                size: Metrics.textNote
                color: Theme.colors.textMuted
                Accessible.ignored: true
            }
            Flow {
                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: panel.fact.names.length > 0
                spacing: Tokens.space2

                Repeater {
                    model: panel.fact.names

                    Row {
                        id: thing

                        required property string modelData

                        spacing: Tokens.space3
                        rightPadding: Tokens.space5

                        Rectangle {
                            anchors.verticalCenter: name.verticalCenter
                            width: PageMetrics.tickBox
                            height: width
                            radius: Tokens.radiusS
                            color: "transparent"
                            border.color: Theme.colors.borderControl
                            border.width: Metrics.edge
                        }
                        KapokText {
                            id: name

                            width: Math.min(implicitWidth, panel.width - Metrics.rowWell - 4 * Tokens.space6)
                            text: thing.modelData
                            size: Metrics.textBody
                            weight: Font.DemiBold
                            elide: Text.ElideRight
                            Accessible.ignored: true
                        }
                    }
                }
            }
            KapokText {
                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: panel.fact.names.length === 0
                verticalAlignment: panel.long ? Text.AlignTop : Text.AlignVCenter
                text: panel.said
                size: Metrics.textBody
                weight: Font.DemiBold
                wrapMode: Text.Wrap
                fontSizeMode: Text.Fit
                minimumPixelSize: Metrics.textLatin
                Accessible.ignored: true
            }
        }
    }
}
