"""Whether an application is whole, as far as a hall can see, and what the receipt says."""

from __future__ import annotations

import pytest

from hall_server.contract.applications import HandInApplication
from hall_server.contract.catalogue import ItemView, StepView
from hall_server.contract.city.applications import (
    PART_MAX,
    ApplicationTaken,
    MaterialGiven,
    PartTold,
)
from hall_server.contract.city.progress import CaseState
from hall_server.contract.item_words import ResultWay
from hall_server.contract.problems import HallProblem
from hall_server.contract.visits import MaterialNeed
from hall_server.domain.city.applications import Judged, judged, receipt_of

CARD = "居民身份证"
NEEDS = (
    MaterialNeed("m_id", "身份证", tolerable=False, licence=CARD),
    MaterialNeed("m_form", "申请表", tolerable=False),
    MaterialNeed("m_photo", "照片", tolerable=True),
)
ID = "1c2f7a90-5f0e-4c39-9d3b-2f6d8a4e7b11"


def told(*parts: int, size: int = 100) -> tuple[PartTold, ...]:
    return tuple(PartTold(part=part, size=size, sha256="0" * 64) for part in parts)


def order(*materials: MaterialGiven, parts: tuple[PartTold, ...] = told(0, 1, 2)) -> HandInApplication:
    return HandInApplication(visit=ID, item="i1", parts=parts, materials=materials)


def scanned(material: str, *parts: int) -> MaterialGiven:
    return MaterialGiven(material=material, parts=parts)


BY_LICENCE = MaterialGiven(material="m_id", licence=CARD)


def test_what_is_scanned_or_held_is_there_and_what_may_come_later_is_named() -> None:
    assert judged(NEEDS, {"m_id"}, order(BY_LICENCE, scanned("m_form", 1, 2))) == (("身份证",), ("照片",))
    assert judged(NEEDS, set(), order(scanned("m_id", 1), scanned("m_form", 2), scanned("m_photo", 1))) == ((), ())


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ((), "m_id,m_form"),
        ((scanned("m_id", 1),), "m_form"),
        ((scanned("m_id", 1), scanned("m_form")), "m_form"),
        ((BY_LICENCE, scanned("m_form", 1)), "m_id"),  # the hall has found no such licence
    ],
    ids=["nothing", "no_form", "no_pages", "licence_not_found"],
)
def test_what_is_missing_is_told_by_id(given: tuple[MaterialGiven, ...], missing: str) -> None:
    with pytest.raises(HallProblem, match="materials_missing") as caught:
        judged(NEEDS, set(), order(*given))
    assert caught.value.detail == missing


def test_a_licence_of_another_kind_stands_for_nothing() -> None:
    with pytest.raises(HallProblem, match="materials_missing"):
        judged(NEEDS, {"m_id"}, order(MaterialGiven(material="m_id", licence="居住证"), scanned("m_form", 1)))


@pytest.mark.parametrize(
    "bad",
    [
        order(scanned("nothing", 1)),
        order(scanned("m_form", 1), scanned("m_form", 2)),
        order(scanned("m_form", 9)),
        order(scanned("m_form", 0)),
        order(parts=told(1, 2)),
        order(parts=told(0, 1, 1)),
        order(parts=told(0, 1, 2, size=PART_MAX)),
    ],
    ids=["unknown", "twice", "no_page", "the_form", "no_form", "part_twice", "too_much"],
)
def test_what_makes_no_sense_is_a_bad_request(bad: HandInApplication) -> None:
    with pytest.raises(HallProblem, match="bad_request"):
        judged(NEEDS, set(), bad)


def test_a_receipt_has_the_city_s_number_and_the_catalogue_s_promises() -> None:
    steps = (StepView("现场勘验", "10"),)
    item = ItemView("i1", "居住证", "户口", "A", promise_days=15, special_steps=steps)
    taken = ApplicationTaken(application=ID, number="20260102-1", state=CaseState.RECEIVED, at=7, accepting="受理大厅")
    receipt = receipt_of(item, order(scanned("m_form", 1)), taken, Judged(("身份证",), ("照片",)), "12345")
    assert (receipt.number, receipt.state, receipt.promise_days, receipt.special_steps) == (
        "20260102-1",
        CaseState.RECEIVED,
        15,
        steps,
    )
    assert (receipt.pages, receipt.by_licence, receipt.later) == (2, ("身份证",), ("照片",))
    assert receipt.contact == "12345"
    assert receipt.delivery is ResultWay.COUNTER
