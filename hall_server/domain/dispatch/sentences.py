"""One sentence in Chinese and one in English for every reason: for the clerk, and for the visitor who asks why.

Neutral on purpose: that somebody goes first by law is said, never what the person is. Boards show none of these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import Why

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hall_server.domain.dispatch.reason import Reason

_ZH = {
    Why.ONLY_ONE_WAITING: "现在只有这一位在等",
    Why.EARLIEST_TAKEN: "这个窗口能办的 {waiting} 位里，来得最早",
    Why.BOOKED_CREDIT: "预约的时间到了，按规定算早来 {booked} 分钟，轮到这一位",
    Why.STATUTORY_PRIORITY: "按规定优先，算早来 {priority} 分钟，轮到这一位",
    Why.LONGEST_WAIT_CAP: "已经等了 {waited} 分钟，等得最久的先办",
    Why.WALK_IN_TURN: "这个窗口已连叫 {run} 位预约的，现在轮到现场取号的",
    Why.DIRECTED: "转到这个窗口来的，等的人里来得最早",
    Why.ACCESSIBLE_ONLY_HERE: "这个号只能由有相应设施的窗口叫，等的人里来得最早",
    Why.AFFINITY: "这个窗口主要办这个队列，算早来 {affinity} 分钟，轮到这一位",
    Why.RETURNED: "刚才叫过没到，现在回来了，位置还在，来得最早",
    Why.BY_RULE: "按公开的叫号规则，轮到这一位",
}
_EN = {
    Why.ONLY_ONE_WAITING: "Nobody else is waiting.",
    Why.EARLIEST_TAKEN: "Came first of the {waiting} that this counter can serve.",
    Why.BOOKED_CREDIT: "The booked time has begun, which counts like coming {booked} minutes earlier.",
    Why.STATUTORY_PRIORITY: "Priority by law counts like coming {priority} minutes earlier.",
    Why.LONGEST_WAIT_CAP: "Has waited {waited} minutes; after so long the longest wait goes first.",
    Why.WALK_IN_TURN: "After {run} booked calls in a row at this counter it is the turn of those without a booking.",
    Why.DIRECTED: "Was sent to this counter and came first of all who wait for it.",
    Why.ACCESSIBLE_ONLY_HERE: "Only a counter equipped for it may call this number, and it came first of all here.",
    Why.AFFINITY: "This counter mainly serves this queue, which counts like coming {affinity} minutes earlier.",
    Why.RETURNED: "Missed a call, is back, kept the old place, and came first.",
    Why.BY_RULE: "It is this number's turn by the published calling rule.",
}


_NEEDED = {
    Why.EARLIEST_TAKEN: "waiting",
    Why.BOOKED_CREDIT: "booked",
    Why.STATUTORY_PRIORITY: "priority",
    Why.LONGEST_WAIT_CAP: "waited",
    Why.WALK_IN_TURN: "run",
    Why.AFFINITY: "affinity",
}


def sentence_zh(reason: Reason) -> str:
    """Why this number, in Chinese; without a full stop, as labels are written."""
    return _written(reason, _ZH, plain="来得最早")


def sentence_en(reason: Reason) -> str:
    """Why this number, in English."""
    return _written(reason, _EN, plain="Came first of all who wait.")


def _written(reason: Reason, words: Mapping[Why, str], *, plain: str) -> str:
    """The sentence with its number; early events have the code alone, and nobody is told of 0 minutes."""
    needed = _NEEDED.get(reason.why)
    if needed is None:
        return words[reason.why]
    number = getattr(reason, needed)
    if number:
        return words[reason.why].format(**{needed: number})
    return plain if reason.why is Why.EARLIEST_TAKEN else words[Why.BY_RULE]
