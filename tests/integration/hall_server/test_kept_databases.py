"""Every database that a released program left behind comes up to these tables, proves its history and goes on."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import psycopg
import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from hall_server.contract.bookings import BookingState, CancelBooking
from hall_server.contract.messages import CompleteTicket, TakeTicket
from hall_server.contract.offline import AskLease, OfflineTake, Outbox
from hall_server.contract.vocabulary import Origin, TicketState
from hall_server.domain.items.catalogue import Catalogue
from hall_server.domain.items.offering import offering
from hall_server.domain.ticket import SECOND
from hall_server.store import migrations
from hall_server.store.backup import BackupError, back_up, restore
from hall_server.store.migrate import migrate, newest_revision, revision, strangeness
from hall_server.store.postgres.reader import PostgresReader
from hall_server.store.sqlite_store import FILE_NAME, SqliteReader
from hall_server.store.verify import verify
from tests.integration.hall_server.made import KIOSK, MadeHall, clerk, fresh
from tests.keep_database import BOOT, GOLDEN, HARDWARE, OTHER, VISITOR, dump, keep, kept_site, offline
from tests.unit.hall_server.halls import NOON, SITE, HandClock

KEPT = sorted(GOLDEN.glob("v[0-9]*.sql"))
SCRIPTS = Path(migrations.__file__ or "").parent
FIRST_STATES = {"waiting", "void", "completed", "no_show", "serving", "called", "unconfirmed", "reserved"}
STATES = FIRST_STATES | {"held", "cancelled", "expired"}
BOOKING_STATES = {"booked", "pending", "checked_in", "cancelled", "missed"}
OFFLINE, BOOKINGS, CATALOGUE = 4, 5, 6  # the revisions that brought them

RENAMED = {"void_reason": "end_reason"}  # by 0002

Rows = dict[str, list[dict[str, Any]]]


class Kept(NamedTuple):
    """A kept database, as it was left."""

    revision: str
    path: Path

    @property
    def number(self) -> int:
        return int(self.revision)

    @property
    def states(self) -> set[str]:
        return FIRST_STATES if self.number == 1 else STATES


@pytest.fixture(params=KEPT, ids=lambda path: path.stem)
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Kept:
    path = tmp_path / FILE_NAME
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.executescript(request.param.read_text(encoding="utf-8"))
    return Kept(request.param.stem.removeprefix("v"), path)


def since(first: int) -> pytest.MarkDecorator:
    """Those that were left behind at this revision or a later one."""
    there = [path for path in KEPT if int(path.stem[1:]) >= first]
    return pytest.mark.parametrize("kept", there, ids=[path.stem for path in there], indirect=True)


def rows_of(path: Path) -> Rows:
    """Everything in a file but where its tables stand."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.row_factory = sqlite3.Row
        names = [row["name"] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {name: [dict(row) for row in db.execute(f"SELECT * FROM {name}")] for name in names}
    return {name: in_order(rows) for name, rows in found.items() if name != "alembic_version"}


def in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: repr(sorted(row.items())))


def opened(kept: Kept) -> MadeHall:
    """The hall goes on a minute after its last event, with this program's tables."""
    migrate(kept.path)
    at = max(row["at"] for row in rows_of(kept.path)["ticket_event"])
    return MadeHall(kept.path.parent, HandClock(at + 60 * SECOND), kept_site() if kept.number >= BOOKINGS else SITE)


def bookings(made: MadeHall) -> dict[str, str]:
    """The id of a booking in each state."""
    found = [one for name in (VISITOR, OTHER) for one in made.reader.bookings_of(name.pseudonym, 0)]
    return {one.state.value: one.id for one in found}


def test_every_revision_has_a_kept_database() -> None:
    """When this fails: `python -m tests.keep_database`, and add the file."""
    steps = {path.name[:5] for path in (SCRIPTS / "versions").glob("v[0-9]*.py")}
    assert f"v{newest_revision()}" in steps
    assert {path.stem for path in KEPT} == steps


def test_the_database_that_is_kept_at_a_release_is_the_same_each_time_and_has_everything(tmp_path: Path) -> None:
    path, again = (keep(Path(tempfile.mkdtemp(dir=tmp_path))) for _ in range(2))
    assert dump(path) == dump(again)
    assert [name for name, found in rows_of(path).items() if not found] == []
    assert {row["state"] for row in rows_of(path)["ticket"]} == {one.value for one in TicketState}
    assert {row["state"] for row in rows_of(path)["booking"]} == {one.value for one in BookingState}
    assert str(tmp_path) not in dump(path)


