// Sentences by code: what visitors say of the hall, and with a person of the city.
pragma Singleton
pragma ComponentBehavior: Bound
import QtQuick

QtObject {
    readonly property int starCount: Object.keys(stars).length
    //: 评一评: the five words, and what is said afterwards by RatingStep
    readonly property var stars: ({
            "5": qsTr("非常满意"),
            "4": qsTr("满意"),
            "3": qsTr("基本满意"),
            "2": qsTr("不满意"),
            "1": qsTr("非常不满意")
        })
    readonly property var ratingTitle: ({
            "asking": qsTr("这次办得怎么样？"),
            "sending": qsTr("正在送出"),
            "heard": qsTr("谢谢，收到了"),
            "again": qsTr("谢谢，已追加评价"),
            "kept": qsTr("谢谢，记下了"),
            "not_yet": qsTr("办完再来评"),
            "lost": qsTr("没有送出去")
        })
    readonly property var ratingNote: ({
            "sending": qsTr("马上就好"),
            "heard": qsTr("窗口的人看不到您选了什么"),
            "again": qsTr("您评过一次，那一次照样算数"),
            "kept": qsTr("现在没网，有网了就送出去"),
            "not_yet": qsTr("这个号还没办完"),
            "lost": qsTr("不要紧，不评也可以")
        })

    //: 投诉、办不成事、建议: by ComplaintStep, and the ready sentences by code
    readonly property var complaintTitle: ({
            "loading": qsTr("请稍等"),
            "category": qsTr("是哪一类？"),
            "words": qsTr("怎么回事？"),
            "sending": qsTr("正在送出"),
            "heard": qsTr("收到了"),
            "kept": qsTr("记下了"),
            "unsaid": qsTr("现在送不出去"),
            "lost": qsTr("这里现在办不了")
        })
    readonly property var complaintNote: ({
            "loading": qsTr("马上就好"),
            "category": qsTr("不用留名字"),
            "words": qsTr("可以点几句，也可以直接送出"),
            "sending": qsTr("马上就好"),
            "heard": qsTr("请拿好受理号，打热线问就报它"),
            "kept": qsTr("现在没网，有网了就送出去"),
            "unsaid": qsTr("可以只记下是哪一类，有网了就送出去"),
            "lost": qsTr("请到服务台说，或者打热线")
        })
    //: 远程帮办: by TalkStep, and the ready phrases by code
    readonly property var talkTitle: ({
            "opening": qsTr("正在接通"),
            "waiting": qsTr("前面还有人"),
            "talking": qsTr("接通了"),
            "over": qsTr("对方结束了"),
            "away": qsTr("现在接不通")
        })
    readonly property var talkNote: ({
            "opening": qsTr("马上就好"),
            "waiting": qsTr("就在这儿等，不用走开"),
            "talking": qsTr("只有文字，点一句就发过去"),
            "over": qsTr("说过的话这里一句也不留"),
            "away": qsTr("请到服务台，或者打热线")
        })
    //: 共享屏幕: by ScreenStep
    readonly property var screenTitle: ({
            "asked": qsTr("让工作人员看吗？"),
            "beginning": qsTr("正在接上")
        })
    readonly property var screenNote: ({
            "asked": qsTr("给看了就回到那一页，接着办"),
            "beginning": qsTr("马上就好"),
            "refused": qsTr("现在没人看得到您的屏幕，可以接着说话")
        })
    readonly property var phrase: ({
            "deaf": qsTr("我听不见，请打字"),
            "unclear": qsTr("没明白，请再说一遍"),
            "materials": qsTr("材料怎么准备"),
            "where": qsTr("去哪里办"),
            "how_long": qsTr("要办多久"),
            "fee": qsTr("要交钱吗"),
            "yes": qsTr("是的"),
            "no": qsTr("不是"),
            "wait": qsTr("请等一下"),
            "thanks": qsTr("谢谢，明白了")
        })
    readonly property var sentence: ({
            "long_wait": qsTr("等得太久"),
            "many_trips": qsTr("跑了好几趟"),
            "not_told": qsTr("没讲清要带什么"),
            "no_reason": qsTr("办不了，没说为什么"),
            "attitude": qsTr("态度不好"),
            "nobody": qsTr("窗口没人"),
            "machine": qsTr("机器不好用"),
            "suggestion": qsTr("我有建议")
        })
}
