"""Words of the page 设备 about kiosks: boxes, what they are sent to do, why they did not."""

from __future__ import annotations

from hall_server.contract.fleet import FleetAct
from hall_server.contract.fleet_deeds import DeedRefusal, Service
from hall_server.domain.deeds import DeedState

BOX_WORDS = {
    "id_card": "读身份证",
    "receipt_printer": "号票打印",
    "code_scanner": "扫码",
    "speaker": "语音",
    "page_printer": "证明打印",
    "document_scanner": "扫描",
}
ACT_WORDS = {
    FleetAct.RESTART.value: "重启",
    FleetAct.SERVICE_OFF.value: "停用",
    FleetAct.SERVICE_ON.value: "恢复",
    FleetAct.SETTINGS.value: "改设置",
    FleetAct.SETTINGS_BACK.value: "退回上次的设置",
    FleetAct.LOGS.value: "取日志",
    FleetAct.SCREENSHOT.value: "看屏幕",
}
STATE_WORDS = {
    DeedState.WAITING: "等它来取",
    DeedState.DONE: "做完了",
    DeedState.REFUSED: "没做",
    DeedState.LATE: "一天没来取，作废了",
}
CODE_WORDS = {
    DeedRefusal.UNKNOWN.value: "它的版本还不会做这件事",
    DeedRefusal.LATE.value: "到它手里已经过期",
    DeedRefusal.NO_SERVICE.value: "它没有这样设备",
    DeedRefusal.SETTINGS_WRONG.value: "这个值它用不了，还按原来的",
    DeedRefusal.NOTHING_BEFORE.value: "没有可退回的",
    DeedRefusal.NO_SCREEN.value: "它现在没有屏幕",
    DeedRefusal.NOT_TAKEN.value: "取来的东西没收下",
    DeedRefusal.DISK.value: "它的硬盘写不进去",
}
SETTING_WORDS = {
    "kiosk.idle_s": "多久没人碰就播图片（秒）",
    "kiosk.warning_s": "提醒还在不在（秒）",
    "kiosk.ticket_page_s": "取号后停多久（秒）",
    "kiosk.take_timeout_s": "等大厅答复多久（秒）",
    "kiosk.attended": "旁边有没有工作人员（是、否）",
    "screen.reduce_motion": "减少动画（是、否）",
    "speech.quiet_from": "几点起小声（22:00）",
    "speech.quiet_to": "小声到几点（07:00）",
    "speech.quiet_db": "小声多少（分贝）",
    "speech.volume": "音量（1 到 5）",
    "screen.glass_bottom_mm": "玻璃下沿离地（毫米）",
}
SERVICES = tuple((one.value, BOX_WORDS[one.value]) for one in Service)
