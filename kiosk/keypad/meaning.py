"""What a key of the pad means at a counter as it stands: the console's own flow, one key after the other. Pure.

Enter is the likely next step. Where the service ends the next key says how it ended, laid out as the console's picker,
and Enter again is the item's usual end with the next call behind it. Whatever needs a list or a reason on the screen is
left to the console, and said so: no press goes without a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from devices.values.caller import CallerKey
from hall_server.contract.counters import OUTCOME_ON_KEY
from hall_server.contract.messages import CompleteTicket, Empty
from hall_server.contract.vocabulary import CounterState

if TYPE_CHECKING:
    from collections.abc import Mapping

    import msgspec

LOCK_S = 0.8  # the same key so soon again is the same press, as at the console
PICK_S = 8.0  # how long after Enter a key still says how the service ended


class Act(NamedTuple):
    """One command: of the ticket at hand, or of the counter."""

    verb: str
    order: msgspec.Struct = Empty()
    of_counter: bool = False


class Meaning(NamedTuple):
    """What is to be asked of the hall, in order; or only words. `picking`: the next key says how the service ended."""

    acts: tuple[Act, ...] = ()
    words: str = ""
    picking: bool = False


_CALL = Act("call_next", of_counter=True)
_DIGITS: Mapping[CallerKey, str] = {CallerKey(f"digit_{digit}"): str(digit) for digit in range(1, 10)}
_AS_TYPED: Mapping[CallerKey, str] = {**_DIGITS, CallerKey.RECALL: "0", CallerKey.TRANSFER: "+"}
_ON_SCREEN = frozenset({CallerKey.HOLD, CallerKey.TRANSFER, CallerKey.PAUSE, *_DIGITS})
_NEXT, _BACK, _HERE = Meaning((_CALL,)), Meaning((Act("back", of_counter=True),)), Meaning((Act("serve"),))
_PICK = Meaning(words="办到这里？再按 Enter 就办完叫下一位，或者按结果。", picking=True)
_FLOW: Mapping[tuple[CallerKey, CounterState], Meaning] = {
    (CallerKey.NEXT_STEP, CounterState.IDLE): _NEXT,
    (CallerKey.CALL_NEXT, CounterState.IDLE): _NEXT,
    (CallerKey.NEXT_STEP, CounterState.PAUSED): _BACK,
    (CallerKey.CALL_NEXT, CounterState.PAUSED): _BACK,
    (CallerKey.PAUSE, CounterState.PAUSED): _BACK,
    (CallerKey.NEXT_STEP, CounterState.CALLING): _HERE,
    (CallerKey.SERVE, CounterState.CALLING): _HERE,
    (CallerKey.RECALL, CounterState.CALLING): Meaning((Act("recall"),)),
    (CallerKey.NO_SHOW, CounterState.CALLING): Meaning((Act("no_show"),)),
    (CallerKey.NEXT_STEP, CounterState.SERVING): _PICK,
}
_CLOSED = Meaning(words="窗口没有开，请先在叫号台登录选窗口。")
_CHOOSE = Meaning(words="这一步要选，请在叫号台上按。")
_NOTHING = Meaning(words="现在按这个键没有用。")
_ANYWHERE: Mapping[CallerKey, Meaning] = {
    CallerKey.CLEAR: Meaning((Act("undo"),)),
    CallerKey.RATE: Meaning(words="办完以后窗口屏自己请对方评价。"),
    **dict.fromkeys(_ON_SCREEN, _CHOOSE),
}


def meaning(key: CallerKey, state: CounterState, *, picking: bool = False) -> Meaning:
    """What a press asks for while the counter stands so."""
    if state is CounterState.CLOSED:
        return _CLOSED
    if state is CounterState.SERVING and (key is CallerKey.COMPLETE or picking):
        return _end(key)
    return _FLOW.get((key, state)) or _ANYWHERE.get(key, _NOTHING)


def _end(key: CallerKey) -> Meaning:
    """How a service ended."""
    if key in {CallerKey.NEXT_STEP, CallerKey.COMPLETE, CallerKey.CALL_NEXT}:
        return Meaning((Act("complete", CompleteTicket()), _CALL))
    if key in {CallerKey.NO_SHOW, CallerKey.CLEAR}:
        return Meaning(words="接着办。")
    outcome = OUTCOME_ON_KEY.get(_AS_TYPED.get(key, ""))
    if outcome is None:
        return Meaning(words="没有这个结果，请再按 Enter 看清。")
    return Meaning((Act("complete", CompleteTicket(outcome)), _CALL))
