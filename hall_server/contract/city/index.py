"""效能指数与城市运行中枢: a hall's figures of one hour, each with what it is (CL-F11, F12, H23). Nobody is in them."""

from __future__ import annotations

from typing import Annotated

import msgspec

from hall_server.contract.bookings import Moment
from hall_server.contract.city.wire import Word

METRICS = "metrics"  # the kind of its message

Said = Annotated[str, msgspec.Meta(max_length=200)]


class Definition(msgspec.Struct, frozen=True):
    """What an indicator is: its unit, how it is counted, and out of what."""

    id: Word
    unit: Word
    formula: Said
    source: Said


class Figure(msgspec.Struct, frozen=True, omit_defaults=True):
    """One indicator's value, of the whole hall or of one queue or outcome (`of`). None: there was nothing to count."""

    id: Word
    value: float | None
    of: str = ""
    n: int = 0  # out of how many


class MetricsTold(msgspec.Struct, frozen=True, kw_only=True):
    """`metrics`: the hour from `starts_at` to `ends_at`, once, whoever asks again."""

    hall: Word
    day: Word
    starts_at: Moment
    ends_at: Moment
    figures: Annotated[tuple[Figure, ...], msgspec.Meta(max_length=500)]
    definitions: Annotated[tuple[Definition, ...], msgspec.Meta(max_length=100)]