def test_a_kept_database_holds_every_state_that_its_program_knew(kept: Kept) -> None:
    rows = rows_of(kept.path)
    assert {row["state"] for row in rows["ticket"]} == kept.states
    assert {row["state"] for row in rows.get("booking", [])} == (BOOKING_STATES if kept.number >= BOOKINGS else set())
    assert [name for name, found in rows.items() if not found and name != "booked_run"] == []
    assert (revision(kept.path), strangeness(kept.path)) == (kept.revision, "")


def test_a_kept_database_comes_up_to_these_tables_with_its_history_whole(kept: Kept) -> None:
    before = rows_of(kept.path)
    assert migrate(kept.path) == (kept.revision, newest_revision())
    assert strangeness(kept.path) == ""
    reader = SqliteReader(kept.path, SITE.id)
    report = verify(reader, SITE.id)
    assert (report.events, report.findings) == (reader.head(), [])
    assert {ticket.state.value for ticket in reader.tickets()} == kept.states
    assert reader.tickets()[0].visitor is not None
    reader.close()
    for name, now in rows_of(kept.path).items():
        old = before.get(name, [])
        same = [{word: row[RENAMED.get(word, word)] for word in (old or [{}])[0]} for row in now]
        assert in_order(same) == old or not old


def test_a_kept_hall_goes_on_giving_numbers_and_calling(kept: Kept) -> None:
    made = opened(kept)
    before = {ticket.label for ticket in made.reader.tickets() if ticket.business_day == made.hall.today()}
    assert made.waiting().label not in before
    at_hand, who = made.hall.at_counter(1), clerk(1)
    assert at_hand is not None
    made.hall.serve(who, fresh(), at_hand.id).result()
    made.hall.complete(who, fresh(), at_hand.id, CompleteTicket()).result()
    assert made.call(who).label in before
    made.tick()
    gone = next(ticket for ticket in made.reader.tickets() if ticket.state is TicketState.NO_SHOW)
    assert gone.no_shows == 1
    assert made.hall.bring_back(who, fresh(), gone.id).result().state is TicketState.WAITING
    made.close()


def test_what_a_kept_hall_answered_it_answers_again(kept: Kept) -> None:
    made = opened(kept)
    reserved = next(one for one in made.reader.tickets() if one.state is TicketState.RESERVED and not one.booking)
    head = made.reader.head()
    again = made.hall.take_ticket(KIOSK, reserved.id, TakeTicket(reserved.item)).result()
    assert (again.id, again.label, again.n) == (reserved.id, reserved.label, reserved.n)
    assert made.reader.head() == head
    made.close()


@since(OFFLINE)
def test_a_kept_kiosk_goes_on_where_its_outbox_and_its_lease_stand(kept: Kept) -> None:
    made = opened(kept)
    hall = made.hall
    first, last, epoch = (rows_of(kept.path)["lease"][0][word] for word in ("first", "last", "epoch"))
    order = AskLease(KIOSK.id, BOOT, HARDWARE, hall.incarnation, hall.n, "A", "R")
    granted = hall.kiosks.lease(KIOSK, fresh(), order).result()
    assert (granted.acked, granted.epoch, granted.first) == (5, epoch, last + 1)
    assert (granted.emergency_letter, granted.emergency_next) == ("R", 2)
    lent = msgspec.structs.replace(granted, first=first, last=last)

    def delivered(*rows: OfflineTake) -> tuple[int, list[tuple[int, str]]]:
        body = Outbox(BOOT, HARDWARE, hall.incarnation, rows, epoch)
        ack = hall.kiosks.outbox(KIOSK, fresh(), KIOSK.id, body).result()
        return ack.acked, [(one.seq, one.code) for one in ack.refused]

    head = made.reader.head()
    assert delivered(offline(lent, 1, first), offline(lent, 5, 1, "ZZ")) == (5, [(5, "number_not_granted")])
    assert made.reader.head() == head
    assert delivered(offline(lent, 6, first + 2)) == (6, [])
    assert {one.origin for one in made.reader.tickets()} == {Origin.ONLINE, Origin.LEASE, Origin.EMERGENCY}
    made.close()


