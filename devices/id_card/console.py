"""The words with which a person at a keyboard (or a script) moves the emulated card reader. Knows no terminal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from devices.id_card.emulator import Fault
from devices.id_card.identity import FOREVER, gb11643_check_digit, number_is_sound
from devices.values.id_card import CardKind, IdCard

if TYPE_CHECKING:
    from devices.id_card.emulator import IdCardReaderEmulator

WORDS = f"""lay NAME NUMBER [until=YYYYMMDD|{FOREVER}] [newest=ADDRESS]
                               lay a made-up resident's card; 17 digits get their check digit
unreadable                     lay a card that cannot be read
lift                           take it away
fault NAME [TIMES]             spoil the next answers: {", ".join(Fault)}
heal                           no more faults
unplug, plug                   the cable"""

_SEVENTEEN = 17
_LONGEST = 40  # words in a line that still is a command


def made_up_card(name: str, number: str, until: str = FOREVER, newest: str = "") -> IdCard:
    """A resident with this name and number; birth and sex follow from the number. Raises ValueError."""
    if len(number) == _SEVENTEEN:
        number += gb11643_check_digit(number)
    if not number_is_sound(number):
        message = "the number's check digit is wrong; give 17 digits to have it computed"
        raise ValueError(message)
    return IdCard(
        CardKind.RESIDENT,
        number=number,
        name=name,
        sex="1" if int(number[16]) % 2 else "2",
        ethnicity="汉",
        birth=_day(number[6:14]),
        address="某某市某某区某某路1号",
        newest_address=newest,
        issuer="某某市公安局",
        valid_from=date(2020, 1, 1),
        valid_until=None if until == FOREVER else _day(until),
        valid_forever=until == FOREVER,
    )


async def obey(reader: IdCardReaderEmulator, line: str) -> str:
    """Do what one line says; returns what was done. Raises ValueError with words for the person who typed it."""
    verb, *words = line.split()[:_LONGEST] or [""]
    if verb == "lay":
        reader.lay(_card_of(words))
    elif verb == "fault":
        _spoil(reader, words)
    elif verb in {"unplug", "plug"}:
        await (reader.stop() if verb == "unplug" else reader.start())
    else:
        plain = {"lift": reader.lift, "unreadable": reader.lay_unreadable, "heal": reader.heal}.get(verb)
        if plain is None:
            message = f"no such word; there are:\n{WORDS}"
            raise ValueError(message)
        plain()
    return f"{verb}: done"


def _card_of(words: list[str]) -> IdCard:
    options = {"until": FOREVER, "newest": ""}
    while words and words[-1].partition("=")[0] in options:
        key, _, value = words.pop().partition("=")
        options[key] = value
    if len(words) < 2:  # noqa: PLR2004 -- a name, which may have spaces, and a number
        message = "lay NAME NUMBER"
        raise ValueError(message)
    return made_up_card(" ".join(words[:-1]), words[-1], **options)


def _spoil(reader: IdCardReaderEmulator, words: list[str]) -> None:
    fault = next((fault for fault in Fault if words and fault == words[0]), None)
    times = words[1] if len(words) > 1 else "1"
    if fault is None or not (times.isascii() and times.isdigit()):
        message = f"fault NAME [TIMES]; NAME is one of: {', '.join(Fault)}"
        raise ValueError(message)
    reader.fail(fault, times=int(times))


def _day(digits: str) -> date:
    try:
        return date.fromisoformat(digits)
    except ValueError as error:
        message = f"{digits} is no day; YYYYMMDD"
        raise ValueError(message) from error
