// Sentences by code: what a state, a fault or a function that is not there yet is called in spoken Chinese.
pragma Singleton
pragma ComponentBehavior: Bound
import QtQuick

QtObject {
    //: what a touch on a function of a later day says; second line is `laterAdvice`
    readonly property var later: ({
            "help_called": qsTr("已经叫人了，就在这儿等"),
            "help_seen": qsTr("有人看到了，马上过来"),
            "help_coming": qsTr("%1正走过来"),
            "help_desk": qsTr("请到服务台，那里有人帮您"),
            "help_alone": qsTr("现在大厅里没有人"),
            "drill": qsTr("这是演练，不是真的"),
            "card_read": qsTr("读到您的证件了"),
            "card_expired": qsTr("身份证过期了，号照样给您"),
            "check_in": qsTr("这台机器还不能预约报到"),
            "print_record": qsTr("这台机器还不能打印证明"),
            "track_case": qsTr("这台机器还不能查进度"),
            "guides": qsTr("这台机器还没有办事指南"),
            "search": qsTr("这台机器还不能搜事项"),
            "show_code": qsTr("请把手机上的码对准扫码口"),
            "red_cotton_code": qsTr("这台机器还不能扫红棉码"),
            "language": qsTr("这台机器还没有别的语言"),
            "large_type": qsTr("这台机器还不能换大字"),
            "high_contrast": qsTr("这台机器还不能换高对比"),
            "lower": qsTr("这台机器还不能往下移"),
            "read_aloud": qsTr("这台机器还不能朗读")
        })
    //: the tiles of the first page, the line below each, and the same in Latin letters for those who read no Chinese
    readonly property var homeTile: ({
            "check_in": qsTr("预约报到"),
            "print_record": qsTr("打印证明"),
            "track_case": qsTr("查进度"),
            "guides": qsTr("办事指南"),
            "any_hour": qsTr("24 小时可办"),
            "from_hong_kong": qsTr("港澳居民"),
            "links": qsTr("网上办、找中介"),
            "more": qsTr("别的事")
        })
    readonly property var homeTileNote: ({
            "check_in": qsTr("已经约好时间"),
            "print_record": qsTr("社保、居住证明"),
            "track_case": qsTr("看办到哪一步"),
            "guides": qsTr("要带哪些材料"),
            "any_hour": qsTr("机器上就能办的事"),
            "from_hong_kong": qsTr("用通行证办的事"),
            "links": qsTr("用手机扫码带走网址"),
            "more": qsTr("查进度、看指南")
        })
    readonly property var homeTileLatin: ({
            "check_in": "Check in",
            "print_record": "Print a record",
            "track_case": "Track a case",
            "guides": "Guides",
            "more": "More"
        })

    //: why something cannot be done on this machine now, by reason code of the service manifest
    readonly property var unavailable: ({
            "offline": qsTr("联网后再来"),
            "closed": qsTr("开门后再来"),
            "no_page_printer": qsTr("请到服务台打"),
            "no_document_scanner": qsTr("这台机器不能扫材料"),
            "no_card_reader": qsTr("读卡器现在用不了")
        })

    //: how the hall stands when it is not as usual, the line below it, and what 取号办事 says then
    readonly property var hallState: ({
            "offline": qsTr("暂时没网，取号照常"),
            "no_counter": qsTr("现在没有开窗口"),
            "out": qsTr("今天的号取完了"),
            "closed": qsTr("大厅没开门")
        })
    readonly property var hallStateNote: ({
            "offline": qsTr("听叫号，看窗口屏"),
            "no_counter": qsTr("可以先取号，也可以问服务台")
        })
    readonly property var takeNote: ({
            "offline": qsTr("拿到的是离线号"),
            "out": qsTr("今天已停止取号"),
            "closed": qsTr("今天已停止取号")
        })
    readonly property string offlineNumber: qsTr("离线号")
    readonly property string goodAsAny: qsTr("一样有效")
    readonly property string unknownWhen: qsTr("什么时候开，请看门口的通知")

    readonly property string laterAdvice: qsTr("请到服务台，工作人员马上帮您")
    readonly property var noticeAdvice: ({
            "drill": qsTr("点一下就结束"),
            "card_read": qsTr("证可以拿回去了，接着选"),
            "card_expired": qsTr("证可以拿回去了，接着选"),
            "help_called": qsTr("您的号不会变，别担心"),
            "help_seen": qsTr("您的号不会变，别担心"),
            "help_coming": qsTr("就在这儿等，不用走开"),
            "help_desk": qsTr("走不开？请旁边的人帮忙叫一声"),
            "help_alone": qsTr("请打 12345，随时有人接")
        })
    //: UI-K17, by how the call stands: the title, and the line below it
    readonly property var helpTitle: ({
            "asking": qsTr("正在叫人"),
            "called": qsTr("已经叫人了"),
            "seen": qsTr("已经叫人了"),
            "coming": qsTr("有人来帮您"),
            "late": qsTr("请到服务台"),
            "desk": qsTr("请到服务台"),
            "alone": qsTr("请打电话问")
        })
    readonly property var helpNote: ({
            "asking": qsTr("马上就好"),
            "called": qsTr("就在这儿等，不用走开"),
            "seen": qsTr("有人看到了，马上过来"),
            "coming": qsTr("就在这儿等，不用走开"),
            "late": qsTr("这会儿人手忙，那里有人"),
            "desk": qsTr("那里有人，马上帮您"),
            "alone": qsTr("现在大厅里没有人")
        })
    readonly property list<string> helpSteps: [qsTr("已叫"), qsTr("看到了"), qsTr("正走过来")]
    readonly property var planBlock: ({
            "counters": qsTr("窗口"),
            "seats": qsTr("等候座位")
        })
    readonly property string somebody: qsTr("工作人员")

    //: where the service desk lies, by eighths of a turn to the right
    readonly property list<string> direction: [qsTr("正前方"), qsTr("右前方"), qsTr("右手边"), qsTr("右后方"), qsTr("身后"), qsTr("左后方"), qsTr("左手边"), qsTr("左前方")]

    //: title and second line of the card page, by CardStep
    readonly property var cardTitle: ({
            "waiting": qsTr("请放身份证"),
            "reading": qsTr("正在读，别拿开"),
            "looking": qsTr("读好了，马上就好"),
            "try_again": qsTr("没读到，请再放一次"),
            "wrong_card": qsTr("这不是身份证"),
            "other_way": qsTr("换个办法吧"),
            "expired": qsTr("身份证过期了"),
            "take_back": qsTr("请取回身份证")
        })
    readonly property var cardNote: ({
            "waiting": qsTr("平放在屏幕下面的读卡区"),
            "reading": qsTr("一两秒就好"),
            "looking": qsTr("正在看您今天有没有号…"),
            "try_again": qsTr("拿起来，再平放到读卡区"),
            "wrong_card": qsTr("请换一种能用的证，或选别的办法"),
            "other_way": qsTr("没带也行，按「不带证取号」"),
            "expired": qsTr("号照样给您，记得去换新证"),
            "take_back": qsTr("身份证还在读卡区上")
        })

    //: which language this is: the word for machines, "zh" or "en"
    readonly property string language: qsTr("zh")

    //: what helps when a code does not work, by Remedy
    readonly property var remedy: ({
            "refresh": qsTr("请刷新二维码"),
            "again": qsTr("请再扫一次"),
            "wait": qsTr("请稍等"),
            "other_code": qsTr("请换一个码"),
            "other_way": qsTr("换个办法吧")
        })

    //: how a ticket stands whose slip was shown, and the line below it
    readonly property var ticketState: ({
            "waiting": qsTr("您的号还在排"),
            "called": qsTr("正在叫您"),
            "held": qsTr("您的号先放着"),
            "missed": qsTr("您的号叫过了"),
            "ended": qsTr("这个号已经结束")
        })
    readonly property var ticketNote: ({
            "waiting": qsTr("号票请拿好，留意大屏"),
            "called": qsTr("请看墙上的大屏"),
            "held": qsTr("东西备齐了，回窗口就办"),
            "missed": qsTr("没关系，请到服务台说一声"),
            "ended": qsTr("不能再用它办事了")
        })

    //: how the time of a booking lies to now
    readonly property var bookingTime: ({
            "early": qsTr("您来早了"),
            "on_time": qsTr("正好到时间")
        })

    //: keys that are no signs
    readonly property var padKey: ({
            "back": qsTr("退格"),
            "clear": qsTr("清空"),
            "look": qsTr("看一看")
        })

    readonly property string yourNumber: qsTr("您的号码")
    readonly property string noteItDown: qsTr("没有小票，请记下这个号")

    //: what happened, by the reason that the printer gave
    readonly property var printerFault: ({
            "paper_out": qsTr("打印纸用完了"),
            "cover_open": qsTr("打印机盖子没盖好"),
            "offline": qsTr("打印机停着"),
            "cutter_error": qsTr("小票卡住了"),
            "no_printer": qsTr("这台机器打不了小票"),
            "device_lost": qsTr("打印机断开了"),
            "device_silent": qsTr("打印机没有回话")
        })
    readonly property string printerFaultOther: qsTr("小票没有打出来")

    //: why there is no number, by problem code
    readonly property var hallFault: ({
            "hall_silent": qsTr("暂时连不上大厅"),
            "item_unknown": qsTr("这件事现在不办了"),
            "queue_closed": qsTr("现在不取号，请看开放时间"),
            "referred": qsTr("这件事要到别的大厅办"),
            "store_unavailable": qsTr("大厅的电脑正忙")
        })
    readonly property string hallFaultOther: qsTr("大厅现在给不了号")

    //: below an item without numbers, by how it stands (waits.Wait)
    readonly property var noNumbers: ({
            "not_yet": qsTr("还没开始取号"),
            "tomorrow": qsTr("今天的号取完了"),
            "ended": qsTr("可以问服务台")
        })

    //: themes as people say them, in two characters
    readonly property var themes: ({
            "hkmo": qsTr("港澳"),
            "": qsTr("常办"),
            "社会保障": qsTr("社保"),
            "医疗卫生": qsTr("医保"),
            "来穗入户": qsTr("入户"),
            "证件办理": qsTr("证件"),
            "住房保障": qsTr("住房"),
            "不动产": qsTr("房产"),
            "企业开办": qsTr("开店"),
            "企业变更": qsTr("变更"),
            "准营准办": qsTr("许可"),
            "就业创业": qsTr("就业"),
            "退休养老": qsTr("退休"),
            "老年人": qsTr("老人"),
            "生育婴幼": qsTr("生育"),
            "婚姻": qsTr("婚姻"),
            "教育": qsTr("上学"),
            "助残": qsTr("助残")
        })
    readonly property list<string> weekdays: [qsTr("星期一"), qsTr("星期二"), qsTr("星期三"), qsTr("星期四"), qsTr("星期五"), qsTr("星期六"), qsTr("星期日")]

    readonly property var mouth: ({
            "slot": qsTr("出票口"),
            "reader": qsTr("读卡区"),
            "scanner": qsTr("扫码口")
        })
    readonly property list<string> stepsWithMaterials: [qsTr("选事项"), qsTr("看材料"), qsTr("取号")]
    //: why a thing need not be brought, and what the hall offers to somebody who did not bring one
    readonly property var spared: ({
            "licence": qsTr("已有电子证照"),
            "system": qsTr("系统里已有")
        })
    readonly property var madeHere: ({
            "photo": qsTr("没带？旁边可以拍"),
            "copy": qsTr("没带？旁边可以印"),
            "print": qsTr("没带？旁边可以打"),
            "form": qsTr("没带？这里可以填")
        })
    readonly property list<string> stepsByCode: [qsTr("选事项"), qsTr("亮码"), qsTr("取号")]
    readonly property list<string> stepsWithoutCard: [qsTr("选事项"), qsTr("不带证"), qsTr("取号")]
    function theme(name: string): string {
        return themes[name] ?? name.slice(0, 2);
    }

    readonly property list<string> steps: [qsTr("选事项"), qsTr("放身份证"), qsTr("取号")]
}
