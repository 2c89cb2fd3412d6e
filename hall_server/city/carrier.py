"""Carries messages to one platform, in order, and says what came of each. Belongs to a worker's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hall_server.city.errors import CityAwayError, CityRefusedError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.city.line import Line
    from hall_server.domain.city.post import CityMessage


class Carried(NamedTuple):
    """One message's fate. `why` "" = the city has it."""

    message: CityMessage
    why: str = ""
    final: bool = False
    answered: bool = False
    after_s: float = 0.0


def carry(line: Line, messages: Sequence[CityMessage]) -> list[Carried]:
    """Deliver until the city is away; what was not tried then is as it was."""
    done: list[Carried] = []
    for message in messages:
        try:
            line.hand_over(f"/{message.kind}", message.body, message.id, message.correlation)
        except CityRefusedError as error:
            done.append(Carried(message, error.why, final=True))
        except CityAwayError as error:
            done.append(Carried(message, error.why, answered=error.answered, after_s=error.after_s))
            if line.breaker.resting:
                break
        else:
            done.append(Carried(message))
    return done + [Carried(message, "resting") for message in messages[len(done) :]]
