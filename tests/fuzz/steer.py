"""Made-up requests that meet something: words of a real hall in the places of invented ones. Knows no checks.

What was made wrong on purpose stays wrong; and now and then an invented word stays where it is.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from schemathesis.core.parameters import ParameterLocation

if TYPE_CHECKING:
    import random

    import schemathesis

OFTEN, MOSTLY = 0.8, 0.97
Known = dict[str, list[Any]]


def steer(case: schemathesis.Case, known: Known, dice: random.Random) -> None:
    """Change a case in place."""
    meta = case.meta
    wrong = {place for place in ParameterLocation if meta is not None and meta.is_negative_at(place)}
    if ParameterLocation.HEADER not in wrong:
        _heads(case, dice)
    if ParameterLocation.PATH not in wrong:
        _words(case.path_parameters, known, dice)
    if not wrong:
        _words(case.query, known, dice)
        _words(case.body, known, dice)


def _heads(case: schemathesis.Case, dice: random.Random) -> None:
    if case.method == "POST" and dice.random() < MOSTLY:
        case.headers["Idempotency-Key"] = str(uuid.UUID(int=dice.getrandbits(128)))
    if dice.random() < MOSTLY:
        case.headers.pop("Kapok-Seen", None)  # a made-up life is refused before anything else


def _words(part: Any, known: Known, dice: random.Random) -> None:
    if isinstance(part, list):
        for one in part:
            _words(one, known, dice)
    elif isinstance(part, dict):
        for name, value in part.items():
            if known.get(name) and dice.random() < (MOSTLY if name == "hall_id" else OFTEN):
                part[name] = dice.choice(known[name])
            else:
                _words(value, known, dice)
