"""The words with which a person at a keyboard (or a script) moves the emulated rating pad. Knows no terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.transports import box_words
from devices.values.rating_pad import Grade

if TYPE_CHECKING:
    from devices.rating_pad.emulator import RatingPadEmulator

WORDS = f"""press GRADE                    press a key: {", ".join(Grade)}
lit                            whether the pad invites
{box_words.WORDS}"""


async def obey(pad: RatingPadEmulator, line: str) -> str:
    """Do what one line says; returns what was done. Raises ValueError with words for the person who typed it."""
    verb, *rest = line.split()[:3] or [""]
    if verb == "lit":
        return f"lit: {'yes' if pad.inviting else 'no'}, pressed without invitation: {pad.stray}"
    if verb != "press":
        return await box_words.obey(pad, line, WORDS)
    grade = next((grade for grade in Grade if rest and grade == rest[0]), None)
    if grade is None:
        raise ValueError(f"press GRADE; GRADE is one of: {', '.join(Grade)}")
    await pad.press(grade)
    return f"press {grade}: done"
