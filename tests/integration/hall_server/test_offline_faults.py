"""Copies, restores and lost lives: the failure table of offline numbers (C4), on a real store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.offline import OfflineAnswer, OutboxAck, RefusedRow
from hall_server.contract.problems import ProblemCode
from hall_server.contract.vocabulary import Origin, PrintAnswer, TicketState
from hall_server.domain.numbering import letters_of
from hall_server.store.kiosks import release_kiosk
from tests.integration.hall_server.made import MadeHall, fresh
from tests.integration.hall_server.offline_kiosk import (
    HOUR,
    OfflineKiosk,
    boot,
    kiosk,
    labels,
    made,
    pass_time,
    refused,
    stored,
)
from tests.unit.hall_server.halls import SITE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest


S = TicketState
__all__ = ["kiosk", "made"]  # fixtures


def test_a_cloned_disk_puts_both_machines_under_quarantine(
    made: MadeHall, kiosk: OfflineKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    before = kiosk.give()
    clone = OfflineKiosk(fingerprint="c" * 64, life=kiosk.life)
    assert refused(lambda: clone.ask(made.hall)) is ProblemCode.LEASE_FENCED
    assert refused(lambda: kiosk.ask(made.hall)) is ProblemCode.LEASE_FENCED
    assert refused(lambda: clone.deliver(made.hall)) is ProblemCode.LEASE_FENCED
    assert made.hall.health().alarms == ("kiosk_cloned:K1",)
    assert "alarm=kiosk_cloned kiosk=K1" in caplog.text
    assert kiosk.deliver(made.hall) == OutboxAck(1)  # what it printed before is somebody's place
    assert labels(made) == [before.label]


def test_a_quarantine_outlives_the_server(made: MadeHall, kiosk: OfflineKiosk, tmp_path: Path) -> None:
    refused(lambda: OfflineKiosk(fingerprint="c" * 64).ask(made.hall))
    again = MadeHall(tmp_path)
    assert again.hall.health().alarms == ("kiosk_cloned:K1",)
    again.close()


def test_a_copy_in_an_older_boot_is_fenced(made: MadeHall, kiosk: OfflineKiosk) -> None:
    old = kiosk.boot_id
    kiosk.reboot()
    kiosk.ask(made.hall)
    copy = OfflineKiosk(boot_id=old, life=kiosk.life)
    assert refused(lambda: copy.ask(made.hall)) is ProblemCode.LEASE_FENCED
    assert refused(lambda: copy.deliver(made.hall)) is ProblemCode.LEASE_FENCED
    assert kiosk.ask(made.hall).epoch == 2
    assert made.hall.health().alarms == ()


def test_an_old_epoch_is_fenced(made: MadeHall, kiosk: OfflineKiosk) -> None:
    kiosk.reboot()
    kiosk.ask(made.hall)
    kiosk.give()
    stale = kiosk.body(boot_id=boot(), epoch=1)
    assert refused(lambda: kiosk.deliver(made.hall, stale)) is ProblemCode.LEASE_FENCED


def test_a_kiosk_that_boots_delivers_first_and_leases_then(made: MadeHall, kiosk: OfflineKiosk) -> None:
    given = [kiosk.give() for _ in range(3)]
    kiosk.reboot()
    assert kiosk.deliver(made.hall, kiosk.body(1, 2)) == OutboxAck(2)
    assert kiosk.deliver(made.hall) == OutboxAck(3)
    assert kiosk.ask(made.hall).epoch == 2
    assert labels(made) == [row.label for row in given]


def test_a_restored_store_is_found_out_and_goes_on_behind_what_the_hall_has(
    made: MadeHall, kiosk: OfflineKiosk
) -> None:
    kiosk.give()
    image = list(kiosk.rows)
    kiosk.give()
    kiosk.give()
    kiosk.deliver(made.hall)
    kiosk.rows, kiosk.acked = image, 0
    kiosk.reboot()
    kiosk.emergency_next = 1
    fork = kiosk.give()  # seq 2, which the hall knows as another ticket
    n = made.hall.n
    assert refused(lambda: kiosk.deliver(made.hall)) is ProblemCode.OUTBOX_FORKED
    assert made.hall.n == n
    lease = kiosk.ask(made.hall)
    assert lease.acked == 3
    body = kiosk.body(2)
    moved = msgspec.structs.replace(body.rows[0], seq=lease.acked + 1)
    assert kiosk.deliver(made.hall, msgspec.structs.replace(body, rows=(moved,))) == OutboxAck(4)
    assert stored(made, fork.ticket).label == fork.label


def test_rows_for_another_life_are_refused(made: MadeHall, kiosk: OfflineKiosk) -> None:
    kiosk.give()
    assert refused(lambda: kiosk.deliver(made.hall, kiosk.body(incarnation=fresh()))) is ProblemCode.HALL_ROLLED_BACK


def restored(made: MadeHall, backup: bytes, folder: Path) -> MadeHall:
    """A hall from a backup that has noticed it."""
    seen = f"{made.hall.incarnation}.{made.hall.n + 1}"
    made.store._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    folder.mkdir()
    (folder / made.path.name).write_bytes(backup)
    again = MadeHall(folder, clock=made.clock)
    promise = again.hall.check_seen(seen)
    assert promise is not None
    assert refused(promise.result) is ProblemCode.HALL_ROLLED_BACK
    return again


def told(here: MadeHall, there: MadeHall) -> Callable[[], object]:
    """A kiosk that has heard the one speaks to the other."""

    def speak() -> object:
        promise = here.hall.check_seen(f"{there.hall.incarnation}.{there.hall.n}")
        return None if promise is None else promise.result()

    return speak


def backup_of(made: MadeHall) -> bytes:
    made.store._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return made.path.read_bytes()


def test_tickets_that_a_backup_lost_come_back_under_their_ids_and_labels(
    made: MadeHall, kiosk: OfflineKiosk, tmp_path: Path
) -> None:
    kept = kiosk.give()
    kiosk.deliver(made.hall)
    backup = backup_of(made)
    lost = kiosk.give()
    kiosk.ask(made.hall)  # a block that the backup does not know
    lost_too = kiosk.give()
    kiosk.deliver(made.hall)
    online = made.waiting()
    again = restored(made, backup, tmp_path / "again")
    kiosk.begin_life(again.hall.incarnation)
    kiosk.give(
        ticket=online.id,
        label=online.label,
        number=1,
        letter="A",
        origin=Origin.ONLINE,
        epoch=0,
        answer=PrintAnswer.PAPER,
    )
    assert kiosk.deliver(again.hall) == OutboxAck(4)
    assert sorted(labels(again)) == sorted([kept.label, lost.label, lost_too.label, online.label])
    assert stored(again, online.id).state is S.WAITING
    letter = f"A{letters_of(again.hall.incarnation)}"
    assert again.take().label == f"{letter}001"
    assert kiosk.ask(again.hall).letter == letter
    n = again.hall.n
    assert kiosk.deliver(again.hall, kiosk.body(1)) == OutboxAck(4)
    assert again.hall.n == n
    again.close()


def test_a_server_beside_its_own_copy_gives_other_numbers_and_takes_in_those_of_the_copy(
    made: MadeHall, kiosk: OfflineKiosk, tmp_path: Path
) -> None:
    """One kiosk hears now the one, now the other: both begin new lives, and none has the letters of another."""
    copy = restored(made, backup_of(made), tmp_path / "copy")
    given = {copy.take().label, made.take().label}
    for here, there in ((made, copy), (copy, made), (made, copy)):
        assert refused(told(here, there)) is ProblemCode.HALL_ROLLED_BACK
        given |= {here.take().label, there.take().label}
    assert len(given) == 8
    kiosk.begin_life(made.hall.incarnation)
    theirs = f"A{letters_of(copy.hall.incarnation)}"
    kiosk.give(label=f"{theirs}007", number=7, letter=theirs, origin=Origin.ONLINE, epoch=0)
    assert kiosk.deliver(made.hall) == OutboxAck(1)
    copy.close()


def test_a_number_given_by_a_clock_that_was_ahead_comes_back_and_is_never_given_again(
    made: MadeHall, kiosk: OfflineKiosk, tmp_path: Path
) -> None:
    again = restored(made, backup_of(made), tmp_path / "again")
    kiosk.begin_life(again.hall.incarnation)
    later = "2026-01-04"  # the letters of the new life are over then
    kiosk.give(label="A002", number=2, letter="A", origin=Origin.ONLINE, epoch=0, business_day=later)
    assert kiosk.deliver(again.hall) == OutboxAck(1)
    pass_time(again, kiosk, 48 * HOUR)
    assert again.take().label == "A003"
    kiosk.give(label="A009", number=9, letter="A", origin=Origin.ONLINE, epoch=0, business_day=later)
    assert kiosk.deliver(again.hall) == OutboxAck(2)
    assert again.take().label == "A010"
    again.close()


def test_an_old_image_names_an_epoch_that_is_over_and_is_let_in_without_one(
    made: MadeHall, kiosk: OfflineKiosk
) -> None:
    row = kiosk.give()
    kiosk.reboot()
    kiosk.ask(made.hall)
    kiosk.reboot()
    assert refused(lambda: kiosk.deliver(made.hall, kiosk.body(epoch=1))) is ProblemCode.LEASE_FENCED
    release_kiosk(made.path, SITE.id, "K1")
    assert refused(lambda: kiosk.deliver(made.hall, kiosk.body(epoch=1))) is ProblemCode.LEASE_FENCED
    assert made.hall.health().alarms == ()  # nobody copied anything
    assert kiosk.deliver(made.hall) == OutboxAck(1)
    assert labels(made) == [row.label]


def test_a_kiosk_that_a_backup_lost_gets_its_emergency_letter_again(made: MadeHall, tmp_path: Path) -> None:
    backup = backup_of(made)
    kiosk = OfflineKiosk("K7", "d" * 64)
    letter = kiosk.ask(made.hall).emergency_letter
    kiosk.lease = None
    given = kiosk.give()
    again = restored(made, backup, tmp_path / "again")
    kiosk.begin_life(again.hall.incarnation)
    assert kiosk.deliver(again.hall) == OutboxAck(1)
    assert labels(again) == [given.label]
    assert kiosk.ask(again.hall).emergency_letter == letter
    again.close()


def test_an_emergency_letter_that_somebody_else_has_now_is_not_given_twice(made: MadeHall) -> None:
    first = OfflineKiosk("K1")
    first.ask(made.hall)
    second = OfflineKiosk("K2", "b" * 64, emergency=first.emergency)
    assert second.ask(made.hall).emergency_letter != first.emergency


def test_the_day_rolls_over_while_people_are_served(made: MadeHall, kiosk: OfflineKiosk) -> None:
    who = made.open(1)
    serving = made.waiting()
    made.call(who)
    made.hall.serve(who, fresh(), serving.id).result()
    given = kiosk.give()
    pass_time(made, kiosk, 17 * HOUR)
    made.tick()
    assert (made.hall.counter(1).label, made.hall.now().business_day) == (serving.label, "2026-01-03")
    kiosk.deliver(made.hall)
    assert stored(made, given.ticket).business_day == "2026-01-02"
    assert made.take().label == "A001"
    assert kiosk.ask(made.hall).first == 601
    tomorrow = kiosk.give()
    kiosk.deliver(made.hall)
    assert (stored(made, tomorrow.ticket).business_day, tomorrow.label) == ("2026-01-03", given.label)


def test_an_answer_row_is_no_take(made: MadeHall, kiosk: OfflineKiosk) -> None:
    kiosk.put(OfflineAnswer(1, fresh(), PrintAnswer.PAPER))
    said = OutboxAck(1, (RefusedRow(1, "ticket_unknown"),))
    assert kiosk.deliver(made.hall) == kiosk.deliver(made.hall, kiosk.body(1)) == said


def test_a_settled_identity_belongs_to_the_machine_that_speaks_next(made: MadeHall, kiosk: OfflineKiosk) -> None:
    letter = kiosk.emergency
    repaired = OfflineKiosk(fingerprint="c" * 64, life=kiosk.life)
    refused(lambda: repaired.ask(made.hall))
    assert release_kiosk(made.path, SITE.id, "K1")
    granted = repaired.ask(made.hall)
    assert (granted.epoch, granted.emergency_letter, granted.first) == (2, letter, 651)
    assert made.hall.health().alarms == ()
    assert refused(lambda: kiosk.ask(made.hall)) is ProblemCode.LEASE_FENCED
    assert not release_kiosk(made.path, SITE.id, "nobody")
