"""告警: each cause opens one alert, which closes by itself when the cause has gone for a while (CL-E14)."""

from __future__ import annotations

import msgspec
import pytest

from hall_server.contract.fleet import BoxHealth, FleetAct, FleetRecord, Heartbeat
from hall_server.domain.alerts import CALM_US, Alert, AlertBook, AlertKind, Cause, Looked, causes

BOOT = "5e0c1a3b-7d44-4f0e-9a61-2c1f0b8d7e90"
WELL = Heartbeat("6.2", BOOT, (BoxHealth("id_card", ready=True),), 390, 20_000)
BROKEN = (BoxHealth("id_card", ready=False, reason="device_lost"),)
SILENT: Cause = ("K1", AlertKind.SILENT)
PAPER: Cause = ("K1", AlertKind.PAPER)


@pytest.mark.parametrize(
    ("change", "kinds"),
    [
        ({}, set()),
        ({"update_failed": "6.3"}, {AlertKind.UPDATE_FAILED}),
        ({"boxes": BROKEN}, {AlertKind.BOX}),
        ({"boxes": BROKEN, "off": ("id_card",)}, set()),  # somebody took it out of use: they know
        ({"paper_left": 29}, {AlertKind.PAPER}),
        ({"paper_left": 30}, set()),
        ({"paper_left": None, "disk_free_mb": None}, set()),
        ({"disk_free_mb": 499}, {AlertKind.DISK}),
        ({"clock_off_s": -61}, {AlertKind.CLOCK}),
    ],
)
def test_each_cause_is_found(change: dict[str, object], kinds: set[AlertKind]) -> None:
    found = causes({"K1": Looked(msgspec.structs.replace(WELL, **change), silent=False)}, paper_under=30)
    assert found == {("K1", kind) for kind in kinds}


def test_a_silent_or_copied_kiosk_is_one_alert_and_its_last_words_are_not_judged_again() -> None:
    empty = msgspec.structs.replace(WELL, paper_left=0)
    assert causes({"K1": Looked(empty, silent=True)}, 50) == {SILENT}
    assert causes({"K1": Looked(None, silent=True, copied=True)}, 50) == {("K1", AlertKind.COPIED)}


def keep(book: AlertBook, alerts: list[Alert]) -> list[tuple[str, bool]]:
    """As the book of records has it: kind, and whether it opened."""
    for one in alerts:
        act = FleetAct.ALERT_CLOSED if one.closed_at else FleetAct.ALERT_OPENED
        book.take_in(one.kiosk, FleetRecord(act, reason=one.kind.value), one.closed_at or one.opened_at)
    return [(one.kind.value, not one.closed_at) for one in alerts]


def test_it_opens_once_and_closes_when_the_cause_has_gone_for_a_minute() -> None:
    book = AlertBook()
    assert keep(book, book.judge({PAPER}, 1)) == [("paper", True)]
    assert keep(book, book.judge({PAPER}, 2)) == []
    assert keep(book, book.judge(set(), 3)) == []
    assert keep(book, book.judge({PAPER}, 4)) == []  # it flickered
    assert keep(book, book.judge(set(), 5)) == []
    assert keep(book, book.judge(set(), 5 + CALM_US)) == [("paper", False)]
    assert book.standing() == []


def test_silence_ends_with_the_first_word_and_nothing_else_ends_while_nothing_is_heard() -> None:
    book = AlertBook()
    keep(book, book.judge({PAPER}, 1))
    keep(book, book.judge({SILENT}, 2, unheard={"K1"}))
    assert keep(book, book.judge({SILENT}, 2 + 2 * CALM_US, unheard={"K1"})) == []
    assert keep(book, book.judge(set(), 3 + 2 * CALM_US, unheard={"K1"})) == []  # the hall has closed
    assert [one.kind for one in book.standing()] == [AlertKind.SILENT, AlertKind.PAPER]
    assert keep(book, book.judge({PAPER}, 4 + 2 * CALM_US)) == [("silent", False)]


def test_a_restart_reads_them_again_and_a_newer_program_s_kind_is_left_alone() -> None:
    book = AlertBook()
    for reason in ("paper", "paper", "of_tomorrow"):
        book.take_in("K1", FleetRecord(FleetAct.ALERT_OPENED, reason=reason), 7)
    assert book.standing() == [Alert("K1", AlertKind.PAPER, 7)]