@since(BOOKINGS)
def test_a_kept_halls_bookings_are_there_and_go_on(kept: Kept) -> None:
    made = opened(kept)
    there, desk = bookings(made), made.hall.bookings
    assert there.keys() == BOOKING_STATES
    for state, booking in there.items():
        assert desk.booking(booking, to_staff=True).name_mask in {"陈*明", "欧阳**"}
        assert desk.history(booking).steps[-1].state.value == state
    came = made.reader.ticket(desk.booking(there["checked_in"]).ticket)
    assert came is not None
    assert (came.booking, came.correlation) == (there["checked_in"], desk.booking(there["checked_in"]).correlation)
    assert desk.booking(there["booked"]).confirmed_by == "1001"
    cancelled = desk.cancel(KIOSK, fresh(), there["booked"], CancelBooking()).result()
    assert cancelled.state is BookingState.CANCELLED
    made.clock.forward(24 * 3_600)
    made.tick()
    assert desk.booking(there["pending"]).state is BookingState.CANCELLED  # nobody ever confirmed it
    made.close()


@since(BOOKINGS)
def test_a_kept_booking_that_somebody_changed_is_found(kept: Kept) -> None:
    migrate(kept.path)
    with contextlib.closing(sqlite3.connect(kept.path)) as db:
        db.execute("UPDATE booking SET state = 'booked' WHERE state = 'missed'")
        db.commit()
    reader = SqliteReader(kept.path, SITE.id)
    [finding] = verify(reader, SITE.id).findings
    assert "the row is not what its events say" in finding
    reader.close()


@since(CATALOGUE)
def test_a_kept_publication_is_there_and_another_one_comes_behind_it(kept: Kept) -> None:
    made = opened(kept)
    [published] = made.reader.snapshots()
    made.close()
    ours = kept_site().offer.catalogue
    assert published.version == ours.version
    newer = Catalogue("another", "", {"i2": ours.items["i2"]})
    made = MadeHall(kept.path.parent, made.clock, offering(SITE, newer))
    made.tick()
    made.tick()
    assert [one.version for one in made.reader.snapshots()] == [ours.version, "another"]
    old = next(one for one in made.reader.tickets() if one.item == "i1")
    shelf = made.hall.items.shelf
    assert shelf.under(old.catalogue).offer.catalogue == ours
    assert shelf.under("another").offer.catalogue == newer
    made.close()


def test_a_kept_hall_moves_to_postgresql_by_backup_and_back(kept: Kept, tmp_path: Path, database: str) -> None:
    secret = tmp_path / "moved" / "pseudonym.key"
    made = back_up(kept.path, SITE.id, tmp_path / "no.key", tmp_path / "old.zip", NOON)
    assert (made.revision, made.hall) == (kept.revision, SITE.id)
    assert restore(tmp_path / "old.zip", database, secret, "a-new-life", NOON).n == made.n
    reader = PostgresReader(database, SITE.id)
    assert verify(reader, SITE.id).findings == []
    assert {ticket.state.value for ticket in reader.tickets()} == kept.states
    assert reader.incarnations()[-1].id == "a-new-life"
    reader.close()
    with pytest.raises(BackupError, match="already"):
        restore(tmp_path / "old.zip", database, secret, "another", NOON)
    migrate(kept.path)
    assert out_of(database, tmp_path) == told_apart(rows_of(kept.path))


def test_a_kept_hall_in_postgresql_comes_up_to_these_tables(kept: Kept, tmp_path: Path, database: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    engine = create_engine(database.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, kept.revision)
    engine.dispose()
    put_in(kept.path, database)
    assert migrate(database) == (kept.revision, newest_revision())
    assert strangeness(database) == ""
    migrate(kept.path)
    assert out_of(database, tmp_path) == told_apart(rows_of(kept.path))
    with contextlib.closing(PostgresReader(database, SITE.id)) as reader:
        assert verify(reader, SITE.id).findings == []


def put_in(path: Path, database: str) -> None:
    """The rows of a file into tables of the same revision, in any order."""
    with contextlib.closing(sqlite3.connect(path)) as source, psycopg.connect(database) as db:
        db.execute("SET session_replication_role = replica")
        for name in rows_of(path):
            found = source.execute(f"SELECT * FROM {name}")
            columns = ", ".join(f'"{column[0]}"' for column in found.description)
            with db.cursor() as cursor, cursor.copy(f"COPY {name} ({columns}) FROM STDIN".encode()) as copy:
                for row in found:
                    copy.write_row(row)


def out_of(database: str, folder: Path) -> Rows:
    """What a backup of the moved hall has."""
    back_up(database, SITE.id, folder / "no.key", folder / "back.zip", NOON)
    with zipfile.ZipFile(folder / "back.zip") as archive:
        archive.extract(FILE_NAME, folder / "back")
    return told_apart(rows_of(folder / "back" / FILE_NAME))


def told_apart(rows: Rows) -> Rows:
    """Without what moving changes: a life more, a commit more."""
    return {name: found for name, found in rows.items() if name not in {"incarnation", "hall_head"}}
