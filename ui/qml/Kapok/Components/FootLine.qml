// The time, the date, until when, which machine; when something is wrong, the short code that staff ask for; and once
// for who may want it, that type can be larger.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

Item {
    id: foot

    required property FrameViewModel frame
    required property bool offersLarge
    readonly property string closes: frame.faultCode === "" && frame.closes !== "" ? qsTr("今天办到 %1").arg(frame.closes) : frame.faultCode

    height: Metrics.footHeight

    GridLayout {
        visible: !foot.offersLarge
        anchors.fill: parent
        columns: Form.pick(2, 1)
        rowSpacing: 0

        RowLayout {
            Layout.fillWidth: true
            spacing: Tokens.space4

            KapokText {
                Layout.alignment: Qt.AlignBaseline
                visible: text !== ""
                text: foot.frame.clock
                size: Metrics.clock
                weight: Font.DemiBold
            }
            KapokText {
                Layout.alignment: Qt.AlignBaseline
                visible: foot.frame.month > 0
                text: qsTr("%1月%2日 %3").arg(foot.frame.month).arg(foot.frame.day).arg(Words.weekdays[foot.frame.weekday])
                size: Metrics.textLatin
                color: Theme.colors.textMuted
            }
        }
        KapokText {
            text: [foot.closes, foot.frame.kioskName].filter(part => part !== "").join(" · ")
            size: Metrics.textLatin
            color: Theme.colors.textMuted
        }
    }
    RowLayout {
        visible: foot.offersLarge
        anchors.fill: parent
        spacing: Tokens.space4

        Icon {
            name: "text-aa"
            tint: "sky.700"
        }
        KapokText {
            Layout.fillWidth: true
            text: qsTr("字看不清？按「大字」")
            color: Theme.colors.infoStrong
            weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Metrics.textLatin
            Accessible.role: Accessible.AlertMessage
        }
    }
}
