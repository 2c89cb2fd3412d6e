// 少带几样: how the look-up of electronic licences stands, in one strip below the list; nothing before it is asked for.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Theme

Strip {
    required property string look // a Look of kiosk.session.sparing
    required property int found
    readonly property bool told: look !== "" && look !== "offer"
    readonly property var words: ({
            "looking": qsTr("正在查电子证照…"),
            "slow": qsTr("还在查，您可以先取号"),
            "found": qsTr("查到了，%1 样不用带").arg(found),
            "nothing": qsTr("没查到能用的，请照单子带"),
            "away": qsTr("现在查不了，请照单子带"),
            "refused": qsTr("没有查，请照单子带")
        })

    iconName: look === "found" ? "check-circle" : "info"
    iconStyle: look === "found" ? "fill" : "bold"
    iconTint: look === "found" ? "jade.600" : "sky.700"
    color: look === "found" ? Theme.colors.okSoft : Theme.colors.infoSoft
    ink: Theme.colors.text
    text: words[look] ?? ""
}
