"""在线验码: what a city's verifier must do with codes that only it can read, and what a hall makes of one that fails.

Over the reference city, or over another one: KAPOK_CITY_CODES=https://…. Another city has no made-up services: only
what needs no good code is asked of it then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hall_server.city.codes import CityCodes
from hall_server.city.errors import CityAwayError
from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.codes.trust_list import TrustListError, read_trust_list
from hall_server.contract.online_codes import GoodCode, HolderKind, NoGoodCode, VerifyCode
from tests.contracts.city.asked_ports import Platform, shared

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def served(request: pytest.FixtureRequest) -> Platform:
    return shared("codes", request)


@pytest.fixture
def codes(served: Platform) -> Iterator[CityCodes]:
    line = served.line()
    yield CityCodes(line)
    line.close()


@pytest.fixture
def reference(served: Platform) -> Iterator[Platform]:
    if served.city is None:
        pytest.skip("made-up services and faults are the reference city's")
    yield served
    served.faults()


def shown(reference: Platform, service: str, person: str = "chen") -> VerifyCode:
    assert reference.city is not None
    answer = reference.city.ask("POST", "/codes/online", json={"service": service, "person": person})
    assert answer.status_code == 201, answer.text
    return VerifyCode(service, answer.json()["code"])


@pytest.mark.parametrize("service", ["residence_code", "city_code"])
def test_a_good_code_names_a_handle_once(reference: Platform, codes: CityCodes, service: str) -> None:
    code = shown(reference, service)
    first = codes.verify(code)
    assert isinstance(first, GoodCode)
    assert (first.kind, first.level, first.name_mask) == (HolderKind.PERSON, 2, "陈*明")
    assert codes.verify(code) == NoGoodCode(Refusal.ALREADY_USED)


def test_a_business_licence_names_the_organisation_and_who_acts_for_it(reference: Platform, codes: CityCodes) -> None:
    answer = codes.verify(shown(reference, "business_licence", "zhou"))
    assert isinstance(answer, GoodCode)
    assert (answer.kind, answer.agent) == (HolderKind.ORGANISATION, "demo-person-000000004A")
    assert answer.organisation
    assert answer.organisation not in repr(answer)


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (VerifyCode("residence_code", "https://gdrk.gdga.gd.gov.cn/"), Refusal.NOT_WELL_FORMED),
        (VerifyCode("residence_code", "https://gdrk.gdga.gd.gov.cn/demo/chen/1/ab/00"), Refusal.BAD_SIGNATURE),
        (VerifyCode("residence_code", "\N{SNOWMAN}" * 900), Refusal.NOT_WELL_FORMED),
        (VerifyCode("somebody_s", "x"), Refusal.UNKNOWN_ISSUER),
    ],
)
def test_a_code_that_is_no_good_has_its_reason(
    reference: Platform, codes: CityCodes, code: VerifyCode, why: Refusal
) -> None:
    assert codes.verify(code) == NoGoodCode(why)


def test_a_code_of_one_service_is_none_of_the_other(reference: Platform, codes: CityCodes) -> None:
    code = shown(reference, "residence_code")
    assert codes.verify(VerifyCode("business_licence", code.code)) == NoGoodCode(Refusal.NOT_WELL_FORMED)


def test_any_city_judges_rubbish_without_an_error(codes: CityCodes) -> None:
    assert isinstance(codes.verify(VerifyCode("residence_code", "rubbish")), NoGoodCode)


def test_the_trust_list_and_its_signature_lie_where_halls_look(reference: Platform, codes: CityCodes) -> None:
    assert reference.city is not None
    data, signature = codes.trust_list()
    assert read_trust_list(data, signature, [reference.city.root()]).serial >= 1


@pytest.mark.parametrize(("fault", "why"), [({"down": True}, "busy"), ({"wrong": True}, "nonsense")])
def test_a_city_with_a_fault_is_away_and_a_code_is_good_afterwards(
    reference: Platform, codes: CityCodes, fault: dict[str, object], why: str
) -> None:
    code = shown(reference, "residence_code")
    reference.faults(**fault)
    with pytest.raises(CityAwayError, match=why):
        codes.verify(code)
    reference.faults()
    assert isinstance(codes.verify(code), GoodCode)


def test_a_list_of_a_wrong_city_is_not_taken(reference: Platform, codes: CityCodes) -> None:
    assert reference.city is not None
    root = reference.city.root()
    reference.faults(wrong=True)
    with pytest.raises(TrustListError):
        read_trust_list(*codes.trust_list(), [root])


def test_a_slow_city_costs_the_line_s_own_time_and_no_more(reference: Platform) -> None:
    reference.faults(slow_s=30)
    line = reference.line(0.2)
    with pytest.raises(CityAwayError, match="too_slow"):
        CityCodes(line).verify(VerifyCode("residence_code", "x"))
    line.close()
