"""Made-up numbers and lines with right check digits, by another way than the product's: nobody's, and no real ones."""

from __future__ import annotations

from datetime import date
from itertools import cycle

DAY = date(2026, 10, 16)
_ICAO = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_GB32100 = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def id_number(area: str = "440106", birth: str = "19900101", sequence: str = "001") -> str:
    body = area + birth + sequence
    return body + "10X98765432"[sum(int(digit) * 2 ** (17 - at) for at, digit in enumerate(body)) % 11]


def code(body: str = "91440106MA59XXXX0") -> str:
    total = sum(_GB32100.index(character) * 3**at for at, character in enumerate(body))
    return body + _GB32100[(31 - total % 31) % 31]


def check(field: str) -> str:
    total = sum(max(_ICAO.find(character), 0) * weight for character, weight in zip(field, cycle((7, 3, 1))))
    return str(total % 10)


def with_check(field: str) -> str:
    return field + check(field)


def td3(
    number: str = "E00000000",
    birth: str = "900101",
    expiry: str = "310203",
    *,
    head: str = "P<CHN",
    names: str = "SAMPLE<<PERSON",
    personal: str = "",
) -> list[str]:
    first = (head + names).ljust(44, "<")
    numbers = with_check(number.ljust(9, "<"))
    born, ends, own = with_check(birth), with_check(expiry), with_check(personal.ljust(14, "<"))
    return [first, numbers + head[2:5] + born + "F" + ends + own + check(numbers + born + ends + own)]


def td1(
    number: str = "H01234567",
    birth: str = "900101",
    expiry: str = "310203",
    *,
    head: str = "CRCHN",
    names: str = "SAMPLE<<PERSON",
    more: str = "",
    rest: str = "",
) -> list[str]:
    if len(number) > 9:
        first = head + number[:9] + "<" + (with_check(number)[9:] + "<" + more).ljust(15, "<")
    else:
        first = head + with_check(number.ljust(9, "<")) + more.ljust(15, "<")
    born, ends, rest = with_check(birth), with_check(expiry), rest.ljust(11, "<")
    return [
        first,
        born + "F" + ends + "CHN" + rest + check(first[5:] + born + ends + rest),
        names.ljust(30, "<"),
    ]


def td2(
    number: str = "D00000000", birth: str = "900101", expiry: str = "310203", *, head: str = "P<UTO", rest: str = ""
) -> list[str]:
    born, ends = with_check(birth), with_check(expiry)
    if len(number) > 9:
        numbers, rest = number[:9] + "<", with_check(number)[9:] + "<" + rest
    else:
        numbers = with_check(number.ljust(9, "<"))
    tail = rest.ljust(7, "<")
    second = numbers + head[2:5] + born + "F" + ends + tail + check(numbers + born + ends + tail)
    return [(head + "SAMPLE<<PERSON").ljust(36, "<"), second]


def chinese_card(number: str = "C01234567", birth: str = "900101", expiry: str = "310203", code: str = "CS") -> str:
    numbers, born, ends = with_check(number), with_check(birth), with_check(expiry)
    return f"{code}{numbers}<{ends}<{born}<{check(numbers + ends + born)}"
