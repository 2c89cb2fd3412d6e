"""What the screens at a counter are told: state and words, nothing of a person (UI-W1 to W8). One home of the words.

A strip that holds one line says the same words as a screen that fills a wall.
"""

from __future__ import annotations

import msgspec

IDLE, CALLED, SERVING, PAUSED, CLOSED, LOST = "idle", "called", "serving", "paused", "closed", "lost"
WORDS = {IDLE: "可以办理", PAUSED: "暂停办理", CLOSED: "未开放", LOST: "请看大厅大屏"}
NOTES = {IDLE: "叫到您的号，请过来", PAUSED: "号还留着，请稍等", CLOSED: "请看大厅大屏", LOST: "这块屏暂时收不到叫号"}


class Invite(msgspec.Struct, frozen=True):
    """评价: one visit that ended a moment ago; `at` names it, `until` in UTC microseconds."""

    at: int
    label: str
    until: int


class CounterScreen(msgspec.Struct, frozen=True):
    """`state`: idle | called | serving | paused (the hall works, this window does not) | closed. `instead` 0: none."""

    n: int
    at: int
    counter: int
    name: str
    state: str
    label: str = ""
    words: str = ""  # of the state; a number stands for itself
    note: str = ""
    clerk: str = ""  # 工号
    does: tuple[str, ...] = ()
    waiting: int = 0  # in the queues that this counter calls
    instead: int = 0
    back: str = ""  # "10:00", when the clerk of a paused one means to go on
    captions: tuple[str, ...] = ()
    invite: Invite | None = None


def in_one_line(screen: CounterScreen | None) -> str:
    """For a strip (条屏): number and words only, never why somebody is called now (G4). None: the hall is not heard."""
    if screen is None:
        return WORDS[LOST]
    if screen.state == CALLED:
        return f"{screen.label} 请到{screen.counter}号窗口"
    if screen.state == SERVING:
        return f"正在办理 {screen.label}"
    back = f"，{screen.back} 回来" if screen.back else ""
    instead = f"，着急办，请到 {screen.instead} 号窗口" if screen.instead else ""
    return f"{screen.words}{back}{instead}"
