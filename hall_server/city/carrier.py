"""Carries messages to one platform, in order, and says what came of each. Belongs to a worker's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hall_server.city.errors import CityAwayError, CityRefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hall_server.city.line import Line
    from hall_server.domain.city.post import CityMessage


ADDRESS_FORGOTTEN = "address_forgotten"  # whom it is for was in memory only


class Carried(NamedTuple):
    """One message's fate. `why` "" = the city has it."""

    message: CityMessage
    why: str = ""
    final: bool = False
    answered: bool = False
    after_s: float = 0.0


def carry(
    line: Line, messages: Sequence[CityMessage], filled: Callable[[CityMessage], bytes | None] = lambda one: one.body
) -> list[Carried]:
    """Deliver until the city is away; what was not tried then is as it was. `filled`: the body as it is sent."""
    done: list[Carried] = []
    for message in messages:
        body = filled(message)
        if body is None:
            done.append(Carried(message, ADDRESS_FORGOTTEN, final=True))
            continue
        try:
            line.hand_over(f"/{message.kind}", body, message.id, message.correlation)
        except CityRefusedError as error:
            done.append(Carried(message, error.why, final=True))
        except CityAwayError as error:
            done.append(Carried(message, error.why, answered=error.answered, after_s=error.after_s))
            if line.breaker.resting:
                break
        else:
            done.append(Carried(message))
    return done + [Carried(message, "resting") for message in messages[len(done) :]]
