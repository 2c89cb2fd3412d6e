"""What a board says when nobody is being called: a headline that is true for every row beneath it, and one advice.

Pure: the hall's snapshot and its clock time come in, words go out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.contract.messages import HallNow, QueueNow

FREE = "free"  # 不用等
WAIT = "wait"  # a band
SHUT = "shut"  # nobody can say: no counter is open


class QueueRow(msgspec.Struct, frozen=True):
    """One queue on the calm list."""

    letter: str
    name: str
    state: str
    low_min: int = 0
    high_min: int = 0


def queue_row(queue: QueueNow) -> QueueRow:
    """A queue as people read it: nothing to wait for, a band, or no counter."""
    if not queue.open_counters:
        return QueueRow(queue.letter, queue.name, SHUT)
    if queue.wait is None:
        return QueueRow(queue.letter, queue.name, FREE)
    return QueueRow(queue.letter, queue.name, WAIT, queue.wait.low_min, queue.wait.high_min)


def headline(now: HallNow, rows: Sequence[QueueRow], waiting: int, clock: str) -> tuple[str, str]:
    """Headline and advice at a hall time "HH:MM"."""
    if not now.open_counters:
        return _shut(now, clock)
    if waiting == 0 and all(row.state == FREE for row in rows):
        return "现在不用等", "取了号就可以去窗口。"
    if waiting <= now.open_counters:
        return "现在人不多", "取号以后看大屏，\n很快轮到您。"
    return "请留意叫号", "坐着等就好，\n叫到会响铃。"


def _shut(now: HallNow, clock: str) -> tuple[str, str]:
    if not now.opens:  # no hours today; numbers are given all the same, and whoever holds one keeps it
        if now.waiting:
            return "请稍等", "您的号一直有效，\n有事请问服务台。"
        return "今天不开门", f"有事请打 {now.hotline}。"
    if clock < now.opens:
        return "还没开门", f"今天 {now.opens} 开始办理。"
    if clock >= now.closes and not now.waiting:
        return "今天办完了", f"谢谢您。有事请打 {now.hotline}。"
    return "请稍等", "窗口马上就开，\n您的号一直有效。"
