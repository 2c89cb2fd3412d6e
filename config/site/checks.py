"""Reading a site file and checking what its tables say of each other.

Checks what can be checked without a running hall; the rules themselves live in `hall_server.domain`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from config.errors import ConfigError
from config.packs import VenueNameError, load_pack, packs, read_name
from config.reader import read_toml, shaped
from config.shapes import ARROWS
from config.site.booking_checks import check_bookings
from config.site.city import city_beside
from config.site.codes import beside
from config.site.item_checks import check_items
from config.site.named import known, unique
from config.site.opening_checks import check_extended, check_hours, check_overrides, check_own_times
from config.site.sso import sso_beside
from config.site.whole import Site

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from config.site.floor import Board


def load_site(path: Path) -> Site:
    """Read and check a site file; raises ConfigError with file, key and what was expected."""
    return site_from(path, read_toml(path))


def site_from(path: Path, tables: dict[str, Any]) -> Site:
    """The same of tables that were read already; `path` says where its own paths begin, and what errors call it."""
    site = shaped(path, tables, Site)
    unique(path, "queue", "id", [queue.id for queue in site.queue])
    unique(path, "queue", "letter", [queue.letter for queue in site.queue])
    unique(path, "counter", "no", [str(counter.no) for counter in site.counter])
    unique(path, "kiosk", "id", [kiosk.id for kiosk in site.kiosk])
    unique(path, "board", "id", [board.id for board in site.board])
    unique(path, "user", "staff_no", [user.staff_no for user in site.user])
    _check_name(path, site)
    queues = {queue.id for queue in site.queue}
    counters = {counter.no for counter in site.counter}
    check_hours(path, site.hall.hours)
    check_extended(path, site.hall.extended)
    check_overrides(path, site.hall.overrides)
    check_own_times(path, "hall", site.hall.lunch)
    for index, entry in enumerate(site.hall.hours):
        known(path, f"hall.hours[{index}].noon_counters", entry.noon_counters, counters)
    for index, longer in enumerate(site.hall.extended):
        known(path, f"hall.extended[{index}].counters", longer.counters, counters)
    if site.hall.general_queue:
        known(path, "hall.general_queue", (site.hall.general_queue,), queues)
    for index, counter in enumerate(site.counter):
        known(path, f"counter[{index}].queues", counter.queues, queues)
        own = (("hours", counter.hours), ("extended", counter.extended))
        check_own_times(path, f"counter[{index}]", counter.lunch, *own)
    check_items(path, site)
    check_bookings(path, site)
    for index, board in enumerate(site.board):
        known(path, f"board[{index}].queues", board.queues, queues)
        known(path, f"board[{index}].arrows", tuple(board.arrows), {str(no) for no in counters})
        known(path, f"board[{index}].arrows", tuple(board.arrows.values()), set(ARROWS))
        _alike_in_a_zone(path, index, site.board)
    for index, user in enumerate(site.user):
        known(path, f"user[{index}].counters", user.counters, counters)
    if "\0" in site.hall.complaint_categories:
        raise ConfigError(path, "hall.complaint_categories", "a path of a file")
    if "\0" in site.hall.voice_pack:
        raise ConfigError(path, "hall.voice_pack", "a path of a folder")
    pack = site.hall.voice_pack and str(path.parent / site.hall.voice_pack)
    table = site.hall.complaint_categories and str(path.parent / site.hall.complaint_categories)
    return msgspec.structs.replace(
        site,
        hall=msgspec.structs.replace(site.hall, complaint_categories=table, voice_pack=pack),
        codes=beside(path, site.codes, site.city),
        city=city_beside(path, site.city),
        sso=sso_beside(path, site.sso, site.hall.public_address),
    )


def _check_name(path: Path, site: Site) -> None:
    """A hall with a wording pack has a name of a legal shape of its level (CL-A3, CL-A4)."""
    if not site.hall.pack:
        return
    if site.hall.pack not in packs():
        raise ConfigError(path, "hall.pack", f"one of {', '.join(packs())}, or empty; found {site.hall.pack!r}")
    try:
        read_name(load_pack(site.hall.pack), site.hall.level, site.hall.name)
    except VenueNameError as error:
        raise ConfigError(path, "hall.name", f"{error} (CL-A3, CL-A4)") from None


def _alike_in_a_zone(path: Path, index: int, boards: Sequence[Board]) -> None:
    """One loudspeaker says the calls of a zone: they must be the same on all of its boards, in the same languages."""
    board = boards[index]
    for other in boards[:index]:
        if (
            board.zone
            and other.zone == board.zone
            and (set(other.queues), other.speaks) != (set(board.queues), board.speaks)
        ):
            raise ConfigError(
                path, f"board[{index}].zone", f"the queues and languages of {other.id}, which is heard there"
            )
