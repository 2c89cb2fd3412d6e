// Sentences by code for applying at this machine: what a page is worth, what is missing, fields, why it does not go on.
pragma Singleton
pragma ComponentBehavior: Bound
import QtQuick

QtObject {
    readonly property list<string> steps: [qsTr("扫材料"), qsTr("核对表"), qsTr("送出")]

    //: why applying rests on this machine
    readonly property var rests: ({
            "offline": qsTr("联网后才能在这里办"),
            "no_document_scanner": qsTr("这台机器不能扫材料"),
            "no_box": qsTr("这台机器现在办不了")
        })

    //: what lies on the table, by Verdict
    readonly property var sees: ({
            "good": qsTr("很清楚，别动"),
            "no_page": qsTr("请把材料放到扫描台"),
            "too_dark": qsTr("太暗了，手别挡着灯"),
            "cut_off": qsTr("没拍全，往中间挪一挪"),
            "two_pages": qsTr("请一次放一页"),
            "skewed": qsTr("放歪了，请摆正"),
            "too_small": qsTr("太小了，看不清字"),
            "blank": qsTr("这一面是空的，翻过来"),
            "glare": qsTr("反光了，换个位置"),
            "blur": qsTr("有点糊，放平别动")
        })
    //: what a page that was taken is worth, by Verdict
    readonly property var worth: ({
            "good": qsTr("这一页很清楚"),
            "no_page": qsTr("这一页没有东西，请重拍"),
            "too_dark": qsTr("这一页太暗，最好重拍"),
            "cut_off": qsTr("这一页没拍全，最好重拍"),
            "two_pages": qsTr("这一页拍了两张，最好重拍"),
            "skewed": qsTr("这一页歪了，最好重拍"),
            "too_small": qsTr("这一页字太小，最好重拍"),
            "blank": qsTr("这一页是空的，可以不要"),
            "glare": qsTr("这一页反光，最好重拍"),
            "blur": qsTr("这一页糊了，最好重拍")
        })
    //: why no page can be taken, by ScanFault
    readonly property var scanFault: ({
            "offline": qsTr("扫描台没有回话，可以再试一次"),
            "busy": qsTr("扫描台正忙，等一下再试"),
            "jam": qsTr("纸卡住了，请叫人来看一下"),
            "cover_open": qsTr("扫描台的盖子没盖好"),
            "no_page": qsTr("没看到材料，请放好再拍"),
            "full": qsTr("一共只能扫 40 页，已经够了"),
            "gone": qsTr("放得太久，这些页清掉了"),
            "scanner": qsTr("扫描台有点问题，可以再试")
        })

    //: why it does not go on, by ApplyFault, and what helps
    readonly property var fault: ({
            "city_away": qsTr("上级平台没有回话"),
            "hall_silent": qsTr("暂时连不上大厅"),
            "not_here": qsTr("这件事要到窗口办"),
            "too_much": qsTr("材料太多，这里送不了"),
            "gone": qsTr("时间久了，要从头再来"),
            "missing": qsTr("还缺材料，没有送出"),
            "other": qsTr("这次没有办成")
        })
    readonly property var remedy: ({
            "city_away": qsTr("取个号到窗口办，一样办得成"),
            "hall_silent": qsTr("取个号到窗口办，一样办得成"),
            "not_here": qsTr("取个号，窗口马上给您办"),
            "too_much": qsTr("取个号，把材料带到窗口"),
            "gone": qsTr("取号到窗口，或者从头再来"),
            "missing": qsTr("取号到窗口，或者从头再来"),
            "other": qsTr("取个号到窗口办，一样办得成")
        })

    //: fields of a form, by id; any other one has the hall's own word
    readonly property var field: ({
            "name": qsTr("姓名"),
            "id_number": qsTr("身份证号"),
            "sex": qsTr("性别"),
            "ethnic_group": qsTr("民族"),
            "birth_date": qsTr("出生日期"),
            "address": qsTr("住址"),
            "household_address": qsTr("户籍地址"),
            "relation": qsTr("与户主关系"),
            "card_number": qsTr("证照号码"),
            "insured_place": qsTr("参保地"),
            "vehicle_class": qsTr("准驾车型"),
            "plate_number": qsTr("号牌号码"),
            "residence_address": qsTr("居住地址"),
            "spouse_name": qsTr("配偶姓名"),
            "property_address": qsTr("房产地址"),
            "disability_grade": qsTr("残疾等级"),
            "organisation": qsTr("单位名称"),
            "credit_code": qsTr("信用代码"),
            "legal_person": qsTr("法人代表"),
            "business_scope": qsTr("经营范围"),
            "phone": qsTr("联系电话")
        })
    readonly property var source: ({
            "card": qsTr("来自身份证"),
            "code": qsTr("凭您的码")
        })

    //: how the result comes, by ResultWay, and the line below it
    readonly property var delivery: ({
            "counter": qsTr("窗口领取"),
            "locker": qsTr("自助柜取"),
            "post": qsTr("邮寄给我")
        })
    readonly property var deliveryNote: ({
            "counter": qsTr("办好了带身份证来取"),
            "locker": qsTr("办好了到自助柜，随时能取"),
            "post": qsTr("没查到地址，这里选不了")
        })
    readonly property var deliveryIcon: ({
            "counter": "user-square",
            "locker": "folder",
            "post": "house-line"
        })

    function fieldName(id: string, label: string): string {
        return field[id] ?? label;
    }
    function from(where: string): string {
        return where === "" ? "" : source[where] ?? qsTr("来自 %1").arg(where);
    }
}
