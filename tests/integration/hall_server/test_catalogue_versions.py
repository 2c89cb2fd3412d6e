"""CL-B3, B4: versions of the catalogue with an effective day; a ticket keeps the one it was taken under, for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.messages import TakeTicket
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.items.snapshots import SITE_FILE, Published, body_of
from hall_server.flows.catalogue_shelf import LOOK_EVERY_S
from hall_server.store.publications import publish
from tests.integration.hall_server.item_halls import BENEFIT, RESIDENCE, hall
from tests.integration.hall_server.made import KIOSK, MadeHall, fresh
from tests.unit.hall_server.halls import SITE, HandClock

if TYPE_CHECKING:
    from pathlib import Path

    from hall_server.domain.items.catalogue import Catalogue
    from hall_server.domain.site import HallSite

TODAY, TOMORROW, LATER = "2026-01-02", "2026-01-03", "2026-01-04"
A_DAY_S = 24 * 3600
V1 = hall(RESIDENCE)
V2 = hall({**RESIDENCE, "name": "居住证（新）", "promise_days": 7}, effective_from=TOMORROW)
ONE, TWO = V1.version, V2.version


def put(made: MadeHall, catalogue: Catalogue, day: str, by: str = "command") -> None:
    """What `kapok hall items` does, beside the server."""
    there = made.reader.snapshots()
    publish(made.path, SITE.id, Published(len(there) + 1, catalogue.version, day, 0, by), body_of(catalogue))


def soon(made: MadeHall, seconds: float = LOOK_EVERY_S) -> None:
    made.clock.forward(seconds)
    made.tick()


def shown(made: MadeHall) -> tuple[str, int]:
    """What kiosks show now: version and promised days of the residence permit."""
    catalogue = made.hall.items.catalogue()
    (item,) = [one for one in catalogue.items if one.id == "i1"]
    assert item.version == catalogue.version
    return catalogue.version, item.promise_days


def started(folder: Path, site: HallSite, clock: HandClock | None = None) -> MadeHall:
    made = MadeHall(folder, clock, site)
    soon(made)
    return made


def test_a_site_file_is_published_at_start_and_once_only(tmp_path: Path) -> None:
    for _ in range(2):
        made = started(tmp_path, V1)
        soon(made)
        assert [(one.version, one.effective_from, one.by) for one in made.reader.snapshots()] == [
            (ONE, TODAY, SITE_FILE)
        ]
        made.close()


def test_seven_days_instead_of_fifteen_hold_from_tomorrow_on_and_yesterdays_ticket_keeps_fifteen(
    tmp_path: Path,
) -> None:
    """CL-B3, the clause's own example, with a rollback at its end."""
    started(tmp_path, V1).close()
    made = started(tmp_path, V2)
    old = made.take()
    assert (shown(made), old.catalogue, old.item_name) == ((ONE, 15), ONE, "居住证")

    soon(made, A_DAY_S)
    new = made.take()
    assert (shown(made), new.catalogue, new.item_name) == ((TWO, 7), TWO, "居住证（新）")
    seen = made.hall.ticket(old.id)
    assert (seen.catalogue, seen.item_name) == (ONE, "居住证")

    put(made, V1.offer.catalogue, LATER)
    soon(made)
    assert shown(made) == (TWO, 7)
    soon(made, A_DAY_S)
    assert shown(made) == (ONE, 15)
    assert [made.hall.ticket(one.id).catalogue for one in (old, new, made.take())] == [ONE, TWO, ONE]
    made.close()


def test_the_first_ticket_of_a_day_is_taken_under_its_version_before_any_timer_ran(tmp_path: Path) -> None:
    started(tmp_path, V1).close()
    made = started(tmp_path, V2)
    made.clock.forward(A_DAY_S)
    assert made.take().catalogue == TWO
    made.close()


def test_a_rollback_for_today_is_heard_within_one_look_and_survives_a_restart(tmp_path: Path) -> None:
    clock = HandClock()
    started(tmp_path, V1, clock).close()
    clock.forward(A_DAY_S)
    made = started(tmp_path, V2, clock)
    assert shown(made) == (TWO, 7)
    put(made, V1.offer.catalogue, TOMORROW)
    soon(made)
    assert shown(made) == (ONE, 15)
    made.close()
    made = started(tmp_path, V2, clock)
    assert shown(made) == (ONE, 15)
    assert len(made.reader.snapshots()) == 3
    made.close()


