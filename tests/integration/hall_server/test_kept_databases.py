"""Every database that a released program left behind comes up to these tables, proves its history and goes on."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from hall_server.contract.messages import CompleteTicket
from hall_server.contract.vocabulary import TicketState
from hall_server.store.backup import BackupError, back_up, restore
from hall_server.store.migrate import migrate, newest_revision, revision, strangeness
from hall_server.store.postgres.reader import PostgresReader
from hall_server.store.sqlite_store import FILE_NAME, SqliteReader
from hall_server.store.verify import verify
from tests.integration.hall_server.made import MadeHall, clerk, fresh
from tests.unit.hall_server.halls import NOON, SITE, HandClock

GOLDEN = Path(__file__).parents[2] / "golden" / "hall_server"
KEPT = sorted(GOLDEN.glob("v[0-9]*.sql"))
STATES = {
    "v0001": {"waiting", "void", "completed", "no_show", "serving", "called", "unconfirmed", "reserved"},
}


@pytest.fixture(params=KEPT, ids=lambda path: path.stem)
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Path]:
    path = tmp_path / FILE_NAME
    db = sqlite3.connect(path)
    db.executescript(request.param.read_text(encoding="utf-8"))
    db.close()
    return request.param.stem, path


def test_a_kept_database_holds_every_state_that_its_program_knew(kept: tuple[str, Path]) -> None:
    name, path = kept
    db = sqlite3.connect(path)
    states = {row[0] for row in db.execute("SELECT state FROM ticket")}
    db.close()
    assert states == STATES[name]
    assert (revision(path), strangeness(path)) == (name.removeprefix("v"), "")


def test_a_kept_database_comes_up_to_these_tables_with_its_history_whole(kept: tuple[str, Path]) -> None:
    name, path = kept
    assert migrate(path) == (name.removeprefix("v"), newest_revision())
    assert strangeness(path) == ""
    reader = SqliteReader(path, SITE.id)
    report = verify(reader, SITE.id)
    assert (report.events, report.findings) == (reader.head(), [])
    assert {ticket.state.value for ticket in reader.tickets()} == STATES[name]
    assert reader.tickets()[0].visitor is not None
    reader.close()


def test_a_kept_hall_goes_on_giving_numbers_and_calling(kept: tuple[str, Path]) -> None:
    _, path = kept
    migrate(path)
    made = MadeHall(path.parent, HandClock(NOON + 1_800 * 1_000_000))
    before = {ticket.label for ticket in made.reader.tickets()}
    assert made.waiting().label not in before
    at_hand, who = made.hall.at_counter(1), clerk(1)
    assert at_hand is not None
    made.hall.serve(who, fresh(), at_hand.id).result()
    made.hall.complete(who, fresh(), at_hand.id, CompleteTicket()).result()
    assert made.call(who).label in before
    made.tick()
    gone = next(ticket for ticket in made.reader.tickets() if ticket.state is TicketState.NO_SHOW)
    assert gone.no_shows == 1
    made.close()


def test_a_kept_hall_moves_to_postgresql_by_backup(kept: tuple[str, Path], tmp_path: Path, database: str) -> None:
    name, path = kept
    secret = tmp_path / "moved" / "pseudonym.key"
    made = back_up(path, SITE.id, tmp_path / "no.key", tmp_path / "old.zip", NOON)
    assert (made.revision, made.hall) == (name.removeprefix("v"), SITE.id)
    assert restore(tmp_path / "old.zip", database, secret, "a-new-life", NOON).n == made.n
    reader = PostgresReader(database, SITE.id)
    assert verify(reader, SITE.id).findings == []
    assert {ticket.state.value for ticket in reader.tickets()} == STATES[name]
    assert reader.incarnations()[-1].id == "a-new-life"
    reader.close()
    with pytest.raises(BackupError, match="already"):
        restore(tmp_path / "old.zip", database, secret, "another", NOON)
