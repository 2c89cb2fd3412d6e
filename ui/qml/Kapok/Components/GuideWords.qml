// Words and signs of the guides 办事指南: what each fact is about, the ways of doing an item, how long it takes.
pragma Singleton
import QtQuick

QtObject {
    readonly property var fact: ({
            "plain": qsTr("怎么办"),
            "ask": qsTr("还没写全"),
            "bring": qsTr("带什么"),
            "where": qsTr("在哪办"),
            "days": qsTr("要多久"),
            "fee": qsTr("花多少钱"),
            "step": qsTr("另外要等"),
            "deciding": qsTr("谁来决定"),
            "conditions": qsTr("谁能办"),
            "basis": qsTr("按哪条规定"),
            "self_service": qsTr("自助办"),
            "online": qsTr("网上办"),
            "here": qsTr("这里办"),
            "elsewhere": qsTr("别处办")
        })
    readonly property var sign: ({
            "plain": "book-open-text",
            "ask": "chat-circle-dots",
            "bring": "list-checks",
            "where": "map-pin",
            "days": "clock",
            "fee": "coins",
            "step": "hourglass-medium",
            "deciding": "buildings",
            "conditions": "users-three",
            "basis": "scales",
            "here": "storefront",
            "elsewhere": "signpost",
            "counter": "storefront",
            "self_service": "monitor",
            "online": "globe"
        })
    readonly property var way: ({
            "counter": qsTr("窗口"),
            "self_service": qsTr("自助机"),
            "online": qsTr("网上")
        })
    readonly property var anywhere: ({
            "counter": qsTr("取号，看屏幕"),
            "self_service": qsTr("大厅的自助机"),
            "online": qsTr("手机、电脑都行")
        })
    readonly property var notThisWay: ({
            "counter": qsTr("不在窗口办"),
            "self_service": qsTr("不能自助办"),
            "online": qsTr("还不能网上办")
        })

    function within(days: int): string {
        return days === 0 ? qsTr("当场办好") : qsTr("%n 个工作日内", "", days);
    }
}
