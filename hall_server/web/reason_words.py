"""What the page 设备 says of a box that is not well: what is the matter, and what somebody should do there.

The codes are the devices' own, permanent; the hall knows them as a vocabulary (devices.values.advice has the words for
the machine's own commands). A test holds this table whole against them.
"""

from __future__ import annotations

_ANY = {
    "device_lost": "连接断了，请看电源和数据线插好没有",
    "device_silent": "它不应答，请关掉它的电源再开",
    "device_refused": "它不肯做，请关掉它的电源再开",
    "device_protocol": "说的话听不懂，请查驱动和波特率",
    "device_config": "设置写错了，请按它的自检改",
    "device_busy": "正忙着，等一会儿再看",
    "busy": "被别的程序占着，等一会儿再看",
    "device_error": "它出错了，请关掉电源再开",
    "internal_error": "程序出错了，请取日志，报给我们",
    "closed": "刚才关了，等一会儿再看",
    "cancelled": "刚才取消了，不用管",
    "expired": "过了时间没做，需要就再做一次",
    "deadline": "太久没做完，请去看看它",
    "not_supported": "它做不了这件事，请查设置",
    "queue_full": "排着的太多，等一会儿再看",
    "text_too_long": "文字太长，请取日志，报给我们",
    "figure_out_of_range": "数不对，请取日志，报给我们",
}
_CARDS = {
    "self_test_failed": "安全模块坏了，请停用，送修",
    "not_authorised": "安全模块没有授权，请找供货的",
    "pulled_away": "证拿走得太早，再放一次就好",
    "refused": "证读不出来，请换一张试",
    "broken_frame": "读到一半断了，再放一次",
    "broken_answer": "读错了，再插一次",
    "wrong_checksum": "读错了，再放一次",
    "silent": "卡不应答，请看正反面，再放一次",
    "left_behind": "有人把证忘在上面了，请收好还给他",
    "unknown_card": "不认识这种证，请换一张试",
}
_SLIPS = {
    "paper_out": "没纸了，请装一卷",
    "paper_low": "纸快完了，请备一卷",
    "cover_open": "盖子开着，请合上",
    "cutter_error": "切刀卡住了，请取出卡住的纸，再开机",
    "printer_error": "打印机坏了，请关掉电源再开",
    "offline": "打印机离线，请看它的面板和盖子",
    "no_acknowledgement": "不知道打没打出来，请看出纸口",
    "unconfirmed": "不知道打没打出来，请看出纸口",
    "no_answers": "这种打印机从不应答，只能看出纸口",
    "status_unknown": "它没说怎么样，请关掉电源再开",
    "print_too_slow": "打得太慢，请把波特率调高，或设 fast",
    "interrupted": "打到一半断了，请看出纸口",
    "slip_too_long": "号票太长，请取日志，报给我们",
    "unprintable": "号票里有打不出的字，请取日志，报给我们",
    "font_missing": "缺字体，请装上",
}
_PAGES = {
    "printer_vanished": "打印机找不到了，请看电源和网线",
    "paper_jammed": "卡纸了，请打开盖子取出来",
    "toner_out": "墨粉没了，请换墨粉盒",
    "toner_low": "墨粉不多了，请备一盒",
    "output_full": "出纸盘满了，请把纸拿走",
    "tray_missing": "纸盒没装好，请推到底",
    "spool_full": "等着打的太多，过一会儿再看",
    "spool_kept": "打过的文件没有删掉，请设 PreserveJobFiles No",
    "paused": "打印机暂停了，请在它的面板上恢复",
    "not_accepting": "打印队列不收，请查 cupsaccept",
    "printer_stopped": "打印机停了，请看它的面板，再 cupsenable",
    "printer_busy": "打印机正忙，等一会儿再看",
    "printer_refused": "打印机不收，请查权限和设置",
    "refuses_format": "打印机不收 PDF，请经过 CUPS 打",
    "format_refused": "打印机不收 PDF，请经过 CUPS 打",
    "queue_cannot_tell": "不知道打没打出来，请看出纸盘",
    "job_gone": "任务不见了，请看出纸盘",
    "job_cancelled": "有人在打印机上取消了，再打一次",
    "job_aborted": "打印机没打完，再打一次",
    "bad_copies": "份数不对，请取日志，报给我们",
    "too_many_copies": "份数太多，请少打几份",
    "no_duplex": "这台打不了双面，请查设置",
    "no_colour": "这台打不了彩色，请查设置",
    "empty_document": "文件是空的，请取日志，报给我们",
    "not_a_pdf": "文件不是 PDF，请取日志，报给我们",
    "pdf_truncated": "文件不全，请取日志，报给我们",
    "pdf_encrypted": "文件有密码，请取日志，报给我们",
    "too_large": "文件太大，超过了上限",
    "job_not_supported": "打印机打不了这个，请查设置",
}
_DOCUMENTS = {
    "no_page": "没有放材料，平放好再扫",
    "too_dark": "太暗了，请开灯",
    "cut_off": "材料没有全放进去，请移一移",
    "two_pages": "放了不止一页，一次放一页",
    "skewed": "放歪了，请摆正",
    "too_small": "离镜头太远，请靠近些",
    "blank": "这一面是空白，请翻过来",
    "glare": "反光，请把灯移开些",
    "blur": "看不清，请放稳了再扫",
    "nothing_new": "没有放新的材料",
    "no_documents": "进纸器里没有纸，请放进去",
    "scanner_io": "扫描出错了，请关掉电源再开",
    "out_of_memory": "内存不够，请把分辨率调低",
    "access_denied": "没有权限，请把用户加进 scanner 组",
    "warming_up": "正在预热，等一会儿再看",
    "transport_lock": "运输锁没有打开，请打开",
    "picture_too_large": "图太大，请把分辨率调低",
    "scan_program_died": "扫描的驱动退出了，再扫一次",
    "scan_program_missing": "没有装 sane-utils，请装上",
    "scan_cancelled": "扫描取消了，再扫一次",
    "scan_failed": "没扫成，再扫一次",
    "reader_not_installed": "没有装认字的程序，请装上",
    "reader_died": "认字的程序退出了，再扫一次",
    "reader_silent": "认字太久，再扫一次",
    "reader_protocol": "认字的程序答得不对，请取日志，报给我们",
    "page_unreadable": "图坏了，再扫一次",
}
_AROUND = {
    "lamp_inop": "屏不亮了，请送修",
    "lamp_fading": "有几颗灯不亮，请安排修",
    "light_not_available": "这种灯没有这个颜色，请查设置",
    "sensors_lost": "传感器断了，请看数据线和电源",
    "sensors_back": "传感器又有了，请看柜门关好没有",
    "not_confirmed": "灯不回话，请看它亮没亮",
    "overtaken": "让给了紧急通知，不用管",
    "hushed": "有人让它停了，不用管",
    "no_speech": "说不了话，请装 espeak-ng 或者语音包",
    "no_display": "这种叫号器没有屏",
    "label_not_showable": "这个号它显示不了，请取日志，报给我们",
    "inviting_already": "评价器正用着，等一会儿再看",
    "timeout_out_of_range": "等评价的时间不对，请取日志，报给我们",
}
_FACES = {
    "no_consent": "本人没有同意，请用别的办法核",
    "no_guardian": "不满 14 岁，要有监护人在，请用别的办法核",
    "age_unknown": "不知道几岁，请用别的办法核",
    "no_photo": "证上没有照片，请工作人员来核",
    "no_face": "没有看到脸，请正对镜头",
    "not_live": "可能不是本人在镜头前，请工作人员来核",
    "liveness_unknown": "说不准是不是本人在镜头前，请工作人员来核",
    "below_threshold": "不能确定是同一个人，请工作人员来核",
    "close_call": "不能确定是同一个人，请工作人员来核",
}
REASON_WORDS = {**_ANY, **_CARDS, **_SLIPS, **_PAGES, **_DOCUMENTS, **_AROUND, **_FACES}


def reason_words(code: str) -> str:
    """The sentence of a code; "" for none, and the code itself only where nobody here knows it."""
    if not code:
        return ""
    return REASON_WORDS.get(code, f"原因不明（{code}），请记下来，找技术员")
