"""The reference city's licences: use codes run out, are bounded, and the shelf is what the docs say of it."""

from __future__ import annotations

import itertools

import pytest

from hall_server.city.reference.licence_desk import LIFE_US, MOST, LicenceDesk
from hall_server.city.reference.licence_shelf import BY_NUMBER, SHELF
from hall_server.city.reference.persons import PERSONS
from hall_server.city.reference.problems import CityError
from hall_server.contract.city.licence_types import FIELDS
from hall_server.contract.city.licences import (
    Holder,
    LicenceState,
    Purpose,
    Use,
    UseCode,
    UseCodeWanted,
    UseReason,
    Way,
)

PURPOSE = Purpose(item="i01", business="b", place="K1", reason=UseReason.PRECHECK)
CARD = "居民身份证"


class Time:
    at = 0

    def __call__(self) -> int:
        return self.at


def desk(time: Time) -> LicenceDesk:
    names = itertools.count()
    return LicenceDesk(time, lambda: f"n{next(names)}")


def code_of(one: LicenceDesk) -> UseCode:
    holder = Holder(handle=PERSONS["chen"].subject)
    return one.use_code(UseCodeWanted(purpose=PURPOSE, way=Way.HOLDER, holder=holder, types=(CARD,)))


def test_a_use_code_runs_out_to_the_microsecond() -> None:
    time = Time()
    city = desk(time)
    code = code_of(city)
    assert code.expires_at == LIFE_US
    time.at = LIFE_US - 1
    assert city.find(Use(purpose=PURPOSE, code=code.code)).licences
    time.at = LIFE_US
    with pytest.raises(CityError, match="use_code_unknown"):
        city.find(Use(purpose=PURPOSE, code=code.code))


def test_the_oldest_use_code_goes_when_there_are_too_many() -> None:
    city = desk(Time())
    first, second = code_of(city), code_of(city)
    for _ in range(MOST - 1):
        code_of(city)
    with pytest.raises(CityError, match="use_code_unknown"):
        city.find(Use(purpose=PURPOSE, code=first.code))
    assert city.find(Use(purpose=PURPOSE, code=second.code)).licences


def test_a_question_for_nothing_is_refused() -> None:
    with pytest.raises(CityError, match="bad_request"):
        desk(Time()).use_code(
            UseCodeWanted(purpose=PURPOSE, way=Way.HOLDER, holder=Holder(handle=PERSONS["chen"].subject))
        )


def test_the_shelf_has_a_good_one_one_that_ran_out_another_name_and_gaps() -> None:
    chen = {one.type: one for one in SHELF[PERSONS["chen"].subject]}
    assert chen["居住证"].state is LicenceState.EXPIRED
    assert chen["结婚证"].fields["name"] != chen[CARD].fields["name"]
    assert "不动产权证" not in chen
    assert CARD not in {one.type for one in SHELF[PERSONS["chen-yu"].subject]}
    assert all(set(one.fields) <= set(FIELDS[one.type]) for held in SHELF.values() for one in held)


def test_every_number_is_of_a_region_that_there_is_not_and_its_mask_is_the_person_s() -> None:
    assert all(number.startswith("999999") for number in BY_NUMBER)
    for person in PERSONS.values():
        names = {one.fields["name"] for one in SHELF[person.subject] if one.type in {CARD, "户口簿"}}
        (name,) = names
        assert person.name_mask == (f"{name[0]}*{name[-1]}" if len(name) > 2 else f"{name[0]}*")
