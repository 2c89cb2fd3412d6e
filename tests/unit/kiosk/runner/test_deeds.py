"""What the hall sends a kiosk to do: once each, told back, and refused with a code when it cannot be (CL-E14)."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from config.pushed import PushedSettings, load_kiosk_as_pushed
from devices.id_card.simulator import SimulatedCardReader
from hall_server.contract.fleet import Heartbeat, Orders
from hall_server.contract.fleet_deeds import PARCEL_MOST, Deed, DeedRefusal, ParcelTaken
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.hall_client.fleet import FleetVerbs
from kiosk.local_store import LocalStore
from kiosk.runner.boxes import Boxes
from kiosk.runner.deeds import Deeds
from kiosk.session.drilling import Drill, DrillKind
from kiosk.session.state import Page, Session
from kiosk.values import replace
from tests.integration.kiosk.fleet_bench import box_watch
from tests.integration.kiosk.machines import Bench

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BOOT = "5e0c1a3b-7d44-4f0e-9a61-2c1f0b8d7e90"
FILE = '[kiosk]\nid = "K1"\nname = "1 号机"\nserver = "http://127.0.0.1:8080"\n'
NOW = 1_792_030_920_000_000


class Hall(FleetVerbs):
    """Keeps what is handed over, or fails as it is told."""

    def __init__(self) -> None:
        self.parcels: dict[str, bytes] = {}
        self.fails: Exception | None = None

    def hand_over(self, deed: str, body: bytes) -> ParcelTaken:
        if self.fails is not None:
            raise self.fails
        self.parcels[deed] = body
        return ParcelTaken(deed, len(body))


class Kiosk:
    """With a card reader, a file of its own and a store; nobody stands there."""

    def __init__(self, folder: Path) -> None:
        self.hall, self.session = Hall(), Session(page=Page.HOME)
        self.file = folder / "kiosk.toml"
        self.file.write_text(FILE, encoding="utf-8")
        self.store, self.journal = LocalStore(folder / "kiosk.db", Bench().machine()), ThreadPoolExecutor(1)
        self.shots: list[bytes | None] = []
        self.begin()

    def begin(self) -> None:
        """The program begins, anew."""
        self.boxes = box_watch(Boxes(card_reader=SimulatedCardReader()))
        self.deeds = Deeds(
            *(self.hall, self.store, self.journal, self.boxes, lambda: self.session),
            pushed=PushedSettings(self.file, self.file.parent, "K1"),
            log=lambda: "one line\n",
            shot=lambda: self.shots.pop(0),
        )
        asyncio.run(self.deeds.restore())

    def sent(self, *deeds: Deed) -> dict[str, str]:
        """What is told of these, in the next heartbeat."""
        asyncio.run(self.deeds.obey(Orders("K1", NOW, deeds=deeds)))
        return {**dict.fromkeys(self.deeds.done, ""), **{one.id: one.code for one in self.deeds.refused}}

    def heard(self) -> None:
        """The hall has heard what is told."""
        self.deeds.told(Heartbeat("6.2", BOOT, done=self.deeds.done, refused=self.deeds.refused))


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    made = Kiosk(tmp_path)
    yield made
    made.journal.shutdown()
    made.store.close()


def off(deed: str = "1", service: str = "id_card", act: str = "service_off") -> Deed:
    return Deed(deed, act, service=service)


def test_cl_e14_a_box_is_taken_out_of_use_stays_so_after_a_start_and_comes_back(kiosk: Kiosk) -> None:
    assert kiosk.sent(off()) == {"1": ""}
    assert kiosk.boxes.off == {"id_card"}
    kiosk.begin()
    assert kiosk.boxes.off == {"id_card"}
    assert kiosk.sent(off("2", act="service_on")) == {"2": ""}
    assert not kiosk.boxes.off


@pytest.mark.parametrize(
    ("deed", "code"),
    [
        (Deed("1", "dance"), DeedRefusal.UNKNOWN),
        (Deed("1", "restart", until=NOW - 1), DeedRefusal.LATE),
        (off(service="page_printer"), DeedRefusal.NO_SERVICE),
        (off(service="speaker"), DeedRefusal.NO_SERVICE),
        (Deed("1", "settings"), DeedRefusal.SETTINGS_WRONG),
        (Deed("1", "settings", settings={"kiosk.server": "http://elsewhere"}), DeedRefusal.SETTINGS_WRONG),
        (Deed("1", "settings", settings={"kiosk.idle_s": 1}), DeedRefusal.SETTINGS_WRONG),
        (Deed("1", "settings_back"), DeedRefusal.NOTHING_BEFORE),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_code_and_changes_nothing(
    kiosk: Kiosk, deed: Deed, code: DeedRefusal
) -> None:
    before = load_kiosk_as_pushed(kiosk.file)
    assert kiosk.sent(deed) == {"1": code}
    kiosk.heard()
    assert load_kiosk_as_pushed(kiosk.file) == before
    assert not kiosk.boxes.off
    assert not kiosk.deeds.restarts


def test_an_order_that_comes_again_is_done_once_also_after_a_start_and_told_again(kiosk: Kiosk) -> None:
    first = Deed("7", "settings", settings={"kiosk.idle_s": 45})
    assert kiosk.sent(first, first) == {"7": ""}
    assert kiosk.sent(Deed("8", "settings_back")) == {"7": "", "8": ""}
    kiosk.begin()
    assert kiosk.sent(first, Deed("8", "settings_back")) == {"7": "", "8": ""}
    assert load_kiosk_as_pushed(kiosk.file).kiosk.idle_s == 60


def test_settings_and_a_restart_end_the_program_only_after_the_hall_has_heard_of_it(kiosk: Kiosk) -> None:
    for deed in (Deed("1", "restart"), Deed("2", "settings", settings={"kiosk.idle_s": 45})):
        kiosk.sent(deed)
        assert not kiosk.deeds.restarts
        kiosk.heard()
        assert kiosk.deeds.restarts
        kiosk.deeds.restarts = False
    kiosk.heard()
    assert not kiosk.deeds.restarts


def test_the_log_is_handed_over_before_it_is_told_and_again_when_the_hall_fell_silent(kiosk: Kiosk) -> None:
    kiosk.hall.fails = HallSilentError("gone")
    assert kiosk.sent(Deed("1", "logs")) == {}
    kiosk.hall.fails = None
    assert kiosk.sent(Deed("1", "logs")) == {"1": ""}
    assert kiosk.hall.parcels == {"1": b"one line\n"}


def test_what_the_hall_does_not_take_is_told_and_not_tried_for_ever(kiosk: Kiosk) -> None:
    kiosk.hall.fails = HallRefusedError("not_found")
    assert kiosk.sent(Deed("1", "logs")) == {"1": DeedRefusal.NOT_TAKEN}


@pytest.mark.parametrize(
    "session",
    [
        Session(page=Page.SERVICES),
        Session(page=Page.HOME, drill=Drill(DrillKind.PAPER_OUT, Session(page=Page.HOME))),
    ],
)
def test_cl_e14_a_picture_waits_until_nobody_stands_there_and_no_fault_is_played(
    kiosk: Kiosk, session: Session
) -> None:
    kiosk.session, kiosk.shots = session, [b"never taken"]
    assert kiosk.sent(Deed("1", "screenshot")) == {}
    kiosk.session, kiosk.shots = replace(session, page=Page.HOME, drill=None), [None, b"\xff\xd8\xff picture"]
    assert kiosk.sent(Deed("1", "screenshot")) == {}  # somebody came just then
    assert kiosk.sent(Deed("1", "screenshot")) == {"1": ""}
    assert kiosk.hall.parcels == {"1": b"\xff\xd8\xff picture"}


def test_a_picture_that_is_too_large_or_of_no_screen_is_refused(kiosk: Kiosk) -> None:
    kiosk.shots = [bytes(PARCEL_MOST + 1)]
    assert kiosk.sent(Deed("1", "screenshot")) == {"1": DeedRefusal.NOT_TAKEN}
    kiosk.deeds.shot = None
    assert kiosk.sent(Deed("2", "screenshot"))["2"] == DeedRefusal.NO_SCREEN


def test_what_a_technician_set_on_the_glass_is_told_until_the_hall_speaks_of_it(kiosk: Kiosk) -> None:
    assert kiosk.deeds.set_here() == {}
    assert kiosk.deeds.pushed is not None
    kiosk.deeds.pushed.set_here({"kiosk.idle_s": 45, "speech.volume": 5})
    assert kiosk.deeds.set_here() == {"kiosk.idle_s": 45, "speech.volume": 5}
    assert kiosk.sent(Deed("1", "settings", settings={"kiosk.idle_s": 30})) == {"1": ""}
    assert kiosk.deeds.set_here() == {"speech.volume": 5}
    assert load_kiosk_as_pushed(kiosk.file).kiosk.idle_s == 30
