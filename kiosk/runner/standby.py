"""Numbers without the hall: when nobody answers, the next one comes from the store (design.md invariant 6).

Knows what the hall said last and whether it answers now. A number given here has an id of its own; the one under which
the hall was asked is given up by whoever asked, so that nobody ever holds two labels.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.messages import HallNow, TicketView, VisitorMask
from hall_server.contract.vocabulary import Delivery, Origin, TicketState
from kiosk.local_store.facts import SECOND, Contact
from kiosk.local_store.numbers import GivenNumber, NoNumberError, Standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.catalogue import Catalogue, ItemView
    from hall_server.contract.messages import TakeTicket
    from kiosk.local_store import LocalStore

LOG = logging.getLogger("kapok.kiosk.standby")

KEPT_EVERY_US = 5 * SECOND  # how often the newest word of the hall is written down when nothing else is new


@dataclass
class Standby:
    """What is known of the hall. `restore`, `keep` and `give` write: they belong on the journal's thread."""

    store: LocalStore
    contact: Contact | None = None
    catalogue: Catalogue | None = None
    look: Callable[[], None] = lambda: None  # wakes whoever finds out whether the hall is there again
    answers: bool = True  # False once a call was not answered, until one that began later is
    _silent_at: float = 0.0
    _kept: Contact | None = field(default=None)

    def restore(self) -> None:
        """What an earlier life of this process knew."""
        self.contact = self._kept = self.store.facts.contact()
        self.catalogue = self.store.facts.catalogue()

    def heard(self, now: HallNow, began: float, ended: float) -> Contact:
        """The hall has just answered a look that began and ended then (monotonic seconds).

        Its time on arrival lies between what it says and that plus the time of the look (Cristian's algorithm); of
        these moments the nearest to what was reckoned before is taken, so that one slow answer does not set time back.
        """
        machine = self.store.machine
        reckoned = None if self.contact is None else self.contact.hall_us(machine)
        latest = now.at + round((ended - began) * SECOND)
        at = now.at if reckoned is None else min(max(reckoned, now.at), latest)
        now = msgspec.structs.replace(now, at=at)
        self.contact = Contact(now, machine.boot_id, machine.boottime_us(), machine.wall_us())
        if not self.answers and began >= self._silent_at:
            LOG.info("the hall answers again")
            self.answers = True
        return self.contact

    def silent(self, at: float) -> None:
        """The hall did not answer: whoever comes next does not wait for it."""
        if self.answers:
            LOG.warning("the hall does not answer: numbers come from this kiosk")
        self.answers, self._silent_at = False, at
        self.look()

    def keep(self, contact: Contact) -> None:
        """Write the newest word down, when it tells something new or the one on the disk is old."""
        before = self._kept
        known = before is not None and _same_life(before, contact)
        if known and before is not None and contact.boottime_us - before.boottime_us < KEPT_EVERY_US:
            return
        self.store.facts.heard(contact)
        self._kept = contact

    def keep_catalogue(self, catalogue: Catalogue) -> None:
        """What can be offered, also after a start without the hall."""
        if catalogue != self.catalogue:
            self.store.facts.keep_catalogue(catalogue)
            self.catalogue = catalogue

    def standing(self) -> Standing | None:
        """Where the hall stands as far as is known here; None before it was ever heard."""
        contact = self.contact
        if contact is None:
            return None
        now, hall_us = contact.now, contact.hall_us(self.store.machine)
        return Standing(now.incarnation, now.business_day, hall_us, now.utc_offset_s)

    def give(self, ticket_id: str, order: TakeTicket) -> TicketView:
        """A number from the lease or the emergency series, RESERVED. Raises NoNumberError or LocalStoreError."""
        standing, item = self.standing(), self._item(order.item)
        if standing is None or item is None:
            raise NoNumberError(order.item)
        number = self.store.give(
            ticket_id,
            order,
            queue=item.queue,
            letter=self._letter(item.queue),
            standing=standing,
            catalogue=self.catalogue.version if self.catalogue else "",
        )
        LOG.info("%s given without the hall", number.label)
        contact = self.contact
        known = contact is not None and contact.clock_is_right(self.store.machine)
        more = tuple(one for each in order.more_items if (one := self._item(each)) is not None)
        return _view(number, (item, *more), standing.hall_us if known else None)

    def known(self, ticket: TicketView, order: TakeTicket) -> GivenNumber:
        """A number of the hall's own, as a hall that lost it in a restore would have to learn it again.

        Of the person only the pseudonym: the hall had the masks, and they need not lie here as well.
        """
        if order.visitor is not None:
            order = msgspec.structs.replace(order, visitor=VisitorMask(order.visitor.pseudonym))
        letter = ticket.label.rstrip("0123456789")
        machine = self.store.machine
        return GivenNumber(
            ticket_id=ticket.id,
            label=ticket.label,
            number=int(ticket.label.removeprefix(letter)),
            letter=letter,
            queue=ticket.queue,
            business_day=ticket.business_day,
            origin=Origin.ONLINE,
            order=order,
            boot_id=machine.boot_id,
            boottime_us=machine.boottime_us(),
            catalogue=self.catalogue.version if self.catalogue else "",
            given_at=ticket.taken_at,
        )

    def _item(self, item_id: str) -> ItemView | None:
        items = () if self.catalogue is None else self.catalogue.items
        return next((item for item in items if item.id == item_id), None)

    def _letter(self, queue: str) -> str:
        queues = () if self.contact is None else self.contact.now.queues
        return next((one.letter for one in queues if one.id == queue), "")


def _same_life(one: Contact, other: Contact) -> bool:
    """Whether nothing is new between two words but their time and number."""
    return (one.boot_id, one.now.incarnation, one.now.business_day) == (
        other.boot_id,
        other.now.incarnation,
        other.now.business_day,
    )


def _view(number: GivenNumber, items: tuple[ItemView, ...], hall_us: int | None) -> TicketView:
    """As its slip needs it: no forecast, nobody ahead; a time of 0 is none (definitions.md 11).

    Several items stand in the line of the first one: without the hall nobody knows which counters are open.
    """
    item, *more = items
    return TicketView(
        id=number.ticket_id,
        label=number.label,
        business_day=number.business_day,
        queue=number.queue,
        item=item.id,
        item_name=item.name,
        state=TicketState.RESERVED,
        origin=number.origin,
        delivery=Delivery.NONE,
        taken_at=hall_us or 0,
        n=0,
        bring=tuple(dict.fromkeys(thing.name for each in items for thing in each.materials if not thing.tolerable)),
        items=tuple(each.id for each in items) if more else (),
        more_names=tuple(each.name for each in more),
        chips=number.order.chips,
        for_other=number.order.for_other,
        place=item.place,
    )
