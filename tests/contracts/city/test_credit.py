"""信用信息: one question, yes or no, and nothing of it stays. KAPOK_CITY_CREDIT=https://… for another city."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import pytest

from hall_server.city.credit import CityCredit
from hall_server.city.errors import CityAwayError, CityRefusedError
from hall_server.contract.city.credit import CreditAnswer, MayDefer
from hall_server.contract.city.licences import Holder
from hall_server.domain.city.credit import deferral
from tests.contracts.city.asked_ports import Platform, platform

if TYPE_CHECKING:
    from collections.abc import Iterator

CHEN, ZHOU = Holder(number="999999198604120018"), Holder(handle="demo-person-000000004A")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Platform]:
    with platform("credit", tmp_path_factory.mktemp("city")) as found:
        yield found


@pytest.fixture
def credit(served: Platform) -> Iterator[CityCredit]:
    line = served.line()
    yield CityCredit(line)
    line.close()


def asked(holder: Holder = CHEN, **more: Any) -> MayDefer:
    return MayDefer(
        **{
            "item": "i12",
            "business": "one-visit",
            "place": "counter-4",
            "staff": "1003",
            "holder": holder,
            "materials": ("m_bank",),
            **more,
        }
    )


def test_a_question_is_answered_yes_or_no(credit: CityCredit) -> None:
    assert credit.may_defer(asked(CHEN)) is True
    assert credit.may_defer(asked(ZHOU)) is False


def test_a_question_of_nobody_or_about_a_stranger_or_nothing_is_refused(credit: CityCredit) -> None:
    with pytest.raises(CityRefusedError, match="holder_unknown"):
        credit.may_defer(asked(Holder(handle="stranger")))
    for lacking in ({"staff": ""}, {"item": ""}, {"materials": ()}):
        with pytest.raises(CityRefusedError, match="bad_request"):
            credit.may_defer(asked(**lacking))


def test_only_a_no_of_the_city_stops_anything() -> None:
    assert [deferral(answer) for answer in (True, None, False)] == [True, True, False]


def test_nothing_of_the_person_or_the_answer_is_logged(credit: CityCredit, caplog) -> None:
    with caplog.at_level(logging.INFO, "kapok.credit"):
        credit.may_defer(asked(CHEN))
        credit.may_defer(asked(ZHOU))
    lines = [line.replace("one-visit", "") for line in caplog.messages]
    assert lines[0] == lines[1]  # yes and no read alike
    assert CHEN.number not in caplog.text + repr(asked(CHEN))
    assert repr(CreditAnswer(may=True)) == repr(CreditAnswer(may=False))


def test_a_slow_or_absent_or_wrong_city_says_nothing(served: Platform) -> None:
    if served.city is None:
        pytest.skip("faults are the reference city's")
    for faults, why in (({"slow_s": 30}, "too_slow"), ({"down": True}, "busy"), ({"wrong": True}, "nonsense")):
        served.faults(**faults)
        line = served.line(timeout_s=0.3)
        with pytest.raises(CityAwayError, match=why):
            CityCredit(line).may_defer(asked())
        line.close()
    served.faults()
