"""一人一档, 一企一档: what every city's file must be. KAPOK_CITY_PROFILE=https://… for one with our made-up persons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hall_server.city.errors import CityAwayError, CityRefusedError
from hall_server.city.profile import CityProfile
from hall_server.contract.city.licences import Holder
from hall_server.contract.city.profile import ProfileKind, ProfileWanted
from tests.contracts.city.asked_ports import Platform, shared

if TYPE_CHECKING:
    from collections.abc import Iterator

CHEN, COMPANY = Holder(handle="demo-person-000000001A"), Holder(handle="demo-company-00000001A")


@pytest.fixture(scope="module")
def served(request: pytest.FixtureRequest) -> Platform:
    return shared("profile", request)


@pytest.fixture
def profile(served: Platform) -> Iterator[CityProfile]:
    line = served.line()
    yield CityProfile(line)
    line.close()


@pytest.fixture
def faulty(served: Platform) -> Iterator[Platform]:
    if served.city is None:
        pytest.skip("faults are the reference city's")
    yield served
    served.faults()


def wanted(holder: Holder = CHEN, *, cards: bool = False) -> ProfileWanted:
    return ProfileWanted(holder=holder, consent=True, place="K1", cards=cards)


def test_cl_g9_a_person_and_a_company_have_a_file_whose_repr_tells_nothing(profile: CityProfile) -> None:
    person, company = profile.read(wanted()), profile.read(wanted(COMPANY))
    assert (person.kind, company.kind) == (ProfileKind.PERSON, ProfileKind.ORGANISATION)
    assert person.sections
    values = [row.value for section in person.sections for row in section.rows]
    assert not [one for one in values if one in repr(person)]


def test_cl_h20_cards_come_only_when_they_were_asked_for(profile: CityProfile) -> None:
    assert profile.read(wanted()).cards == ()
    assert profile.read(wanted(cards=True)).cards


def test_without_consent_there_is_no_question_and_a_city_refuses_one(served: Platform) -> None:
    with pytest.raises(ValueError, match="consent"):
        ProfileWanted(holder=CHEN, consent=False, place="K1")
    if served.city is not None:
        body = {"holder": {"handle": CHEN.handle}, "consent": False, "place": "K1"}
        assert served.city.ask("POST", "/profile/read", json=body).status_code == 400


def test_somebody_whom_the_city_does_not_know_is_refused(profile: CityProfile) -> None:
    with pytest.raises(CityRefusedError, match="person_unknown"):
        profile.read(wanted(Holder(handle="nobody")))


@pytest.mark.parametrize(("fault", "why"), [({"down": True}, "busy"), ({"wrong": True}, "nonsense")])
def test_a_city_with_a_fault_is_away(
    faulty: Platform, profile: CityProfile, fault: dict[str, object], why: str
) -> None:
    faulty.faults(**fault)
    with pytest.raises(CityAwayError, match=why):
        profile.read(wanted())
    faulty.faults()
    assert profile.read(wanted()).sections


def test_a_slow_city_costs_the_line_s_own_time_and_no_more(faulty: Platform) -> None:
    faulty.faults(slow_s=30)
    line = faulty.line(0.2)
    with pytest.raises(CityAwayError, match="too_slow"):
        CityProfile(line).read(wanted())
    line.close()
