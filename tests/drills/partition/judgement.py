"""What became of the numbers in people's hands, when everything has healed: there, as they were told, or excused.

Reads the hall that is left and asks the ledger; changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import Origin, PrintAnswer, TicketState
from hall_server.domain.ticket import DAY_OVER
from hall_server.store.sqlite_store import SqliteReader

if TYPE_CHECKING:
    from hall_server.domain.ticket import Ticket
    from tests.drills.partition.play import Played
    from tests.drills.partition.world import Held, World

TOLD_S = 20.0  # the teller's longest pause (10 s), "no such ticket" believed (5 s), and the way
NOT_HEARD = frozenset({TicketState.RESERVED, TicketState.UNCONFIRMED})


def tickets_of(world: World) -> dict[str, Ticket]:
    """Every ticket of the hall that is left, by id."""
    reader = SqliteReader(world.main.path, world.hall_id)
    try:
        return {ticket.id: ticket for ticket in reader.tickets()}
    finally:
        reader.close()


def not_heard(world: World) -> list[str]:
    """Slips that a kiosk has told as printed and the hall still knows nothing of."""
    there = tickets_of(world)
    found = []
    for ticket, told in world.told.items():
        gone = told.by not in world.kiosks or told.by.put_back_at > told.at
        known = there.get(ticket)
        if told.answer is PrintAnswer.PAPER and not gone and known is not None and known.state in NOT_HEARD:
            found.append(
                f"{known.label} of {known.business_day} ({ticket[:8]}) told as paper by {told.by.device.hardware}"
                f" t={told.at:.1f} is {known.state.value}"
            )
    return found


def weigh(world: World, out: Played) -> None:
    """Every number in somebody's hand: known to the hall and not burnt, or excused, or lost."""
    there = tickets_of(world)
    for held in world.slips.values():
        known = there.get(held.ticket)
        if known is not None and known.label == held.label:
            if _burnt(held, known):
                out.lost.append(f"{held.label} of {held.day}: {held} is void in the hall and was never called")
            continue
        reason = excuse(world, held)
        if reason:
            out.excused[reason] += 1
            world.say("", f"excused: {held.label} {held.ticket[:8]} at {held.by.device.hardware}: {reason}")
        else:
            out.lost.append(
                f"{held.label} of {held.day}: {held},"
                f" the hall says {held.by.store.outbox.refused().get(held.ticket, 'nothing')}"
            )


def excuse(world: World, held: Held) -> str:
    """Why no disk that is left knows of a number any more; "" when there is one that does, or should."""
    lost_by_a_hall = world.tally["restores"] and (world.main.name, held.ticket) not in world.stands
    if held.origin is Origin.ONLINE and not lost_by_a_hall:  # the hall gave it, and has its disk
        return ""
    if held.by not in world.kiosks:
        return "on the disk of a copy that was taken away"
    if held.by.put_back_at > held.at and held.by.store.row(held.ticket) is None:
        return "on a disk that was overwritten by an older image"
    return ""


def _burnt(held: Held, known: Ticket) -> bool:
    """Void without having been called; a hall that closes its day voids the unconfirmed as it expires the others."""
    called = known.last_called_at is not None or known.end_reason == DAY_OVER
    return held.how == "paper" and known.state is TicketState.VOID and not called
