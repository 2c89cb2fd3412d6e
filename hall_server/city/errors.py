"""What can come of speaking with a city, by whose turn it is. Never shown to visitors: pages have words."""

from __future__ import annotations


class CityError(Exception):
    """No usable answer. `why` is a permanent snake_case word."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class CityAwayError(CityError):
    """The city did not answer, or not now: the same again later. `after_s`: how long it asked to be left alone.

    `unreachable`, `too_slow`, `busy` (429, 503), `broken` (other 5xx), `nonsense` (an answer that is none),
    `not_let_in` (401, 403: a setting must be mended), `resting` (nobody was asked: the breaker is open),
    `no_such_port` (this hall does without), `crowded` (too many questions of the hall's own are under way).
    """

    def __init__(self, why: str, after_s: float = 0.0) -> None:
        super().__init__(why)
        self.after_s = after_s

    @property
    def answered(self) -> bool:
        """Somebody was there, and what they said was of no use."""
        return self.why in {"broken", "nonsense"}


class CityRefusedError(CityError):
    """The city understood and will not, however often it is asked. `why` is its own `code`, or `http_<status>`."""

    def __init__(self, why: str, status: int) -> None:
        super().__init__(why)
        self.status = status
