// Sentences by code for what the city does through this machine: progress, certificates, applications; and A4 paper.
pragma Singleton
pragma ComponentBehavior: Bound
import QtQuick

QtObject {
    //: 查进度: how a case stands, what comes next, its steps; why there is nothing to show, and what helps
    readonly property var caseState: ({
            "received": qsTr("已收件"),
            "accepted": qsTr("已受理"),
            "in_work": qsTr("正在审查"),
            "supplement": qsTr("要补材料"),
            "decided": qsTr("已经决定"),
            "ready": qsTr("可以来取了"),
            "closed": qsTr("已经办完"),
            "withdrawn": qsTr("已经撤回")
        })
    readonly property var caseNext: ({
            "received": qsTr("下一步：受理"),
            "accepted": qsTr("下一步：审查"),
            "in_work": qsTr("下一步：决定"),
            "supplement": qsTr("请到窗口问清补什么"),
            "decided": qsTr("下一步：送达"),
            "ready": qsTr("请带身份证来取"),
            "closed": qsTr("没有要做的了"),
            "withdrawn": qsTr("不再办理")
        })
    readonly property list<string> caseStep: [qsTr("收件"), qsTr("受理"), qsTr("审查"), qsTr("决定"), qsTr("送达")]
    readonly property var progressFault: ({
            "not_found": qsTr("没查到办的事"),
            "city_away": qsTr("上级平台没有回话"),
            "hall_silent": qsTr("暂时连不上大厅"),
            "sign_in": qsTr("要先认一下是您"),
            "other_code": qsTr("这个码查不了进度")
        })
    readonly property var progressRemedy: ({
            "not_found": qsTr("请看一看编号，或到服务台问"),
            "city_away": qsTr("过一会儿再查，或到服务台问"),
            "hall_silent": qsTr("过一会儿再查，或到服务台问"),
            "sign_in": qsTr("请把身份证放在读卡区"),
            "other_code": qsTr("请换一个办法")
        })
    //: why pages did not come, by PaperFault
    readonly property var paperFault: ({
            "jam": qsTr("卡纸了"),
            "paper_out": qsTr("打印纸用完了"),
            "toner_out": qsTr("打印机没墨了"),
            "cover_open": qsTr("打印机盖子没盖好"),
            "offline": qsTr("打印机没有回话"),
            "busy": qsTr("打印机正忙"),
            "document": qsTr("这份打不出来"),
            "gone": qsTr("页面离开了，没打")
        })
    readonly property string paperFaultOther: qsTr("打印机有点问题")

    //: 打印证明: why it does not go on, and what helps
    readonly property var certificateFault: ({
            "city_away": qsTr("上级平台没有回话"),
            "hall_silent": qsTr("暂时连不上大厅"),
            "none": qsTr("没有能打印的证明"),
            "sign_in": qsTr("要先认一下是您"),
            "too_late": qsTr("时间久了，要重新查"),
            "no_link": qsTr("这里还不能发到手机"),
            "document": qsTr("这份打不出来"),
            "other_code": qsTr("这个码认不出是谁")
        })
    readonly property var certificateRemedy: ({
            "city_away": qsTr("请到服务台打印，不用再查"),
            "hall_silent": qsTr("请到服务台打印，不用再查"),
            "none": qsTr("请到窗口问怎么办这张证"),
            "sign_in": qsTr("请回首页，用身份证再来"),
            "too_late": qsTr("按「再查一次」"),
            "no_link": qsTr("可以打印出来"),
            "document": qsTr("请到服务台打印"),
            "other_code": qsTr("请放身份证")
        })
}
