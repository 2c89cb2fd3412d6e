"""CL-E13, C11 What this kiosk can do: greyed with the reason and with another place, never hidden."""

from __future__ import annotations

from hall_server.contract.guides import ServiceView
from hall_server.contract.identity.assurance import Assurance
from hall_server.contract.item_words import Hardware, Network, Payment, PlaceKind
from kiosk.guides.manifest import Machine, Reason, for_item, function, functions
from tests.unit.kiosk.guides.demo import CATALOGUE, ITEMS, SERVICES

ALL = Machine("K2", tuple(Hardware), Network.CITY, tuple(Payment))
PROOF = SERVICES["proof_social"]


def without(*boxes: Hardware) -> Machine:
    return Machine("K1", [one for one in Hardware if one not in boxes], Network.CITY)


def test_a_kiosk_with_everything_can_do_everything() -> None:
    assert all(one.usable for one in functions(CATALOGUE, ALL))
    assert len(functions(CATALOGUE, ALL)) == len(SERVICES)


def test_without_a_page_printer_prints_are_greyed_and_the_nearest_one_is_named() -> None:
    """CL-E13 本机暂无打印机，最近的在…."""
    greyed = function(PROOF, without(Hardware.PAGE_PRINTER))
    assert (greyed.reason, greyed.lacking) == (Reason.NO_HARDWARE, (Hardware.PAGE_PRINTER,))
    assert greyed.nearest is not None
    assert (greyed.nearest.kind, greyed.nearest.id, greyed.nearest.where) == (PlaceKind.KIOSK, "K2", "二楼 A 区")


def test_no_kiosk_sends_anybody_to_itself() -> None:
    greyed = function(PROOF, Machine("K2", (), Network.CITY))
    assert greyed.nearest is not None
    assert (greyed.nearest.kind, greyed.nearest.id) == (PlaceKind.COUNTER, "E")


def test_without_the_city_what_needs_it_waits_and_the_rest_goes_on() -> None:
    there = {one.service.id: one for one in functions(CATALOGUE, Machine("K2", tuple(Hardware), Network.HALL))}
    assert there["proof_social"].reason is Reason.NO_LINK
    assert there["progress"].usable
    alone = {one.service.id: one for one in functions(CATALOGUE, Machine("K2", tuple(Hardware)))}
    assert alone["progress"].reason is Reason.NO_LINK
    assert alone["guide_print"].usable


def test_what_costs_money_needs_a_way_to_pay() -> None:
    paid = ServiceView("copy", "复印", network=Network.NONE, payment=Payment.CODE)
    assert function(paid, Machine("K1")).reason is Reason.NO_PAYMENT
    assert function(paid, Machine("K1", payments=(Payment.CODE,))).usable


def test_who_is_not_known_well_enough_is_asked_and_nothing_is_greyed() -> None:
    assert function(PROOF, ALL).sign_in is Assurance.L3
    assert function(PROOF, ALL, Assurance.L2).sign_in is Assurance.L3
    assert function(PROOF, ALL, Assurance.L3).sign_in is None
    assert function(PROOF, ALL).usable


def test_an_item_has_its_self_service_or_a_counter_only() -> None:
    found = for_item(CATALOGUE, ITEMS["i07"], ALL)
    assert found is not None
    assert found.service.id == "proof_social"
    assert for_item(CATALOGUE, ITEMS["i01"], ALL) is None
