"""办件进度 as a sentence for whoever holds the slip: where the case is, by when, where to collect (CL-E21)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.city.progress import CaseState, CaseStatus

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

_WORDS = {
    CaseState.RECEIVED: "材料已经收下，还没有受理。",
    CaseState.ACCEPTED: "已经受理。",
    CaseState.IN_WORK: "正在办理。",
    CaseState.SUPPLEMENT: "还要补材料，补什么写在告知书上。",
    CaseState.DECIDED: "结果已经出来了。",
    CaseState.READY: "可以来领了。",
    CaseState.CLOSED: "已经办结。",
    CaseState.WITHDRAWN: "",
}
_OPEN = frozenset({CaseState.RECEIVED, CaseState.ACCEPTED, CaseState.IN_WORK, CaseState.SUPPLEMENT})


def progress_line(status: CaseStatus | None, hall_time: Callable[[int], datetime]) -> str:
    """The sentence; "" when there is nothing to say."""
    if status is None or not (words := _WORDS[status.state]):
        return ""
    if status.due_at and status.state in _OPEN:
        due = hall_time(status.due_at)
        words += f"{due.month} 月 {due.day} 日前答复。"
    if status.place and status.state is CaseState.READY:
        words += f"请到{status.place}。"
    return words
