// One fact of a guide: what it is about, and the hall's own words. Only read, never touched.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme

Panel {
    id: panel

    required property var fact // Fact of the guide props
    readonly property string span: fact.legal === "" ? "" : fact.legal.endsWith("d") ? qsTr("%n 天", "", parseInt(fact.legal)) : qsTr("%n 个工作日", "", parseInt(fact.legal))
    readonly property string within: fact.days < 0 ? "" : fact.days === 0 ? qsTr("当场办好") : qsTr("%n 个工作日内", "", fact.days)
    readonly property string said: fact.what === "days" ? (span === "" ? within : qsTr("%1，最长 %2").arg(within).arg(span)) : fact.what === "step" && span !== "" ? Form.clauses([fact.value, span]) : fact.value

    lined: true
    implicitHeight: fact.units * Metrics.row + (fact.units - 1) * Metrics.rowGap
    Accessible.role: Accessible.StaticText
    Accessible.name: Form.clauses([Words.fact[fact.what] ?? "", said])

    RowLayout {
        anchors.fill: parent
        anchors.margins: Tokens.space3
        anchors.leftMargin: Tokens.space6
        anchors.rightMargin: Tokens.space6
        spacing: Tokens.space5

        KapokText {
            Layout.preferredWidth: PageMetrics.factName
            text: Words.fact[panel.fact.what] ?? ""
            size: Metrics.textNote
            color: Theme.colors.textMuted
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        KapokText {
            Layout.fillWidth: true
            Layout.fillHeight: true
            verticalAlignment: Text.AlignVCenter
            text: panel.said
            size: Metrics.textBody
            weight: Font.DemiBold
            wrapMode: Text.Wrap
            fontSizeMode: Text.Fit
            minimumPixelSize: Metrics.textNote
            Accessible.ignored: true
        }
    }
}
