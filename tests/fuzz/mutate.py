"""Broken bytes without atheris: cases that are there, changed a little, the same every time. For the suite."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.fuzz.codec import Codec

MAX_BYTES = 2048
_ODD = (
    b"\0",
    b"\xff",
    b"\n",
    b"\r\n",
    b'"',
    b"{",
    b"[",
    b"]",
    b":",
    b"-",
    b"9",
    b"\x7f\xff",
    b"\xaa\xaa\xaa\x96\x69",
    b"\x1d",
)


def mutated(cases: list[bytes], times: int, start: int = 1) -> Iterator[bytes]:
    """So many cases with one to four changes each, by a seeded random source."""
    dice = random.Random(start)
    for _ in range(times):
        case = bytearray(dice.choice(cases)[:MAX_BYTES])
        for _ in range(dice.randint(1, 4)):
            _change(case, cases, dice)
        yield bytes(case[:MAX_BYTES])


def _change(case: bytearray, cases: list[bytes], dice: random.Random) -> None:
    at, length = dice.randint(0, len(case)), dice.randint(1, 8)
    match dice.randrange(6):
        case 0:
            case[at : at + 1] = bytes((dice.randrange(256),))
        case 1 if at < len(case):
            case[at] ^= 1 << dice.randrange(8)
        case 2:
            del case[at : at + length]
        case 3:
            case[at:at] = case[at : at + length] * dice.randint(1, 3)
        case 4:
            case[at : at + dice.randrange(2)] = dice.choice(_ODD)
        case _:
            other = dice.choice(cases)
            place = dice.randint(0, len(other))
            case[at:] = other[place:]


def findings(codec: Codec, cases: Iterable[bytes]) -> list[str]:
    """What came out of a codec that should not have, each with the bytes that bring it out again."""
    found = []
    for case in cases:
        try:
            codec.attempt(case)
        except Exception as error:  # noqa: BLE001 - a parser's undocumented error of any kind is what is looked for
            found.append(f"{codec.name}: {type(error).__name__}: {str(error)[:200]} | bytes.fromhex({case.hex()!r})")
    return found
