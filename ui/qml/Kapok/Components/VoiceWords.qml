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
