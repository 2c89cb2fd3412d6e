// 在这台机器上申办, on an item's own page: a way of its own beside the number, or at rest with its reason.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Theme

ColumnLayout {
    id: row

    required property string owner // of the page: names the button
    required property string offer // can | rests | ""
    property string why
    property string where

    signal activated

    visible: offer !== ""

    ChoiceRow {
        objectName: row.owner + ".apply"
        Layout.fillWidth: true
        visible: row.offer === "can"
        iconName: "scan"
        title: qsTr("在这台机器上办")
        note: qsTr("扫材料、核对、送出，不用等号")
        onActivated: row.activated()
    }
    ToldRow {
        Layout.fillWidth: true
        visible: row.offer === "rests"
        color: Theme.colors.sunken
        iconName: "scan"
        title: ApplyWords.rests[row.why] ?? ApplyWords.rests.no_box
        note: row.where === "" ? qsTr("取号到窗口，一样办得成") : qsTr("可以到%1办，或者取号到窗口").arg(row.where)
    }
}
