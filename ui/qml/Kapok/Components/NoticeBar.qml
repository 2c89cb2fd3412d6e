// Says in two lines where to go with something that this machine cannot do. The one place for functions of a later day.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Panel {
    id: notice

    required property string code

    objectName: "notice"
    visible: code !== ""
    height: Metrics.notice
    color: Theme.colors.infoSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: visible ? title.text + "，" + advice.text : ""

    Icon {
        id: sign

        x: Tokens.space6
        anchors.verticalCenter: parent.verticalCenter
        name: "info"
        tint: "sky.700"
        size: Metrics.noticeIcon
    }
    Column {
        anchors.left: sign.right
        anchors.leftMargin: Tokens.space5
        anchors.verticalCenter: parent.verticalCenter
        spacing: Metrics.tight

        KapokText {
            id: title

            text: Words.later[notice.code] ?? ""
            size: Tokens.kioskFontBody
            weight: Font.Bold
            color: Theme.colors.infoStrong
            Accessible.ignored: true
        }
        KapokText {
            id: advice

            text: notice.code === "help" ? Words.helpAdvice : Words.laterAdvice
            size: Tokens.kioskFontLatin
            color: Theme.colors.infoStrong
            Accessible.ignored: true
        }
    }
}
