"""What to do about each reason code: an action in XFS4IoT's words, and a sentence in Chinese and in English.

The codes are permanent. Whoever shows a device's health shows the sentence that stands here; drivers carry codes only.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """What kind of thing helps (XFS4IoT's `ErrorEvent.action`); AGAIN is ours."""

    RESET = "reset"  # open it again, or switch it off and on
    CLEAR = "clear"  # take out what is in the way
    MAINTENANCE = "maintenance"  # a person with paper, a cable or a cloth
    CONFIGURATION = "configuration"  # the settings are wrong
    SOFTWARE_ERROR = "software_error"  # ours: tell us
    SUSPEND = "suspend"  # out of order until a technician has come
    AGAIN = "again"  # nothing is broken: do it once more


@dataclass(frozen=True, slots=True)
class Advice:
    """What helps, and how to say it to staff."""

    action: Action
    chinese: str
    english: str


UNKNOWN = Advice(Action.SUSPEND, "原因不明：记下代码，联系技术人员", "Not known here: note the code, call a technician")

_RESET, _CLEAR, _FIX = Action.RESET, Action.CLEAR, Action.MAINTENANCE
_SET, _OURS, _STOP, _AGAIN = Action.CONFIGURATION, Action.SOFTWARE_ERROR, Action.SUSPEND, Action.AGAIN

_ANY = {
    "device_lost": (
        _FIX,
        "连接断开：检查电源和数据线，插好后自行恢复",
        "The connection is gone: check power and cable",
    ),
    "device_silent": (
        _RESET,
        "设备不应答：检查波特率，或断电后重新开机",
        "No answer: check baud rate, or power off and on",
    ),
    "device_refused": (
        _RESET,
        "设备拒绝操作：断电后重新开机，再试一次",
        "It says no: switch it off and on, then try again",
    ),
    "device_protocol": (
        _SET,
        "收到的数据不符合协议：检查驱动和波特率",
        "What it says does not fit: check driver and baud rate",
    ),
    "device_config": (_SET, "设置有误：按提示修改配置文件", "The settings are wrong: mend them as the message says"),
    "device_busy": (_AGAIN, "设备正忙：稍候再试", "It is busy with something else: try again in a moment"),
    "busy": (_AGAIN, "其他程序正在使用：稍候再试", "Another program has it: try again in a moment"),
    "device_error": (_RESET, "设备出错：断电后重新开机", "It is in trouble: switch it off and on"),
    "internal_error": (_OURS, "程序错误：保存日志并报告", "A fault of this program: keep the log and report it"),
    "closed": (_AGAIN, "操作期间设备已关闭：再试一次", "It was closed meanwhile: try again"),
    "cancelled": (_AGAIN, "操作已取消", "It was cancelled"),
    "expired": (
        _AGAIN,
        "已过有效时间，未执行：需要时重新操作",
        "Too late by then, not done: ask again if still wanted",
    ),
    "deadline": (_CLEAR, "超过时限：查看设备", "It took too long: look at the device"),
    "not_supported": (_SET, "设备不支持此操作", "The device cannot do this"),
    "queue_full": (_AGAIN, "等待的任务过多：稍候再试", "Too much is waiting: try again in a moment"),
    "text_too_long": (_OURS, "文字过长", "The text is too long"),
    "figure_out_of_range": (_OURS, "数值超出范围", "A figure is out of range"),
}
_CARDS = {
    "self_test_failed": (
        _STOP,
        "安全模块自检失败：停用并送修",
        "The security module failed its own test: have it repaired",
    ),
    "not_authorised": (_STOP, "安全模块未授权：联系供应商", "The security module is not authorised: ask its supplier"),
    "pulled_away": (_AGAIN, "证件移开过早：请重新放置", "The card was taken away too soon: lay it again"),
    "refused": (_AGAIN, "证件无法读取：请重新放置", "The card cannot be read: lay it again"),
    "broken_frame": (_AGAIN, "读取中断：请重新放置", "The reading broke off: lay the card again"),
    "broken_answer": (_AGAIN, "读取有误：请重新插入", "The reading was spoilt: put the card in again"),
    "wrong_checksum": (_AGAIN, "读取有误：请重新放置", "The reading was spoilt: lay the card again"),
    "silent": (_AGAIN, "卡片无应答：请确认正反面后重新放置", "The card says nothing: right way round? Put it in again"),
    "left_behind": (_AGAIN, "证件遗留在读卡区：请取走", "A card was left behind: take it away"),
    "unknown_card": (_AGAIN, "证件类型不支持：请换用其他证件", "Not a known kind of card: use another one"),
}
_SLIPS = {
    "paper_out": (_FIX, "缺纸：请装纸", "Paper is out: put in paper"),
    "paper_low": (_FIX, "纸将用尽：请准备", "Paper runs low: have some ready"),
    "cover_open": (_CLEAR, "机盖未关：请合上机盖", "The cover is open: close it"),
    "cutter_error": (_CLEAR, "切刀卡住：清除卡纸后重新开机", "The knife is jammed: clear it, switch on again"),
    "printer_error": (_RESET, "打印机故障：断电后重新开机", "The printer is in trouble: switch it off and on"),
    "offline": (_CLEAR, "打印机离线：检查面板和机盖", "The printer is off line: look at its panel and cover"),
    "no_acknowledgement": (
        _CLEAR,
        "无法确认是否打印：查看出纸口",
        "It cannot be told whether it printed: look at the slot",
    ),
    "unconfirmed": (_CLEAR, "无法确认是否打印：查看出纸口", "It cannot be told whether it printed: look at the slot"),
    "no_answers": (_SET, "打印机从不应答：只能查看出纸口", "This printer never answers: only the slot tells"),
    "status_unknown": (
        _RESET,
        "打印机状态不明：断电后重新开机",
        "The printer does not say how it is: switch it off and on",
    ),
    "print_too_slow": (
        _SET,
        "打印过慢：提高波特率，或设置 fast",
        "Printing is too slow: raise the baud rate, or set `fast`",
    ),
    "interrupted": (_CLEAR, "打印被中断：查看出纸口", "Printing was broken off: look at the slot"),
    "slip_too_long": (_OURS, "号票过长", "The slip is too long"),
    "unprintable": (_OURS, "号票含无法打印的内容", "The slip holds what cannot be printed"),
    "font_missing": (
        _SET,
        "缺少字体：安装 packaging/apt.txt 中的字体",
        "Fonts are missing: install those of packaging/apt.txt",
    ),
}
_PAGES = {
    "printer_vanished": (
        _FIX,
        "打印机不见了：检查电源和网线",
        "The printer is gone: check its power and network cable",
    ),
    "paper_jammed": (_CLEAR, "卡纸：打开机盖取出", "Paper is jammed: open the cover and take it out"),
    "toner_out": (_FIX, "墨粉用尽：更换墨粉盒", "Toner is out: change the cartridge"),
    "toner_low": (_FIX, "墨粉不足：请准备墨粉盒", "Toner runs low: have a cartridge ready"),
    "output_full": (_CLEAR, "出纸盘已满：取走纸张", "The output tray is full: empty it"),
    "tray_missing": (_FIX, "纸盒未装好：推入纸盒", "A tray is missing: push it in"),
    "spool_full": (_AGAIN, "打印队列已满：稍候再试", "The printer's store is full: try again in a moment"),
    "spool_kept": (
        _SET,
        "打印文件未能删除：设 PreserveJobFiles No",
        "A document stays: set PreserveJobFiles No in cupsd.conf",
    ),
    "paused": (_CLEAR, "打印机已暂停：在面板上恢复", "The printer is paused: go on at its panel"),
    "not_accepting": (_SET, "队列不接受任务：cupsaccept", "The queue takes no jobs: see `cupsaccept`"),
    "printer_stopped": (
        _CLEAR,
        "打印机已停止：查看面板，cupsenable",
        "The printer has stopped: look at its panel; `cupsenable`",
    ),
    "printer_busy": (_AGAIN, "打印机正忙：稍候再试", "The printer is busy: try again in a moment"),
    "printer_refused": (
        _SET,
        "打印机拒绝任务：检查权限和设置",
        "The printer says no: check its permissions and settings",
    ),
    "refuses_format": (_SET, "打印机不接受 PDF：经由 CUPS 打印", "The printer takes no PDF: print through CUPS"),
    "format_refused": (_SET, "打印机不接受 PDF：经由 CUPS 打印", "The printer takes no PDF: print through CUPS"),
    "queue_cannot_tell": (_CLEAR, "队列无法说明结果：查看出纸盘", "The queue cannot tell: look at the output tray"),
    "job_gone": (_CLEAR, "任务不见了：查看出纸盘", "The job is gone: look at the output tray"),
    "job_cancelled": (_AGAIN, "任务在打印机上被取消", "Somebody cancelled the job at the printer"),
    "job_aborted": (_RESET, "打印机中止任务：再试一次", "The printer gave the job up: try again"),
    "bad_copies": (_OURS, "份数不对", "This is no number of copies"),
    "too_many_copies": (_SET, "份数超过上限：减少份数", "More copies than are allowed: ask for fewer"),
    "no_duplex": (_SET, "打印机不能双面打印", "The printer cannot print on both sides"),
    "no_colour": (_SET, "打印机不能彩色打印", "The printer has no colours"),
    "empty_document": (_OURS, "文件是空的", "The document is empty"),
    "not_a_pdf": (_OURS, "文件不是 PDF", "The document is no PDF"),
    "pdf_truncated": (_OURS, "PDF 文件不完整", "The document ends too early"),
    "pdf_encrypted": (_OURS, "PDF 文件有密码", "The document has a password"),
    "too_large": (_SET, "文件太大：超过上限", "The document is larger than is allowed"),
    "job_not_supported": (_SET, "打印机不支持此任务", "The printer cannot do this job"),
}
_DOCUMENTS = {  # down to `nothing_new` for the visitor, who has the page in hand
    "no_page": (_AGAIN, "请把材料平放在镜头下", "Lay the page under the camera"),
    "too_dark": (_AGAIN, "光线太暗：请开灯", "It is too dark: put on a light"),
    "cut_off": (_AGAIN, "材料超出范围：请整页放入", "A part is out of sight: move the whole page into view"),
    "two_pages": (_AGAIN, "请一次只放一页", "One page at a time, please"),
    "skewed": (_AGAIN, "倾斜过大：请放平摆正", "It lies too much aslant: lay it flat below the camera"),
    "too_small": (_AGAIN, "离镜头太远：请靠近", "It is too far away: bring it closer"),
    "blank": (_AGAIN, "这一面是空白：请翻面", "This side is blank: turn it over"),
    "glare": (_AGAIN, "有反光：请移开光源或转动材料", "Light is mirrored in it: turn it away from the lamp"),
    "blur": (_AGAIN, "画面模糊：请放稳不动", "The picture is blurred: let it lie still"),
    "nothing_new": (_AGAIN, "没有新的材料", "No new page was laid"),
    "no_documents": (_FIX, "进纸器无纸：请放入材料", "The feeder is empty: put the pages in"),
    "scanner_io": (_RESET, "扫描出错：断电后重新开机", "The scanner is in trouble: switch it off and on"),
    "out_of_memory": (_SET, "内存不足：请降低分辨率", "Out of memory: lower the resolution"),
    "access_denied": (_SET, "没有权限：把用户加入 scanner 组", "No permission: join group scanner"),
    "warming_up": (_AGAIN, "正在预热：请稍候", "The lamp warms up: wait a moment"),
    "transport_lock": (_CLEAR, "运输锁未打开：请解锁", "The transport lock is on: open it"),
    "picture_too_large": (_SET, "图像过大：请降低分辨率", "Too large: lower the resolution"),
    "scan_program_died": (_RESET, "扫描驱动崩溃：再试一次", "The scanner's own driver crashed: try again"),
    "scan_program_missing": (_SET, "缺少 sane-utils", "Install sane-utils"),
    "scan_cancelled": (_AGAIN, "扫描被取消：再试一次", "The scan was cancelled: try again"),
    "scan_failed": (_RESET, "扫描失败：再试一次", "The scan failed: try again"),
    "reader_not_installed": (_SET, "未安装文字识别", "Text recognition is not installed"),
    "reader_died": (_AGAIN, "文字识别退出：再试一次", "Text recognition ended: try again"),
    "reader_silent": (_AGAIN, "文字识别超时：再试一次", "Text recognition took too long: try again"),
    "reader_protocol": (_OURS, "文字识别应答有误", "Text recognition answered nonsense"),
    "page_unreadable": (_AGAIN, "图像损坏：请重新扫描", "The picture is broken: scan it again"),
}
_COUNTER = {
    "lamp_inop": (_STOP, "屏幕不亮：送修", "The strip is dark: have it repaired"),
    "lamp_fading": (_FIX, "部分灯珠不亮：安排维修", "Some lamps are dark: have them changed"),
    "light_not_available": (_SET, "这种指示灯没有此颜色或闪烁", "This lamp has no such light"),
    "sensors_lost": (_FIX, "传感器断开：检查数据线和电源", "The sensors are gone: check cable and power"),
    "sensors_back": (_AGAIN, "传感器已恢复：核对柜门和机身", "The sensors are back: look at doors and cabinet"),
    "not_confirmed": (_AGAIN, "继电器不回报：请看灯是否亮", "A relay confirms nothing: look whether the lamp is lit"),
    "overtaken": (_AGAIN, "播报被紧急通知打断", "An alarm was said instead"),
    "hushed": (_AGAIN, "播报被停止", "It was told to be silent"),
    "no_speech": (
        _SET,
        "不能语音播报：安装 espeak-ng 或语音包",
        "Nothing can be spoken: install espeak-ng or a voice pack",
    ),
    "no_display": (_SET, "这种叫号器没有显示屏", "This caller has no display"),
    "label_not_showable": (_OURS, "号码无法在叫号器上显示", "The caller's display cannot show this number"),
    "inviting_already": (_AGAIN, "评价器正在使用：稍候再试", "The pad is inviting already: try again in a moment"),
    "timeout_out_of_range": (_OURS, "评价时限超出范围", "The time for a rating is out of range"),
}

_FACES = {
    "no_consent": (_AGAIN, "未取得单独同意：请用其他方式核验", "No consent was given: use another way"),
    "no_guardian": (
        _AGAIN,
        "未满 14 周岁须监护人在场：请用其他方式核验",
        "Under 14 a guardian must be there: use another way",
    ),
    "age_unknown": (_AGAIN, "年龄不明：请用其他方式核验", "The age is not known: use another way"),
    "no_photo": (_AGAIN, "证件没有照片：请工作人员核验", "The card gave no photo: a clerk has to look"),
    "no_face": (_AGAIN, "没有看到人脸：请正对镜头", "No face is seen: look into the camera"),
    "not_live": (_AGAIN, "可能不是本人在镜头前：请工作人员核验", "Not a living face, it seems: a clerk has to look"),
    "liveness_unknown": (_AGAIN, "无法确认是本人在镜头前：请工作人员核验", "Alive or a picture? A clerk has to look"),
    "below_threshold": (
        _AGAIN,
        "不能确认为同一人：请工作人员核验",
        "Not sure that it is the same person: a clerk has to look",
    ),
    "close_call": (
        _AGAIN,
        "不能确认为同一人：请工作人员核验",
        "Not sure that it is the same person: a clerk has to look",
    ),
}

ADVICE = {
    code: Advice(*row)
    for table in (_ANY, _CARDS, _SLIPS, _PAGES, _DOCUMENTS, _COUNTER, _FACES)
    for code, row in table.items()
}


def advice_for(reason: str) -> Advice:
    """What to do about this code; a code that nobody knows is a technician's."""
    return ADVICE.get(reason, UNKNOWN)
