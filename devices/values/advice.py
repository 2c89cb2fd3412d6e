"""What to do about each reason code: an action in XFS4IoT's words, and a sentence for staff in Chinese and in English.

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

ADVICE: dict[str, Advice] = {
    # --- any device
    "device_lost": Advice(
        Action.MAINTENANCE,
        "连接断开：检查电源和数据线，插好后自行恢复",
        "The connection is gone: check power and cable; it comes back by itself",
    ),
    "device_silent": Advice(
        Action.RESET,
        "设备不应答：检查波特率，或断电后重新开机",
        "It does not answer: check the baud rate, or switch it off and on",
    ),
    "device_refused": Advice(
        Action.RESET, "设备拒绝操作：断电后重新开机，再试一次", "It says no: switch it off and on, then try again"
    ),
    "device_protocol": Advice(
        Action.CONFIGURATION,
        "收到的数据不符合协议：检查设备类型、驱动和波特率",
        "What it says does not fit: check kind, driver and baud rate",
    ),
    "device_config": Advice(
        Action.CONFIGURATION, "设置有误：按提示修改配置文件", "The settings are wrong: mend them as the message says"
    ),
    "device_busy": Advice(
        Action.AGAIN, "设备正忙：稍候再试", "It is still busy with something else: try again in a moment"
    ),
    "device_error": Advice(Action.RESET, "设备出错：断电后重新开机", "It is in trouble: switch it off and on"),
    "internal_error": Advice(
        Action.SOFTWARE_ERROR, "程序错误：保存日志并报告", "A fault of this program: keep the log and report it"
    ),
    # --- identity cards
    "self_test_failed": Advice(
        Action.SUSPEND, "安全模块自检失败：停用并送修", "The security module failed its own test: have it repaired"
    ),
    "not_authorised": Advice(
        Action.SUSPEND, "安全模块未授权：联系供应商", "The security module is not authorised: ask its supplier"
    ),
    "pulled_away": Advice(Action.AGAIN, "证件移开过早：请重新放置", "The card was taken away too soon: lay it again"),
    "refused": Advice(Action.AGAIN, "证件无法读取：请重新放置", "The card cannot be read: lay it again"),
    "broken_frame": Advice(Action.AGAIN, "读取中断：请重新放置", "The reading broke off: lay the card again"),
    "wrong_checksum": Advice(Action.AGAIN, "读取有误：请重新放置", "The reading was spoilt: lay the card again"),
    "silent": Advice(Action.AGAIN, "读取超时：请重新放置", "The reading took too long: lay the card again"),
    "unknown_card": Advice(Action.AGAIN, "证件类型不支持：请换用其他证件", "Not a known kind of card: use another one"),
    # --- receipt printers
    "paper_out": Advice(Action.MAINTENANCE, "缺纸：请装入新纸卷", "Paper is out: put in a new roll"),
    "paper_low": Advice(Action.MAINTENANCE, "纸将用尽：请准备纸卷", "Paper runs low: have a roll ready"),
    "cover_open": Advice(Action.CLEAR, "机盖未关：请合上机盖", "The cover is open: close it"),
    "cutter_error": Advice(
        Action.CLEAR, "切刀卡住：清除卡纸后重新开机", "The knife is jammed: clear it, switch on again"
    ),
    "printer_error": Advice(
        Action.RESET, "打印机故障：断电后重新开机", "The printer is in trouble: switch it off and on"
    ),
    "offline": Advice(
        Action.CLEAR, "打印机离线：检查面板和机盖", "The printer is off line: look at its panel and cover"
    ),
    "no_acknowledgement": Advice(
        Action.CLEAR,
        "无法确认是否打印：查看出纸口，需要时补打",
        "It cannot be told whether it printed: look at the slot, print again if need be",
    ),
    "print_too_slow": Advice(
        Action.CONFIGURATION,
        "打印过慢：提高波特率，或设置 fast",
        "Printing is too slow: raise the baud rate, or set `fast`",
    ),
    "interrupted": Advice(Action.CLEAR, "打印被中断：查看出纸口", "Printing was broken off: look at the slot"),
}


def advice_for(reason: str) -> Advice:
    """What to do about this code; a code that nobody knows is a technician's."""
    return ADVICE.get(reason, UNKNOWN)
