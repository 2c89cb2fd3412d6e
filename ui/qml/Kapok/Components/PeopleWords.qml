// Sentences by code about people: what they type, for whom they come, the number they hold, where else to go.
pragma Singleton
pragma ComponentBehavior: Bound
import QtQuick

QtObject {
    //: what is typed at a pad: the question, and the line below it
    readonly property var typedTitle: ({
            "own": qsTr("请输证件号码"),
            "principal": qsTr("请输对方的证件号码"),
            "company": qsTr("请输统一社会信用代码")
        })
    readonly property var typedNote: ({
            "own": qsTr("通行证、护照请按「有字母」"),
            "principal": qsTr("通行证、护照请按「有字母」"),
            "company": qsTr("18 位，在营业执照上")
        })

    readonly property var chip: ({
            "elder": qsTr("65 岁优先"),
            "priority": qsTr("需要优先"),
            "cantonese": qsTr("说粤语"),
            "wheelchair": qsTr("坐轮椅")
        })
    readonly property var chipIcon: ({
            "elder": "heart",
            "priority": "heart",
            "cantonese": "chat-circle-dots",
            "wheelchair": "wheelchair"
        })

    //: by what right somebody comes for another, the line below it, and why an item does not take it
    readonly property var relation: ({
            "guardian": qsTr("我是监护人"),
            "relative": qsTr("我是近亲属"),
            "mandate": qsTr("受人委托"),
            "company": qsTr("替公司办")
        })
    readonly property var relationNote: ({
            "guardian": qsTr("替孩子，或自己办不了的人"),
            "relative": qsTr("父母、子女、夫妻、兄弟姐妹"),
            "mandate": qsTr("要带委托书"),
            "company": qsTr("要统一社会信用代码")
        })
    readonly property var whyNot: ({
            "only_the_person": qsTr("这件事要本人办"),
            "only_a_guardian": qsTr("这件事只能监护人代办"),
            "only_family": qsTr("这件事只能近亲属代办")
        })

    //: a number that is held already, by MineStep; what is not here: 您已经有号
    readonly property var mineTitle: ({
            "printing": qsTr("正在打小票"),
            "printed": qsTr("小票打好了"),
            "not_printed": qsTr("请记下您的号"),
            "sure": qsTr("真的不要这个号了？"),
            "dropping": qsTr("请稍等"),
            "dropped": qsTr("这个号不要了"),
            "not_dropped": qsTr("号还留着")
        })
    readonly property var mineNote: ({
            "printed": qsTr("请从出票口取走"),
            "not_printed": qsTr("小票没打出来，号一样有效"),
            "sure": qsTr("不要了就得重新排队"),
            "dropped": qsTr("谢谢您告诉我们，后面的人少等了"),
            "not_dropped": qsTr("现在退不了，请到服务台说一声")
        })

    //: why another hall does it, by ReferralReason
    readonly property var referral: ({
            "reach_local": qsTr("这件事在户籍所在地办"),
            "reach_city": qsTr("这件事只给本市户籍办"),
            "reach_province": qsTr("这件事只给本省户籍办"),
            "not_at_this_level": qsTr("这个大厅不办这件事")
        })

    //: where a telephone number was given, by its country code; and one that no mobile number there begins like
    readonly property var region: ({
            "86": qsTr("内地"),
            "852": qsTr("香港"),
            "853": qsTr("澳门"),
            "886": qsTr("台湾")
        })
    readonly property var oddPhone: ({
            "86": qsTr("内地手机号 1 开头，请看一看"),
            "852": qsTr("香港手机号 4 到 9 开头，请看一看"),
            "853": qsTr("澳门手机号 6 开头，请看一看"),
            "886": qsTr("台湾手机号 09 开头，请看一看")
        })

    //: documents, by what their numbers look like
    readonly property var document: ({
            "hkmo_permit": qsTr("港澳居民来往内地通行证"),
            "taiwan_permit": qsTr("台湾居民来往大陆通行证"),
            "foreigner_old": qsTr("外国人永久居留身份证"),
            "exit_permit": qsTr("往来港澳通行证"),
            "passport": qsTr("护照")
        })
}
