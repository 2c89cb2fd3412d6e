"""Between the keys at a counter and the hall: press, look where the counter stands, ask the hall, say what came of it.

A press that nobody could carry out is told and forgotten: nothing is done minutes later that a hand asked for now.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import CounterState
from kiosk.counter.meaning import LOCK_S, PICK_S, meaning, types
from kiosk.hall_client.answers import HallRefusedError, HallSilentError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from devices.values.caller import CallerKey, KeyPress
    from hall_server.contract.messages import CounterNow
    from kiosk.counter.desk import CounterDesk
    from kiosk.counter.meaning import Asked

_NOBODY = "nobody_waiting"
_REFUSED = {
    _NOBODY: "现在没有人在等。",
    "recall_too_soon": "刚叫过，等一会儿再叫。",
    "recalls_used_up": "叫满次数了，没来请按点。",
    "no_show_too_soon": "还不到时间，可以先再叫一遍。",
    "counter_unknown": "没有这个窗口，没有转。",
    "counter_closed": "窗口没有开，请先在叫号台登录选窗口。",
    "nothing_to_undo": "没有可以撤销的。",
    "undo_too_late": "过了撤销的时间。",
    "not_authenticated": "大厅不认这台机器了，请找技术员重新登记。",
    "enrolment_waiting": "大厅还没有批准这台机器，请找技术员。",
    "lease_fenced": "两台机器拿着同一把钥匙，都用不了，请找技术员。",
    "not_allowed": "这台机器不是这个窗口的，请找技术员。",
}
_STATES = {
    CounterState.CLOSED: "没开",
    CounterState.IDLE: "空着",
    CounterState.PAUSED: "暂停",
    CounterState.CALLING: "叫到",
    CounterState.SERVING: "在办",
}


class Agent:
    """The keys of one counter. `say` is given a line for each press: what it did, or why nothing was done."""

    def __init__(self, desk: CounterDesk, say: Callable[[str], None]) -> None:
        self._desk, self._say = desk, say
        self._pressed: tuple[CallerKey, float] | None = None
        self._asked: Asked | None = None
        self._asked_until = 0.0

    async def run(self, presses: AsyncGenerator[KeyPress, None]) -> None:
        """Carry out press after press, until it is cancelled."""
        async for press in presses:
            await self._heard(press.key)

    async def _heard(self, key: CallerKey) -> None:
        at = time.monotonic()
        before, self._pressed = self._pressed, (key, at)
        same = before is not None and before[0] is key and at - before[1] < LOCK_S
        if same and not types(key, self._asked):
            return  # the same press
        try:
            now = await asyncio.to_thread(self._press, key, at)
        except HallSilentError:
            self._say("连不上服务器，不知道这一下算没算。看清叫号台再按。")
            return
        except HallRefusedError as error:
            self._say(_REFUSED.get(error.code, f"大厅没有办（{error.code}），看清叫号台再按。"))
            return
        if now is not None:
            self._say(f"{_STATES[now.state]} {now.label}".rstrip())

    def _press(self, key: CallerKey, at: float) -> CounterNow | None:
        """Ask and do; the counter afterwards, None when nothing was asked."""
        asked, self._asked = self._asked if at < self._asked_until else None, None
        found = meaning(key, self._desk.now().state, asked)
        if found.words:
            self._say(found.words)
        self._asked, self._asked_until = found.asked, at + PICK_S
        if not found.acts:
            return None
        first, *more = found.acts
        self._desk.do(first)
        for act in more:
            try:
                self._desk.do(act)
            except HallRefusedError as error:
                if error.code != _NOBODY:
                    raise
        return self._desk.now()
