"""Ten made-up people. Numbers are valid by GB 11643 (area, birth date, check digit) and belong to nobody we know."""

from __future__ import annotations

from dataclasses import dataclass

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"


def id_number(area: str, birth: str, order: str) -> str:
    """18 characters: area (6 digits) + birth (YYYYMMDD) + order (3 digits) + check digit (GB 11643)."""
    body = area + birth + order
    return body + _CHECK[sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True)) % 11]


@dataclass(frozen=True)
class Person:
    name: str
    number: str
    item: str  # id of what they came for, in config/sites/demo.toml


PEOPLE = (
    Person("陈大明", id_number("440199", "19880312", "021"), "i05"),
    Person("欧阳小满", id_number("440199", "19950605", "046"), "i01"),
    Person("王小𪚥", id_number("440199", "19791123", "213"), "i13"),  # 𪚥: outside GBK and outside the BMP
    Person("罗晓慧", id_number("440199", "20010919", "088"), "i23"),
    Person("何桂芳", id_number("440199", "19520101", "364"), "i15"),  # over 65: priority comes by itself
    Person("周建国", id_number("440199", "19680830", "155"), "i05"),
    Person("阿依古丽", id_number("440199", "19930214", "282"), "i15"),
    Person("司徒文", id_number("440199", "19850717", "197"), "i23"),
    Person("林清", id_number("440199", "20060428", "109"), "i05"),
    Person("黄志强", id_number("440199", "19751205", "331"), "i13"),
)
