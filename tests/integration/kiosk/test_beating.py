"""报平安: clock and paper are told as they are, and a fault that is played is neither told nor restarted (CL-E14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from devices.receipt_printer.roll import PRINTED, SLIP
from hall_server.contract.fleet import Orders
from hall_server.contract.fleet_deeds import Deed
from kiosk.hall_client.fleet import Heard
from kiosk.local_store import LocalStore
from kiosk.session.drilling import Drill, DrillKind
from kiosk.session.state import Page, Session
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES
from tests.integration.kiosk.machines import Bench
from tests.integration.kiosk.test_version_wish import Kiosk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    store = LocalStore(tmp_path / "kiosk.db", Bench().machine())
    made = Kiosk(tmp_path, store)
    yield made
    made.journal.shutdown()
    store.close()


def test_how_far_the_clock_is_off_is_told_with_the_next_heartbeat(kiosk: Kiosk) -> None:
    kiosk.hall.heard = Heard(Orders("K1", 1), every_s=0, clock_off_s=-75)
    kiosk.beats(2)
    assert [beat.clock_off_s for beat in kiosk.hall.beats[:2]] == [0, -75]


def test_paper_is_known_from_the_first_slip_on_where_the_roll_s_length_is(kiosk: Kiosk) -> None:
    kiosk.beating.paper = {PRINTED: 1_000.0, SLIP: 100.0}
    assert kiosk.beating.now().paper_left is None
    kiosk.beating.roll_m = 50.0
    assert kiosk.beating.now().paper_left == 490


def test_cl_e14_a_drill_is_not_ended_by_a_restart(kiosk: Kiosk) -> None:
    home, stopped = kiosk.session, []
    kiosk.beating.stop = lambda: stopped.append(True)
    kiosk.session = replace(home, drill=Drill(DrillKind.PAPER_OUT, replace(home, paused=True)))
    kiosk.hall.heard = Heard(Orders("K1", 1, deeds=(Deed("1", "restart"),)), every_s=0)
    kiosk.beats(3)
    assert kiosk.hall.beats[1].done == ("1",)
    assert kiosk.hall.beats[1].paused  # what is true behind it
    assert not stopped
    kiosk.beating.look(kiosk.session)
    assert not stopped
    kiosk.beating.look(Session(page=Page.SERVICES))
    assert not stopped
    kiosk.beating.look(home)
    assert stopped


def test_a_machine_that_staff_have_paused_begins_again_as_well(kiosk: Kiosk) -> None:
    stopped = []
    kiosk.beating.stop = lambda: stopped.append(True)
    kiosk.beating.restart()
    kiosk.beating.look(EXAMPLES["staff_paused"])
    assert not stopped
    kiosk.beating.look(replace(kiosk.session, page=Page.OUT_OF_SERVICE, paused=True))
    assert stopped
