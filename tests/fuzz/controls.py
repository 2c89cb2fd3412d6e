"""Harnesses that cannot fail prove nothing: a broken parser and a broken description, in the same harness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fuzz.again import forget
from tests.fuzz.codec import BROKEN, codec
from tests.fuzz.minutes import spend

if TYPE_CHECKING:
    from tests.fuzz.hall import Hall

CONTROL_S = 60.0


def broken_parser_is_caught() -> int:
    """1 when atheris finds the bytes that break the control within a minute."""
    try:
        return int("crash-" in spend(codec(BROKEN), CONTROL_S, fresh=True, quiet=True).crash)
    finally:
        forget(BROKEN)


def broken_api_is_caught(hall: Hall, cases: int = 60) -> int:
    """How many kinds of findings there are when the description promises what the hall does not say."""
    from tests.fuzz.api import Hammer

    hammer = Hammer(hall)
    health = hammer.description["components"]["schemas"]["Health"]
    health["properties"]["n"] = {"type": "string"}
    hammer.description["paths"] = {
        path: item for path, item in hammer.description["paths"].items() if path.endswith("/health")
    }
    return len(hammer.ask(cases).violations())
