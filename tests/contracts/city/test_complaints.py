"""投诉与 12345 (CL-F7, CL-F15): a complaint has its number at once and is told once; work orders are answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hall_server.city.news import news
from hall_server.contract.city.complaints import OrderState
from hall_server.contract.city.ports import PortName
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.voices import AnswerOrder, Complain
from tests.contracts.city.telling_faults import arrived, prove
from tests.contracts.city.telling_halls import FAULTS, Telling, platform_of, telling
from tests.integration.hall_server.made import KIOSK, clerk, fresh

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.integration.hall_server.city_served import ServedCity

PORT = PortName.COMPLAINTS


@pytest.fixture
def hall(reference_city: ServedCity, tmp_path: Path) -> Iterator[Telling]:
    with telling(PORT, tmp_path, platform_of(reference_city, PORT)) as one:
        fetch(one)  # what other halls were told is no news here
        one.carry_all()
        yield one


def complain(hall: Telling, key: str = "", category: str = "wait", words: str = "等了两个小时") -> str:
    order = Complain(category=category, words=words)
    return hall.made.hall.voices.complain(KIOSK, key or fresh(), order).result().number


def new_order(hall: Telling, number: str, words: str = "请核实") -> None:
    order = {"category": "wait", "words": words, "at": 5, "due_at": 9}
    hall.ask("POST", "/hotline/orders", json={"number": number, "order": order})


def fetch(hall: Telling) -> int:
    changed, voices = 0, hall.made.hall.voices
    while True:
        after = voices.cursor
        page = news(hall.line, after)
        changed += voices.take_in(page, after).result()
        if page.next == after:
            return changed


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_the_city_does_a_complaint_has_its_number_and_is_told_once(hall: Telling, fault: str) -> None:
    numbers: list[str] = []
    before = arrived(hall)

    def happen(hall: Telling) -> None:
        key = fresh()
        numbers.extend([complain(hall, key), complain(hall, key), complain(hall)])

    assert prove(hall, fault, happen) == before + 2
    assert numbers[0] == numbers[1] != numbers[2]


def test_no_number_of_a_person_or_a_telephone_is_kept_or_told(hall: Telling) -> None:
    complain(hall, words="我叫不便说，身份证 440101 1990 0101 0018，电话 138-0013-8000，排了 120 分钟")
    hall.carry_all()
    told = hall.heard("complaint")[-1]["words"]
    assert (told.count("（号码略）"), "120 分钟" in told, "0018" in told, "8000" in told) == (2, True, False, False)
    assert b"13800138000" not in hall.made.path.read_bytes()


def test_a_category_that_there_is_not_is_refused(hall: Telling) -> None:
    with pytest.raises(HallProblem) as refused:
        complain(hall, category="nothing")
    assert refused.value.code is ProblemCode.BAD_REQUEST


def test_a_work_order_is_taken_in_once_and_answered(hall: Telling) -> None:
    number = f"WO-{fresh()[:8]}"
    new_order(hall, number)
    hall.there.faults(duplicate=True, out_of_order=True)
    assert fetch(hall) == 1
    fetch(hall)
    hall.there.faults()
    (order,) = [one for one in hall.made.hall.voices.orders().orders if one.number == number]
    assert (order.words, order.due_at, order.state) == ("请核实", 9, OrderState.RECEIVED)
    answer = AnswerOrder(state=OrderState.ANSWERED, words="已经加开窗口")
    hall.made.clock.forward(1)
    hall.made.hall.voices.answer(clerk(1), fresh(), number, answer).result()
    hall.carry_all()
    told = [one for one in hall.heard("answered") if one["order"] == number]
    assert [one["state"] for one in told] == ["received", "answered"]
    (order,) = [one for one in hall.made.hall.voices.orders().orders if one.number == number]
    assert order.state is OrderState.ANSWERED


def test_a_later_version_of_a_work_order_counts_and_an_older_one_changes_nothing(hall: Telling) -> None:
    number = f"WO-{fresh()[:8]}"
    new_order(hall, number)
    fetch(hall)
    new_order(hall, number, "请尽快核实")
    assert fetch(hall) == 1
    (order,) = [one for one in hall.made.hall.voices.orders().orders if one.number == number]
    assert (order.words, order.version) == ("请尽快核实", 2)


def test_an_order_that_there_is_not_is_not_answered(hall: Telling) -> None:
    with pytest.raises(HallProblem) as refused:
        hall.made.hall.voices.answer(clerk(1), fresh(), "WO-none", AnswerOrder(state=OrderState.NOT_OURS)).result()
    assert refused.value.code is ProblemCode.NOT_FOUND
