"""What can be wrong with an emulated reader's answers, and what an answer looks like then. Pure: knows no wire."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from devices.id_card.codec import MAX_LEN, PREAMBLE, State, encode_answer

if TYPE_CHECKING:
    from devices.id_card.codec import Command

NOISE = b"\x00\xff\xaa\xaa\x96\x69\xaa"  # like the beginning of an answer


class Fault(StrEnum):
    """What can be wrong with an answer.

    CUT is a card pulled away while the long answer is under way, UNPLUGGED the cable pulled there. MISSED is a look
    that does not see the card, STRAY a byte of noise long before a late answer, SWALLOWED an answer behind the head of
    a longer one; REFUSED is a complaint instead of the answer.
    """

    LATE = "late"
    SPLIT = "split"
    WRONG_CHECKSUM = "wrong-checksum"
    NOISE = "noise"
    MUTE = "mute"
    HALF = "half"
    CUT = "cut"
    MISSED = "missed"
    STRAY = "stray"
    REFUSED = "refused"
    SWALLOWED = "swallowed"
    UNPLUGGED = "unplugged"


CUT_SHORT = frozenset({Fault.HALF, Fault.CUT, Fault.UNPLUGGED})


def spoilt(answer: bytes, fault: Fault | None, complaint: State) -> bytes:
    """The bytes that are sent instead of `answer`."""
    if fault is Fault.MISSED:
        return encode_answer(State.NO_CARD)
    if fault is Fault.REFUSED:
        return encode_answer(complaint)
    if fault is Fault.WRONG_CHECKSUM:
        return answer[:-1] + bytes([answer[-1] ^ 0xFF])
    if fault is Fault.NOISE:
        return NOISE + answer
    if fault is Fault.SWALLOWED:
        return PREAMBLE + MAX_LEN.to_bytes(2, "big") + answer
    return answer[: len(answer) // 2] if fault in CUT_SHORT else answer


@dataclass(slots=True)
class _Planned:
    fault: Fault
    times: int
    on: Command | None


class FaultPlan:
    """Faults that wait in line for the answers that they are to spoil."""

    def __init__(self) -> None:
        self._plans: deque[_Planned] = deque()

    def add(self, fault: Fault, times: int, on: Command | None) -> None:
        """Spoil the next `times` answers to `on`, or to anything."""
        self._plans.append(_Planned(fault, times, on))

    def clear(self) -> None:
        """No more faults."""
        self._plans.clear()

    def next(self, command: Command) -> Fault | None:
        """What is wrong with the answer to `command`."""
        if not self._plans or self._plans[0].on not in {None, command}:
            return None
        plan = self._plans[0]
        plan.times -= 1
        if plan.times <= 0:
            self._plans.popleft()
        return plan.fault
