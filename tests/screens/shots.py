"""Which pictures there are, and taking them: every one by name, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

TABLET, DESK, COMPACT = (1180, 820), (1440, 900), (420, 128)
BAR, UPRIGHT, TELEPHONE = (1920, 540), (1080, 1920), (390, 844)

# name → (id in docs/screens.md, what is seen)
SHOWN: dict[str, tuple[str, str]] = {
    "login": ("UI-C1", "登录"),
    "login_wrong_pin": ("UI-C1", "密码不对"),
    "login_locked": ("UI-C1", "试得太多，先锁住"),
    "seats": ("UI-C2", "选窗口"),
    "seat_taken": ("UI-C2", "有人在用，可接管"),
    "console_idle": ("UI-C3", "空闲"),
    "console_called": ("UI-C4", "已叫"),
    "console_serving": ("UI-C5", "办理中"),
    "console_captions": ("UI-W7", "给听不见的人打字"),
    "console_papers": ("UI-C5", "材料"),
    "console_notice": ("UI-C5", "还缺什么"),
    "console_noticed": ("UI-C5", "告知单出好了"),
    "notice_sheet": ("/counter", "一次性告知单"),
    "console_outcome": ("UI-C5", "怎么样了"),
    "console_pause": ("UI-C6", "暂停多久"),
    "console_paused": ("UI-C6", "暂停中"),
    "console_transfer": ("UI-C7", "转"),
    "console_missed": ("UI-C8", "过号的人"),
    "console_search": ("UI-C9", "查号"),
    "console_hold": ("UI-C10", "先挂起"),
    "console_held": ("UI-C10", "挂起的人"),
    "console_shift": ("UI-C11", "今天小结"),
    "console_keys": ("UI-C3", "全部快捷键"),
    "console_by_hand": ("UI-C3", "指定叫"),
    "console_lost": ("UI-C12", "断线"),
    "console_refused": ("UI-C12", "一句话说清为什么不行"),
    "console_compact": ("–", "窄条"),
    "board_idle": ("UI-D3", "没有人在叫"),
    "board_call": ("UI-D1", "一位"),
    "board_dense": ("UI-D2", "几位，一次一位"),
    "board_after": ("UI-D1", "叫过以后"),
    "board_urgent": ("UI-D8", "紧急通知"),
    "board_lost": ("UI-D5", "断线"),
    "board_silent": ("UI-D5", "断线很久，号码收起来"),
    "board_closed": ("UI-D4", "不开门"),
    "board_unpaired": ("UI-D6", "配对码"),
    "window_closed": ("UI-W5", "不开门"),
    "window_nobody": ("UI-W4", "没有人坐"),
    "window_idle": ("UI-W1", "可以办理"),
    "window_called": ("UI-W2", "已叫"),
    "window_serving": ("UI-W3", "正在办理"),
    "window_paused": ("UI-W4", "暂停"),
    "window_lost": ("UI-W6", "断线"),
    "window_caption": ("UI-W7", "字幕"),
    "window_upright_idle": ("UI-W1", "平板，可以办理"),
    "window_upright_called": ("UI-W2", "平板，已叫"),
    "window_rating": ("UI-W8", "评价"),
    "window_no_show": ("UI-W1", "过号以后"),
    "greeter_calls": ("/greeter", "有人要帮忙"),
    "greeter_quiet": ("/greeter", "没有人要帮忙"),
    "greeter_issue": ("/greeter", "替人取号"),
    "greeter_issued": ("/greeter", "取好了"),
    "greeter_slip": ("/greeter", "再看号票"),
    "greeter_priority": ("/greeter", "请优先"),
    "greeter_put_first": ("/greeter", "排到前面了"),
    "greeter_cancel": ("/greeter", "取消号"),
    "lead": ("/lead", "现在"),
    "screens": ("/screens", "屏幕配对"),
    "people": ("/people", "人员和窗口"),
    "people_added": ("/people", "新的人和一次性密码"),
    "devices": ("/devices", "设备，给登记码"),
    "devices_asks": ("/devices", "设备，有机器要进来"),
    "devices_kiosk": ("/devices", "设备，看一台取号机"),
    "account": ("/account", "我的密码"),
    "not_yours": ("–", "不归您的岗位管"),
    "nowhere": ("–", "没有这一页"),
    "phone_waiting": ("–", "手机，在等"),
    "phone_called": ("–", "手机，叫到了"),
}


class Shots:
    """Takes pictures into a folder; knows which were taken."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self.taken: set[str] = set()
        out.mkdir(parents=True, exist_ok=True)

    def take(self, page: Page, name: str) -> None:
        """The page as it stands now."""
        if name not in SHOWN or name in self.taken:
            raise ValueError(f"{name} is taken already, or nobody asked for it")
        page.mouse.move(0, 0)
        page.wait_for_timeout(150)  # what was just swapped in is laid out
        page.screenshot(path=self._out / f"{name}.png", animations="disabled", caret="initial")
        self.taken.add(name)

    @property
    def missing(self) -> list[str]:
        """Those that were not taken."""
        return [name for name in SHOWN if name not in self.taken]
