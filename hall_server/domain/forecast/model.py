"""What a hall has learned about its waits: plain values that fit into one JSON file, and reading that file safely.

Whoever reads a model from outside gets a checked one or BadModelError; nothing in it can make a forecast fail.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

SCHEMA = 2
BYTES_MAX = 4_000_000
EXPERTS = 13  # opinions that a forecast blends; see experts.py
LENGTHS = 3  # of lines, each with weights of its own
DAY_S = 86_400.0

Seconds = Annotated[float, msgspec.Meta(ge=0, le=DAY_S)]
Ratio = Annotated[float, msgspec.Meta(ge=-1, le=1000)]
Weight = Annotated[float, msgspec.Meta(ge=0, le=1000)]


class BadModelError(ValueError):
    """These bytes are no model of this program: not the visitor's fault, the file's."""


class Pace(msgspec.Struct, frozen=True):
    """Seconds of wait per call, as the median of so many records; `hours` holds it by hour of the day."""

    records: int = 0
    pace_s: Seconds = 0.0
    work_s: Seconds = 0.0  # the same times the open counters; 0 = nobody knows how many were open
    wait_s: Seconds = 0.0  # the median wait whatever the line
    hours: dict[int, Seconds] = msgspec.field(default_factory=dict)


class Spread(msgspec.Struct, frozen=True):
    """How far real waits lie from the expected one: as shares of (expected + a floor), the lower and the upper end."""

    low: Ratio = -0.7
    high: Ratio = 1.0


class Quality(msgspec.Struct, frozen=True):
    """The model's own error on days that it had not learned from, newest days weighing most."""

    days: int = 0
    records: int = 0
    mae_s: Seconds = 0.0
    coverage: Annotated[float, msgspec.Meta(ge=0, le=1)] = 0.0


class Model(msgspec.Struct, frozen=True):
    """Everything a forecast needs beside the live hall."""

    schema: int = SCHEMA
    learned_to: str = ""  # the newest day in it
    hall: Pace = Pace()
    queues: dict[str, Pace] = msgspec.field(default_factory=dict)
    weights: tuple[tuple[Weight, ...], ...] = ()  # by length of the line
    spread: Spread = Spread()
    spreads: dict[str, Spread] = msgspec.field(default_factory=dict)
    quality: Quality = Quality()
    qualities: dict[str, Quality] = msgspec.field(default_factory=dict)

    def pace(self, queue: str, hour: int) -> float:
        """Seconds per call of a queue at an hour; of the hall for a queue that nobody knows."""
        of = self.queues.get(queue, self.hall)
        return of.hours.get(hour, of.pace_s)


UNTRAINED = Model()


def model_to(model: Model) -> bytes:
    """The model as the bytes of its file."""
    return msgspec.json.encode(model)


def model_from(body: bytes) -> Model:
    """The model in a file's bytes, every number within its bounds. Raises BadModelError."""
    if len(body) > BYTES_MAX:
        raise BadModelError(f"{len(body)} bytes, at most {BYTES_MAX}")
    try:
        found = msgspec.json.decode(body, type=Model)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BadModelError(str(error)) from None
    if found.schema != SCHEMA:
        raise BadModelError(f"schema {found.schema}, this program reads {SCHEMA}")
    if found.weights and [len(weights) for weights in found.weights] != [EXPERTS] * LENGTHS:
        raise BadModelError(f"not {LENGTHS} times {EXPERTS} weights, as this program works with")
    return found
