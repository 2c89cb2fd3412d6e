// Sentences of the staff's corner by code: what is done there, and how a number stands that is looked at.
pragma Singleton
pragma ComponentBehavior: Bound
import QtQuick

QtObject {
    //: what staff do at this machine, and what is said after
    readonly property var act: ({
            "somebody": qsTr("替人取号"),
            "numbers": qsTr("取消、优先一个号"),
            "reprint": qsTr("补打上一张小票"),
            "paused": qsTr("暂停服务"),
            "resumed": qsTr("恢复服务"),
            "paper": qsTr("换好纸了"),
            "technician": qsTr("叫技术员"),
            "louder": qsTr("大声一点"),
            "softer": qsTr("小声一点")
        })
    readonly property var done: ({
            "reprint": qsTr("补打好了，票上印着补打"),
            "paper": qsTr("记下了，从新的一卷算起"),
            "paused": qsTr("已经暂停，点完成就停下来"),
            "resumed": qsTr("已经恢复"),
            "technician": qsTr("记下了，技术员会来"),
            "louder": qsTr("大声了一档"),
            "softer": qsTr("小声了一档")
        })
    //: a number that staff look at: the line below the pad's title, by LookStep; how the number stands; why it goes first
    readonly property var lookNote: ({
            "finding": qsTr("正在找…"),
            "not_found": qsTr("今天没有这个号，请看清再输"),
            "away": qsTr("大厅没有回话，请到导办台办")
        })
    readonly property var numberState: ({
            "reserved": qsTr("还在出票"),
            "unconfirmed": qsTr("可能没拿到号票"),
            "waiting": qsTr("在等"),
            "called": qsTr("正在叫"),
            "serving": qsTr("正在办"),
            "held": qsTr("先放着"),
            "no_show": qsTr("过号了"),
            "completed": qsTr("办完了"),
            "cancelled": qsTr("取消了"),
            "void": qsTr("作废了"),
            "expired": qsTr("过期了")
        })
    readonly property var priorityReason: ({
            "elder": qsTr("65 岁以上"),
            "disabled": qsTr("残疾人"),
            "pregnant": qsTr("孕妇"),
            "with_child": qsTr("抱孩子"),
            "soldier": qsTr("军人"),
            "unwell": qsTr("身体不舒服")
        })
    readonly property string failed: qsTr("没打出来，看看打印机")
}
