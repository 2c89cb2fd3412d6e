"""Numbers of mobile telephones 手机号 that visitors leave: 内地、香港、澳门、台湾 (CL-C16, CL-G6). Pure.

What a region's numbers begin with says whether a message can reach them; whether somebody has the number nobody asks.
The forms are those of the regions' public numbering plans.
"""

from __future__ import annotations

import re
from enum import StrEnum

E164 = r"\+(86[0-9]{11}|85[23][0-9]{8}|886[0-9]{9})"
SHOWN_END, HIDDEN = 4, 4


class PhoneRegion(StrEnum):
    """Where a number was given, by its country code. Permanent."""

    MAINLAND = "86"  # 内地
    HONG_KONG = "852"  # 香港
    MACAU = "853"  # 澳门
    TAIWAN = "886"  # 台湾


LENGTH = {PhoneRegion.MAINLAND: 11, PhoneRegion.HONG_KONG: 8, PhoneRegion.MACAU: 8, PhoneRegion.TAIWAN: 10}
_BEGINS = {
    PhoneRegion.MAINLAND: r"1([3-9][0-9]*)?",
    PhoneRegion.HONG_KONG: r"[4-9][0-9]*",
    PhoneRegion.MACAU: r"6[0-9]*",
    PhoneRegion.TAIWAN: r"0(9[0-9]*)?",  # as people say it; the 0 is not dialled from elsewhere
}
_GROUPS = {11: (3, 4, 4), 8: (4, 4), 10: (4, 3, 3)}


def may_begin(region: PhoneRegion, digits: str) -> bool:
    """Whether a mobile number of this region can begin so; nothing typed yet can."""
    return not digits or re.fullmatch(_BEGINS[region], digits) is not None


def whole(region: PhoneRegion, digits: str) -> bool:
    """Whether these digits are a mobile number of this region."""
    return len(digits) == LENGTH[region] and may_begin(region, digits)


def e164(region: PhoneRegion, digits: str) -> str:
    """+8613800138000, as messages are sent to it. `digits`: whole, as people say them."""
    return f"+{region}{digits.removeprefix('0') if region is PhoneRegion.TAIWAN else digits}"


def phone_groups(region: PhoneRegion, digits: str) -> str:
    """As people read it, also while it grows: 138 0013 8000."""
    parts, at = [], 0
    for length in _GROUPS[LENGTH[region]]:
        parts.append(digits[at : at + length])
        at += length
    return " ".join(part for part in parts if part)


def phone_mask(number: str) -> str:
    """What may be shown of a number in E.164: 138****5678; ****7788 of a short one."""
    found = re.fullmatch(r"\+(86|852|853|886)([0-9]+)", number)
    digits = found[2] if found else number
    return digits[: -SHOWN_END - HIDDEN] + "*" * HIDDEN + digits[-SHOWN_END:]
