"""The reason of a call as a value and as the text that the event keeps for ever.

Text: the code, then `name:number` pairs that are not zero, then who came earlier and was passed over, by cause:

    earliest_taken;waited:14;waiting:6
    booked_credit;waited:12;waiting:9;booked:15;passed_booked_credit:A003,A004,+2

`+2` = two more that are not named; 999 = 999 or more. At most 200 characters. Readers skip names that they do not know,
so later rules can add some; nothing that stands here ever changes its meaning.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from hall_server.contract.vocabulary import Why

BY_HAND = "called_by_hand"  # no reason of the rule: a clerk named the ticket; what they said why stands behind a colon
LONGEST = 200  # characters
_NAMED = 6  # labels in one reason
_MOST = 999  # "or more"; a clock jump must not make the text long
_DIGITS = 9  # of a number that is read
_NUMBERS = ("waited", "waiting", "booked", "priority", "affinity", "run")
_PASSED = "passed_"
_KEPT_BACK = frozenset({Why.STATUTORY_PRIORITY, Why.ACCESSIBLE_ONLY_HERE})
_BY_CODE = {why.value: why for why in Why}


class Passed(NamedTuple):
    """Earlier comers whom the called one went before, and because of what; `more` of them are not named."""

    why: Why
    labels: tuple[str, ...]
    more: int = 0

    @property
    def total(self) -> int:
        """How many they are."""
        return len(self.labels) + self.more


class Reason(msgspec.Struct, frozen=True, omit_defaults=True):
    """Why a ticket was called.

    `waited` and the credits `booked`, `priority`, `affinity` are its own, in minutes; `waiting` counts the tickets that
    the counter could call, this one included; `run` = booked calls in a row before a walk-in's turn.
    """

    why: Why
    waited: int = 0
    waiting: int = 0
    booked: int = 0
    priority: int = 0
    affinity: int = 0
    run: int = 0
    passed: tuple[Passed, ...] = ()

    def __str__(self) -> str:
        """The text for the event; as many labels as have room, and no causes when even these have none."""
        own = (self.why.value, *self._numbers())
        texts = (";".join((*own, *self._passed(named))) for named in range(_NAMED, -1, -1))
        return next((text for text in texts if len(text) <= LONGEST), ";".join(own))

    @staticmethod
    def parse(text: str) -> Reason | None:
        """The reason that a text tells; None when it is not the reason of a call."""
        code, *fields = text.split(";")
        if code not in _BY_CODE:
            return None
        pairs = [(name, value) for name, _, value in (field.partition(":") for field in fields)]
        numbers = {name: int(value) for name, value in pairs if name in _NUMBERS and _is_number(value)}
        passed = tuple(
            _read_passed(_BY_CODE[name.removeprefix(_PASSED)], value)
            for name, value in pairs
            if name.startswith(_PASSED) and name.removeprefix(_PASSED) in _BY_CODE
        )
        return Reason(why=_BY_CODE[code], passed=passed, **numbers)

    def _numbers(self) -> list[str]:
        values = zip(
            _NUMBERS, (self.waited, self.waiting, self.booked, self.priority, self.affinity, self.run), strict=True
        )
        return [f"{name}:{min(value, _MOST)}" for name, value in values if value]

    def _passed(self, named: int) -> list[str]:
        written = []
        for one in self.passed:
            labels = one.labels[:named]
            named -= len(labels)
            more = one.total - len(labels)
            written.append(
                f"{_PASSED}{one.why.value}:" + ",".join((*labels, *([f"+{min(more, _MOST)}"] if more else [])))
            )
        return written


def for_everybody(text: str) -> str:
    """The reason as boards and other machines may hear it: the code alone, and none that tells what a person is."""
    reason = Reason.parse(text)
    if reason is None:
        return BY_HAND if text.startswith(BY_HAND) else text
    return Why.BY_RULE.value if reason.why in _KEPT_BACK else reason.why.value


def _is_number(value: str) -> bool:
    return value.isascii() and value.isdecimal() and len(value) <= _DIGITS


def _read_passed(why: Why, value: str) -> Passed:
    parts = value.split(",")
    more = sum(int(part[1:]) for part in parts if part.startswith("+") and _is_number(part[1:]))
    return Passed(why, tuple(part for part in parts if part and not part.startswith("+")), more)
