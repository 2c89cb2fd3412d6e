"""What a key of the pad means at a counter as it stands: the console's own flow, one key after the other. Pure.

Enter is the likely next step. Where the console opens a panel the pad asks too, and the next key answers: how a service
ended, why somebody is held, why the counter pauses, to which counter somebody is sent. Whatever needs a list is left to
the console, and said so: no press goes without a word.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from devices.values.caller import CallerKey
from hall_server.contract.counters import HOLD_WHY, OUTCOME_ON_KEY, PAUSE_WHY, PauseCounter
from hall_server.contract.messages import CompleteTicket, Empty, HoldTicket, Transfer
from hall_server.contract.vocabulary import CounterState

if TYPE_CHECKING:
    from collections.abc import Mapping

    import msgspec

    from hall_server.contract.counters import HoldWhy, PauseWhy

LOCK_S = 0.8  # the same key so soon again is the same press, as at the console
PICK_S = 8.0  # how long after a question a key still answers it


class Act(NamedTuple):
    """One command: of the ticket at hand, or of the counter."""

    verb: str
    order: msgspec.Struct = Empty()
    of_counter: bool = False


class Ask(Enum):
    """What the pad has asked, and the next key answers."""

    END = auto()
    HOLD = auto()
    PAUSE = auto()
    TRANSFER = auto()


class Asked(NamedTuple):
    """A question that waits for its key. `typed`: the counter's number so far."""

    what: Ask
    typed: str = ""


class Meaning(NamedTuple):
    """What is to be asked of the hall, in order; or only words. `asked`: the next key answers it."""

    acts: tuple[Act, ...] = ()
    words: str = ""
    asked: Asked | None = None


def _listed(choices: Mapping[str, HoldWhy] | Mapping[str, PauseWhy]) -> str:
    return "，".join(f"{key} {one.words}" for key, one in choices.items())


_CALL = Act("call_next", of_counter=True)
_DIGITS: Mapping[CallerKey, str] = {CallerKey(f"digit_{digit}"): str(digit) for digit in range(1, 10)}
_AS_TYPED: Mapping[CallerKey, str] = {**_DIGITS, CallerKey.RECALL: "0", CallerKey.TRANSFER: "+"}
_ON_SCREEN = frozenset({CallerKey.HOLD, CallerKey.TRANSFER, CallerKey.PAUSE, *_DIGITS})
_NO_LONGER = frozenset({CallerKey.NO_SHOW, CallerKey.CLEAR})
_COUNTER_DIGITS = 3
_NEXT, _BACK, _HERE = Meaning((_CALL,)), Meaning((Act("back", of_counter=True),)), Meaning((Act("serve"),))
_PICK = Meaning(words="办到这里？再按 Enter 就办完叫下一位，或者按结果。", asked=Asked(Ask.END))
_HOLD = Meaning(words=f"挂起，去做什么？{_listed(HOLD_WHY)}。按点不挂。", asked=Asked(Ask.HOLD))
_PAUSE = Meaning(words=f"暂停多久？{_listed(PAUSE_WHY)}。按点不停。", asked=Asked(Ask.PAUSE))
_TRANSFER = Meaning(
    words="转到几号窗口？按号码，再按 Enter。按点不转；转给队列在叫号台上按。", asked=Asked(Ask.TRANSFER)
)
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
    (CallerKey.HOLD, CounterState.SERVING): _HOLD,
    (CallerKey.PAUSE, CounterState.IDLE): _PAUSE,
    (CallerKey.TRANSFER, CounterState.CALLING): _TRANSFER,
    (CallerKey.TRANSFER, CounterState.SERVING): _TRANSFER,
}
_CLOSED = Meaning(words="窗口没有开，请先在叫号台登录选窗口。")
_CHOOSE = Meaning(words="这一步要选，请在叫号台上按。")
_NOTHING = Meaning(words="现在按这个键没有用。")
_ANYWHERE: Mapping[CallerKey, Meaning] = {
    CallerKey.CLEAR: Meaning((Act("undo"),)),
    CallerKey.RATE: Meaning(words="办完以后窗口屏自己请对方评价。"),
    **dict.fromkeys(_ON_SCREEN, _CHOOSE),
}


def meaning(key: CallerKey, state: CounterState, asked: Asked | None = None) -> Meaning:
    """What a press asks for while the counter stands so, and after what was asked."""
    if state is CounterState.CLOSED:
        return _CLOSED
    if asked is not None and asked.what is not Ask.END:
        return _answer(key, state, asked)
    if state is CounterState.SERVING and (key is CallerKey.COMPLETE or asked is not None):
        return _end(key)
    return _FLOW.get((key, state)) or _ANYWHERE.get(key, _NOTHING)


def types(key: CallerKey, asked: Asked | None) -> bool:
    """Whether a press is a digit of a number: the same one again is no mistake then."""
    return asked is not None and asked.what is Ask.TRANSFER and _AS_TYPED.get(key, "").isdigit()


def _answer(key: CallerKey, state: CounterState, asked: Asked) -> Meaning:
    """Why, or where to. What the counter cannot do any more is not done."""
    if key in _NO_LONGER:
        return Meaning(words="好，不办这一步，接着来。")
    typed = _AS_TYPED.get(key, "")
    match asked.what:
        case Ask.HOLD if state is CounterState.SERVING and typed in HOLD_WHY:
            why = HOLD_WHY[typed]
            return Meaning((Act("hold", HoldTicket(why.words, why.minutes)),))
        case Ask.PAUSE if state is CounterState.IDLE and typed in PAUSE_WHY:
            pause = PAUSE_WHY[typed]
            return Meaning((Act("pause", PauseCounter(pause.reason, pause.minutes), of_counter=True),))
        case Ask.TRANSFER if state in {CounterState.CALLING, CounterState.SERVING}:
            return _transfer(key, typed, asked)
        case _:
            return Meaning(words="没有这一项，什么都没有办，请重新按。")


def _transfer(key: CallerKey, typed: str, asked: Asked) -> Meaning:
    if typed.isdigit():
        number = (asked.typed + typed).lstrip("0")[-_COUNTER_DIGITS:]
        return Meaning(words=f"转到 {number} 号窗口？按 Enter。", asked=Asked(Ask.TRANSFER, number))
    if key is CallerKey.NEXT_STEP and asked.typed:
        return Meaning((Act("transfer", Transfer(counter=int(asked.typed))),))
    return Meaning(words="没有转，请重新按。")


def _end(key: CallerKey) -> Meaning:
    """How a service ended."""
    if key in {CallerKey.NEXT_STEP, CallerKey.COMPLETE, CallerKey.CALL_NEXT}:
        return Meaning((Act("complete", CompleteTicket()), _CALL))
    if key in _NO_LONGER:
        return Meaning(words="接着办。")
    outcome = OUTCOME_ON_KEY.get(_AS_TYPED.get(key, ""))
    if outcome is None:
        return Meaning(words="没有这个结果，请再按 Enter 看清。")
    return Meaning((Act("complete", CompleteTicket(outcome)), _CALL))
