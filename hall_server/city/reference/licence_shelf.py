"""The electronic licences of the made-up persons: good ones, one that has run out, one with another name, and gaps.

Nobody bears these names, and no number is one: there is no region 999999. Knows no use codes and no HTTP.
"""

from __future__ import annotations

from typing import NamedTuple

from hall_server.city.reference.persons import PERSONS
from hall_server.contract.city.licences import LicenceState

COMPANY = "demo-company-00000001A"  # whom zhou comes for, with MANDATE
MANDATE = "demo-mandate-1"
_FOR_EVER, _YEARS = "", "2046-05-31"


class Held(NamedTuple):
    """One licence on the shelf."""

    type: str
    fields: dict[str, str]
    issuer: str = "演示市公安局"
    state: LicenceState = LicenceState.VALID
    valid_until: str = _YEARS


def _person(who: str, name: str, birth: str, sex: str) -> dict[str, str]:
    number = f"999999{birth.replace('-', '')}{PERSONS[who].number_tail}"
    return {
        "name": name,
        "id_number": number,
        "sex": sex,
        "ethnic_group": "汉",
        "birth_date": birth,
        "address": "演示省演示市木棉区样板路 1 号",
    }


def _card(number: str, **more: str) -> dict[str, str]:
    return {"card_number": number, **more}


def _part(of: dict[str, str], *names: str, **more: str) -> dict[str, str]:
    return {**{name: of[name] for name in names}, **more}


_CHEN = _person("chen", "陈样明", "1986-04-12", "男")
_GUO = _person("chen-guo", "陈样国", "1948-02-03", "男")
_YU = _person("chen-yu", "陈样", "2010-09-01", "女")
_ZHOU = _person("zhou", "周样", "1990-11-20", "女")
_HOME = "演示省演示市木棉区样板路 1 号"

SHELF: dict[str, tuple[Held, ...]] = {
    PERSONS["chen"].subject: (
        Held("居民身份证", _CHEN),
        Held("社会保障卡", _part(_CHEN, "name", "id_number", **_card("D00000001")), "演示市人社局"),
        Held("医保电子凭证", _part(_CHEN, "name", "id_number", insured_place="演示市"), "演示市医保局"),
        Held("户口簿", _part(_CHEN, "name", "id_number", household_address=_HOME, relation="户主")),
        Held("居住证", _part(_CHEN, "name", "id_number", residence_address=_HOME), state=LicenceState.EXPIRED),
        # filed under chen, in another spelling: what a hall must notice
        Held("结婚证", {"name": "陈样铭", "spouse_name": "林样", "card_number": "J00000001"}, "演示市民政局"),
    ),
    PERSONS["chen-guo"].subject: (
        Held("居民身份证", _GUO, valid_until=_FOR_EVER),
        Held("社会保障卡", _part(_GUO, "name", "id_number", **_card("D00000002")), "演示市人社局"),
        Held("残疾人证", _part(_GUO, "name", "id_number", disability_grade="三级", **_card("C00000001")), "演示市残联"),
    ),
    PERSONS["chen-yu"].subject: (
        Held("户口簿", _part(_YU, "name", "id_number", household_address=_HOME, relation="女儿")),
    ),
    PERSONS["zhou"].subject: (Held("居民身份证", _ZHOU),),
    COMPANY: (
        Held(
            "营业执照",
            {
                "organisation": "演示市样板贸易有限公司",
                "credit_code": "91999999MA00000000",
                "legal_person": "吴样",
                "business_scope": "批发业",
            },
            "演示市市场监管局",
        ),
        Held(
            "食品经营许可证",
            {"organisation": "演示市样板贸易有限公司", "card_number": "JY00000001"},
            "演示市市场监管局",
        ),
    ),
}
BY_NUMBER = {
    one.fields["id_number"]: handle for handle, held in SHELF.items() for one in held if "id_number" in one.fields
}
# What the city holds a service item to need, where it knows better than the question (`Way.FUNCTION`).
NEEDED: dict[str, tuple[str, ...]] = {"i13": ("医保电子凭证", "居住证"), "i17": ("居民身份证", "户口簿", "结婚证")}
MANDATES = {MANDATE: (PERSONS["zhou"].subject, COMPANY)}
