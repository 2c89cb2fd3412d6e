"""What a ticket is to those who stand at counters: one register with an owner, as a pure specification.

Written from definitions.md 1, 2 and 17 alone. It must not look at the hall's own table of moves or share code with it:
a specification that is the program proves nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tests.drills.history.operations import Operation, Seen

if TYPE_CHECKING:
    from collections.abc import Callable

    Rule = Callable[["Register", Operation], "Register | Reasons"]


class Register(NamedTuple):
    """A ticket at a moment. The first six are what an answer shows of it.

    `clerk` is the counter whose last move may be taken back, and `before` what that would bring back.
    """

    state: str = "unborn"
    counter: int | None = None
    queue: str = ""
    recalls: int = 0
    missed: int = 0
    directed: int | None = None
    clerk: int | None = None
    before: Register | None = None

    @property
    def seen(self) -> Seen:
        return Seen(*self[:6])


UNBORN = Register()
Reasons = frozenset[str]  # every reason for which an operation may be refused in a state; never empty
RECALLS = 3
SERVER = 0
_UNDOABLE = frozenset({"waiting", "called", "serving", "held", "no_show", "completed", "cancelled", "expired"})
_AT_A_COUNTER = frozenset({"called", "serving"})
# Refusals that concern the counter or the clock, of which one ticket's register knows nothing: they change nothing.
_NOT_ITS_BUSINESS = frozenset({"counter_busy"})
_TOO_SOON = {"recall": "recall_too_soon", "no_show": "no_show_too_soon"}
_ILLEGAL = "illegal_move"
_NOT_YOURS = "not_your_ticket"


def after(register: Register, asked: Operation) -> Register | Reasons:
    """The register once the operation has happened, or the reasons for which it has to be refused."""
    if register.state == "unborn":
        return _take(register, asked) if asked.verb == "take" else frozenset({"ticket_unknown"})
    return _RULES[asked.verb](register, asked)


def outcomes(register: Register, asked: Operation) -> tuple[Register, ...]:
    """The registers that the operation can leave behind, given what its asker was told; none: it cannot stand here."""
    if asked.refused in _NOT_ITS_BUSINESS:
        return (register,)
    then = after(register, asked)
    if isinstance(then, frozenset):
        return (register,) if asked.refused in then else ()
    if asked.refused:
        return (register,) if asked.refused == _TOO_SOON.get(asked.verb) else ()
    return (then,) if asked.open or then.seen == asked.seen else ()


def _may_be_undone(then: Register, was: Register, by: int) -> Register:
    return then._replace(clerk=by, before=_plain(was))


def _plain(register: Register) -> Register:
    return register._replace(clerk=None, before=None)


def _take(_: Register, asked: Operation) -> Register:
    return Register("reserved", queue=asked.queue)


def _born_already(_: Register, __: Operation) -> Reasons:
    return frozenset({"idempotency_key_reused"})


def _confirm(register: Register, _: Operation) -> Register:
    return _plain(register._replace(state="waiting")) if register.state == "reserved" else register


def _call(register: Register, asked: Operation) -> Register | Reasons:
    if register.state != "waiting":
        return frozenset({_ILLEGAL})
    return _may_be_undone(register._replace(state="called", counter=asked.counter, recalls=0), register, asked.counter)


def _call_next(register: Register, asked: Operation) -> Register | Reasons:
    if register.directed not in {None, asked.counter}:
        return frozenset({_ILLEGAL})
    return _call(register, asked)


def _own(register: Register, asked: Operation, state: str) -> Reasons:
    """Reasons against a move that only the counter makes where the ticket is, in one state."""
    reasons = {_ILLEGAL} if register.state != state else set()
    return frozenset(reasons | ({_NOT_YOURS} if register.counter != asked.counter else set()))


def _owned(state: str, change: Callable[[Register], Register], *, undoable: bool = True) -> Rule:
    def rule(register: Register, asked: Operation) -> Register | Reasons:
        against = _own(register, asked, state)
        if against:
            return against
        then = change(register)
        return _may_be_undone(then, register, asked.counter) if undoable else _plain(then)

    return rule


def _recall(register: Register, asked: Operation) -> Register | Reasons:
    against = _own(register, asked, "called")
    if register.recalls >= RECALLS:
        against |= {"recalls_used_up"}
    return against or _plain(register._replace(recalls=register.recalls + 1))


def _missed(register: Register) -> Register:
    return register._replace(state="expired" if register.missed else "no_show", missed=register.missed + 1)


def _resume(register: Register, asked: Operation) -> Register | Reasons:
    if register.state != "held":
        return frozenset({_ILLEGAL})
    return _may_be_undone(register._replace(state="serving", counter=asked.counter), register, asked.counter)


def _transfer(register: Register, asked: Operation) -> Register | Reasons:
    if register.state not in {"waiting", "held", *_AT_A_COUNTER}:
        return frozenset({_ILLEGAL})
    if register.state in _AT_A_COUNTER and register.counter != asked.counter:
        return frozenset({_NOT_YOURS})
    then = register._replace(state="waiting", counter=None, recalls=0, queue=asked.queue, directed=asked.to)
    return _may_be_undone(then, register, asked.counter)


def _return(register: Register, asked: Operation) -> Register | Reasons:
    """回来了 by staff, from wherever a missed call led; by the server once, after the first no-show."""
    by_server = asked.counter == SERVER
    if register.state != "no_show" and (by_server or register.state != "expired"):
        return frozenset({_ILLEGAL})
    if by_server and register.missed != 1:
        return frozenset({_ILLEGAL})
    then = register._replace(state="waiting", counter=None, recalls=0)
    return _plain(then) if by_server else _may_be_undone(then, register, asked.counter)


def _cancel(register: Register, asked: Operation) -> Register | Reasons:
    if register.state not in {"waiting", "called", "held", "no_show"}:
        return frozenset({_ILLEGAL, _NOT_YOURS} if register.state == "serving" else {_ILLEGAL})
    if register.state == "called" and register.counter != asked.counter:
        return frozenset({_NOT_YOURS})
    return _may_be_undone(register._replace(state="cancelled"), register, asked.counter)


def _undo(register: Register, asked: Operation) -> Register | Reasons:
    if register.state not in _UNDOABLE:
        return frozenset({_ILLEGAL, "nothing_to_undo"})
    if register.before is None or register.clerk != asked.counter:
        return frozenset({"nothing_to_undo"})
    return register.before


def _read(register: Register, _: Operation) -> Register:
    return register


_RULES: dict[str, Rule] = {
    "take": _born_already,
    "confirm_print": _confirm,
    "call": _call,
    "call_next": _call_next,
    "recall": _recall,
    "serve": _owned("called", lambda it: it._replace(state="serving")),
    "complete": _owned("serving", lambda it: it._replace(state="completed")),
    "hold": _owned("serving", lambda it: it._replace(state="held")),
    "no_show": _owned("called", _missed),
    "resume": _resume,
    "transfer": _transfer,
    "return": _return,
    "cancel": _cancel,
    "undo": _undo,
    "read": _read,
}
VERBS = frozenset(_RULES)
