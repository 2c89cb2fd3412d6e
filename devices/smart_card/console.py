"""The words with which a person at a keyboard (or a script) moves the emulated reader. Knows no terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from devices.smart_card.card import Manner, made_up
from devices.smart_card.emulator import Fault

if TYPE_CHECKING:
    from collections.abc import Sequence
    from enum import StrEnum

    from devices.smart_card.emulator import SmartCardEmulator
    from devices.values.smart_card import SocialSecurityCard

WordT = TypeVar("WordT", bound="StrEnum")

WORDS = f"""insert NAME SOCIAL-NUMBER      put in a made-up social-security card
pull                           take it out
behave [MANNER …]              what the cards do differently: {", ".join(Manner)}
fault NAME [TIMES] [AFTER]     spoil answers, the first AFTER good ones apart: {", ".join(Fault)}
heal                           no more faults; what was held back is given
kill, revive                   the PC/SC daemon dies, and a new one takes its place
freeze, thaw                   the daemon stands still, and goes on
unplug, plug                   the reader and its daemon"""

_LONGEST = 40  # words in a line that still is a command


async def obey(reader: SmartCardEmulator, line: str) -> str:
    """Do what one line says; returns what was done. Raises ValueError with words for the person who typed it."""
    verb, *words = line.split()[:_LONGEST] or [""]
    plain = {
        "pull": reader.pull,
        "kill": reader.kill,
        "revive": reader.revive,
        "freeze": reader.daemon.freeze,
        "thaw": reader.daemon.thaw,
        "unplug": reader.unplug,
        "plug": reader.plug,
    }.get(verb)
    if plain is not None:
        await plain()
    elif verb == "insert":
        await reader.insert(_holder(words))
    elif verb == "behave":
        reader.behave(*(_one_of(Manner, word) for word in words))
    elif verb == "fault":
        _spoil(reader, words)
    elif verb == "heal":
        reader.heal()
    else:
        message = f"no such word; there are:\n{WORDS}"
        raise ValueError(message)
    return f"{verb}: done"


def _holder(words: list[str]) -> SocialSecurityCard:
    if len(words) < 2:  # noqa: PLR2004 -- a name, which may have spaces, and a number
        message = "insert NAME SOCIAL-NUMBER"
        raise ValueError(message)
    try:
        return made_up(" ".join(words[:-1]), words[-1])
    except ValueError as error:
        message = "the number is 18 characters with a day of birth at 7 to 14, the name at most 30 bytes of GB 18030"
        raise ValueError(message) from error


def _spoil(reader: SmartCardEmulator, words: Sequence[str]) -> None:
    name, times, after, *_ = [*words, "", "", ""]
    if not all(count in {"", "0"} or (count.isascii() and count.isdigit()) for count in (times, after)):
        message = "fault NAME [TIMES] [AFTER]"
        raise ValueError(message)
    reader.fail(_one_of(Fault, name), times=int(times or 1), after=int(after or 0))


def _one_of(words: type[WordT], word: str) -> WordT:
    found = next((one for one in words if one == word), None)
    if found is None:
        message = f"{word!r} is none of: {', '.join(words)}"
        raise ValueError(message)
    return found
