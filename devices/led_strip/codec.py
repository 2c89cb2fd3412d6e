"""Words of the strip <-> values, and any text -> what a GB2312 character generator knows. Sans-IO.

The line is that of `transports/box_frames.py`; the words are ours, because vendors differ and publish little. A site's
own strip is another file like this one.

    ASK    54 SHOW   EFFECT (0 static, 1 scroll, 2 blink), BRIGHTNESS (1 to 8), SPEED (1 to 5), text in GB2312 (EUC-CN)
    ASK    43 CLEAR
    STATUS           LAMP (0 ok, 1 fading, 2 inop), SHOWING (0 or 1)
"""

from __future__ import annotations

import unicodedata

from devices.values.lamp import Lamp
from devices.values.led_strip import StripEffect, StripText

SHOW, CLEAR = 0x54, 0x43
LONGEST_BYTES = 200
BRIGHTEST, FASTEST = 8, 5
REPLACEMENT = "□"  # in GB2312, and seen by everybody as "a character is missing here"

_EFFECTS = (StripEffect.STATIC, StripEffect.SCROLL, StripEffect.BLINK)
_LAMPS = (Lamp.OK, Lamp.FADING, Lamp.INOP)
_ALIKE = {"〇": "零", "¥": "￥", "–": "-", "—": "-", "·": "·", "\u2022": "·", "\u00a0": " ", "\u3000": " "}
_HEAD = 3


def encode_text(text: str) -> tuple[bytes, int]:
    """(GB2312 bytes, how many characters stand as □). Control characters and line ends become one blank each.

    A character that GB2312 lacks is shown as what it is compatible with (NFKC: "①" is there, "㊣" becomes "正"), or as
    one that means the same (〇 → 零), else as □. Never raises.
    """
    found, replaced = bytearray(), 0
    for character in text:
        known = _known(character)
        replaced += known is None
        found += (known or REPLACEMENT).encode("gb2312")
    return bytes(found), replaced


def encode_show(text: StripText, *, columns: int) -> tuple[bytes, int]:
    """(arguments of SHOW, replaced characters). Raises ValueError for a text or a figure that no strip can take."""
    said, replaced = encode_text(text.text)
    if len(said) > LONGEST_BYTES:
        raise ValueError("text_too_long")
    if not (1 <= text.brightness <= BRIGHTEST and 1 <= text.speed <= FASTEST):
        raise ValueError("figure_out_of_range")
    wide = text.effect is StripEffect.STATIC and len(said) > columns
    effect = StripEffect.SCROLL if wide else text.effect
    return bytes((_EFFECTS.index(effect), text.brightness, text.speed)) + said, replaced


def decode_show(arguments: bytes) -> StripText | None:
    """What SHOW is to show; None for arguments that say nothing."""
    if len(arguments) < _HEAD or len(arguments) > _HEAD + LONGEST_BYTES:
        return None
    effect, brightness, speed = arguments[:_HEAD]
    if effect >= len(_EFFECTS) or not 1 <= brightness <= BRIGHTEST or not 1 <= speed <= FASTEST:
        return None
    try:
        text = arguments[_HEAD:].decode("gb2312")
    except UnicodeDecodeError:
        return None
    return StripText(text, _EFFECTS[effect], brightness, speed)


def encode_state(lamp: Lamp, *, showing: bool) -> bytes:
    """What STATUS answers."""
    return bytes((_LAMPS.index(lamp), showing))


def decode_state(said: bytes) -> tuple[Lamp, bool]:
    """(lamp, showing) of STATUS; what is missing or unknown is UNKNOWN and False."""
    lamp = _LAMPS[said[0]] if said and said[0] < len(_LAMPS) else Lamp.UNKNOWN
    return lamp, said[1:2] == b"\1"


def _known(character: str) -> str | None:
    """`character`, or what stands for it, if the character generator has it."""
    if unicodedata.category(character).startswith("C"):
        return " "
    for candidate in (character, _ALIKE.get(character, ""), unicodedata.normalize("NFKC", character)):
        if candidate and _fits(candidate):
            return candidate
    return None


def _fits(text: str) -> bool:
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return text.isprintable()
