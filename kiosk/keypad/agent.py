"""The loop between a key pad and its counter: press, look where the counter stands, ask the hall, say what came of it.

A press that nobody could carry out is told and forgotten: nothing is done minutes later that a hand asked for now.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from typing import TYPE_CHECKING

from devices.errors import DeviceLostError
from devices.values.caller import CallerDisplay, CallerKey
from hall_server.contract.vocabulary import CounterState
from kiosk.hall_client.answers import HallRefusedError, HallSilentError
from kiosk.keypad.meaning import LOCK_S, PICK_S, meaning, types

if TYPE_CHECKING:
    from collections.abc import Callable

    from devices.ports.caller import Caller
    from hall_server.contract.messages import CounterNow
    from kiosk.keypad.desk import CounterDesk
    from kiosk.keypad.meaning import Asked

AGAIN_S = 2.0  # before a pad that was unplugged is looked for again
STALE_S = 3.0  # a press that lay in its box for longer is of another moment
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
}
_STATES = {
    CounterState.CLOSED: "没开",
    CounterState.IDLE: "空着",
    CounterState.PAUSED: "暂停",
    CounterState.CALLING: "叫到",
    CounterState.SERVING: "在办",
}


class Agent:
    """One pad at one counter. `say` is given a line for each press: what it did, or why nothing was done."""

    def __init__(self, caller: Caller, desk: CounterDesk, say: Callable[[str], None]) -> None:
        self._caller, self._desk, self._say = caller, desk, say
        self._pressed: tuple[CallerKey, float] | None = None
        self._asked: Asked | None = None
        self._asked_until = 0.0

    async def run(self) -> None:
        """Until it is cancelled; a pad that is pulled out is waited for."""
        told = False
        while True:
            try:
                await self._caller.open()
                self._say("小键盘接上了。")
                told = False
                async with contextlib.aclosing(self._caller.presses()) as presses:
                    async for press in presses:
                        if press.age_s <= STALE_S:
                            await self._heard(press.key)
            except DeviceLostError as error:
                if not told:
                    self._say(f"小键盘不在：{error.detail or error.code}。插上就接着用。")
                told = True
            finally:
                await self._caller.close()
            await asyncio.sleep(AGAIN_S)

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
            await self._caller.show(CallerDisplay(None, now.label))

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
