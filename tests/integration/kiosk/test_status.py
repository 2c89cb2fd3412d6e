"""`kapok kiosk status`: what a technician sees of a store that is in use, left behind, or none at all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hall_server.contract.messages import TakeTicket
from hall_server.contract.vocabulary import PrintAnswer
from kapok import main
from kiosk.local_store import LocalStore
from kiosk.local_store.facts import Quarantine
from kiosk.local_store.status import status
from kiosk.runner.standby import Standby
from tests.integration.kiosk.machines import SECOND, Bench
from tests.integration.kiosk.stand_in import CATALOGUE, hall_now

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "ab" * 16


@pytest.fixture
def bench() -> Bench:
    return Bench()


def left_behind(path: Path, bench: Bench) -> LocalStore:
    store = LocalStore(path, bench.machine())
    standby = Standby(store)
    standby.keep(standby.heard(hall_now(n=7), 0.0, 0.0))
    standby.keep_catalogue(CATALOGUE)
    store.begin_life("one")
    store.facts.keep_emergency_letter("K")
    number = standby.give("id-1", TakeTicket(item="i05"))
    store.answer(number.id, PrintAnswer.PAPER)
    return store


def test_a_store_in_use_is_looked_at_and_not_touched(tmp_path: Path, bench: Bench) -> None:
    bench.times.wall_us = 3 * SECOND + 1  # the hall's clock stands at 1
    store = left_behind(tmp_path / "kiosk.db", bench)
    bench.passes(90)
    seen = status(tmp_path / "kiosk.db", bench.machine())
    assert (seen.running, seen.incarnation, seen.seen_n, seen.last_contact_s) == (True, "one", 7, 90)
    assert (seen.clock_off_s, seen.clock_right) == (3.0, True)
    assert (seen.outbox_pending, seen.outbox_highest, seen.emergency_letter) == (1, 1, "K")
    store.close()
    assert not status(tmp_path / "kiosk.db", bench.machine()).running


def test_nothing_is_known_of_the_last_contact_after_a_boot(tmp_path: Path, bench: Bench) -> None:
    left_behind(tmp_path / "kiosk.db", bench).close()
    seen = status(tmp_path / "kiosk.db", bench.rebooted().machine())
    assert (seen.last_contact_s, seen.clock_right, seen.leases) == (None, None, {})


@pytest.mark.parametrize("words", [[], ["--json"]])
def test_the_command_says_when_a_technician_is_needed(tmp_path: Path, bench: Bench, words: list[str]) -> None:
    store = left_behind(tmp_path / "kiosk.db", bench)
    asked = ["kiosk", "status", "--store", str(tmp_path / "kiosk.db"), *words]
    well = CliRunner().invoke(main, asked)
    store.facts.quarantine(Quarantine("lease_fenced", "one", "boot-1", 0))
    ill = CliRunner().invoke(main, asked)
    store.close()
    assert (well.exit_code, ill.exit_code) == (0, 1)
    assert "lease_fenced" in ill.output
    if words:
        assert json.loads(ill.output)["quarantine"] == "lease_fenced"


@pytest.mark.parametrize("content", [b"", b"no database at all" * 99])
def test_what_is_no_store_is_said_in_one_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "kiosk.db").write_bytes(content)
    result = CliRunner().invoke(main, ["kiosk", "status", "--store", str(tmp_path / "kiosk.db")])
    assert result.exit_code == 1
    assert result.output.startswith("Error: kiosk.db")
    assert len(result.output.splitlines()) == 1