def test_a_version_published_beforehand_keeps_its_day_when_its_file_comes(tmp_path: Path) -> None:
    made = started(tmp_path, V1)
    put(made, V2.offer.catalogue, LATER)
    soon(made)
    made.close()
    made = started(tmp_path, V2)
    assert shown(made) == (ONE, 15)
    soon(made, 2 * A_DAY_S)
    assert shown(made) == (TWO, 7)
    made.close()


def test_two_servers_with_different_files_do_not_publish_against_each_other_for_ever(tmp_path: Path) -> None:
    clock = HandClock()
    clock.forward(A_DAY_S)
    first, second = started(tmp_path, V1, clock), started(tmp_path, V2, clock)
    for _ in range(3):
        soon(first)
        second.tick()
    assert [one.version for one in first.reader.snapshots()] == [ONE, TWO]
    assert shown(first) == shown(second) == (TWO, 7)
    second.close()
    first.close()


def test_an_item_of_tomorrow_cannot_be_asked_for_today(tmp_path: Path) -> None:
    started(tmp_path, V1).close()
    made = started(tmp_path, hall(RESIDENCE, BENEFIT, effective_from=TOMORROW))
    with pytest.raises(HallProblem) as refused:
        made.hall.take_ticket(KIOSK, fresh(), TakeTicket("i3")).result()
    assert refused.value.code is ProblemCode.ITEM_UNKNOWN
    made.clock.forward(A_DAY_S)
    assert made.take("i3").item_name == "待遇"
    made.close()


def test_a_held_ticket_of_an_item_that_is_gone_is_still_served_and_named(tmp_path: Path) -> None:
    clock = HandClock()
    made = started(tmp_path, hall(RESIDENCE, BENEFIT), clock)
    ticket = made.waiting("i3")
    made.close()
    made = started(tmp_path, V1, clock)
    assert shown(made)[0] == ONE
    who = made.open(1)
    called = made.call(who)
    assert (called.id, called.item_name) == (ticket.id, "待遇")
    made.hall.serve(who, fresh(), ticket.id).result()
    made.close()


@pytest.mark.parametrize("body", [b"{", b'{"version": 3}', b"\xff\xfe", b""])
def test_a_snapshot_that_cannot_be_read_leaves_the_site_files_own(tmp_path: Path, body: bytes) -> None:
    made = started(tmp_path, V1)
    publish(made.path, SITE.id, Published(2, "damaged", TODAY, 0, "command"), body)
    soon(made)
    assert (shown(made), made.take().catalogue) == ((ONE, 15), ONE)
    made.close()


def test_a_snapshot_whose_queue_the_hall_has_no_more_offers_the_rest(tmp_path: Path) -> None:
    made = started(tmp_path, V1)
    other = hall(RESIDENCE, {**BENEFIT, "queue": "C"})
    items = {**other.offer.catalogue.items}
    items["i3"] = msgspec.structs.replace(items["i3"], queue="gone")
    put(made, msgspec.structs.replace(other.offer.catalogue, version="v9", items=items), TODAY)
    soon(made)
    assert [one.id for one in made.hall.items.catalogue().items] == ["i1", "general"]
    made.close()


def test_many_old_versions_are_read_when_somebody_looks_and_not_kept_for_ever(tmp_path: Path) -> None:
    clock = HandClock()
    taken = []
    for days in range(12):
        made = started(tmp_path, hall({**RESIDENCE, "name": f"居住证{days}", "promise_days": days}), clock)
        taken.append(made.take().id)
        made.close()
        clock.forward(A_DAY_S)
    made = started(tmp_path, V1, clock)
    assert [made.hall.ticket(one).item_name for one in taken] == [f"居住证{days}" for days in range(12)]
    made.close()


def test_a_hall_without_items_has_nothing_to_publish(tmp_path: Path) -> None:
    made = started(tmp_path, SITE)
    assert (made.reader.snapshots(), made.take().catalogue) == ([], "")
    made.close()
