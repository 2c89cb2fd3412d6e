"""Who does which errand of which journey: put together from the kiosk's parts and registered. Does nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.runner.assisting import Assisting
from kiosk.runner.city_errands import CityErrands
from kiosk.runner.help_slips import HelpSlips
from kiosk.runner.helping import HelpCaller
from kiosk.runner.licences import Consents
from kiosk.runner.notices import Notices
from kiosk.runner.numbers import Numbers
from kiosk.runner.own_numbers import OwnNumbers
from kiosk.runner.remote import Talks
from kiosk.runner.staff import StaffDesk

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Coroutine
    from datetime import date

    from hall_server.contract.messages import HallNow
    from kiosk.paper.about import AboutPaper
    from kiosk.runner.errands import Errands
    from kiosk.runner.holders import Holders
    from kiosk.runner.machine_book import MachineBook
    from kiosk.runner.paperwork import Paperwork
    from kiosk.runner.parts import Parts
    from kiosk.runner.ports import Post, SlipPrinter
    from kiosk.session.effects import Effect

    Work = Callable[[Coroutine[object, object, None]], asyncio.Task[None]]


class Performers:
    """All of them. `listeners` hear every effect; `helping` is woken when the hall has news of a call for help."""

    def __init__(
        self,
        parts: Parts,
        errands: Errands,
        *,
        post: Post,
        work: Work,
        holders: Holders,
        printer: SlipPrinter | None,
        paperwork: Paperwork,
        about: Callable[[], AboutPaper],
        hall: Callable[[], HallNow | None],
        day: Callable[[], date],
        book: MachineBook,
    ) -> None:
        clock, paper_mm, reprint_of = parts.clock, parts.paper_mm, parts.reprint_of
        talks = Talks(parts.talk_of, post, clock, work)
        staff = StaffDesk(
            parts.staff_pin,
            post,
            clock,
            printer=printer,
            reprint_of=reprint_of,
            paper=parts.paper,
            hall=hall,
            book=book,
            technician_pin=parts.technician_pin,
        )
        city = CityErrands(
            parts, holders=holders, post=post, printer=printer, about=about, hall=hall, paperwork=paperwork
        )
        self.talks = talks
        self.helping = HelpCaller(parts.help_verbs, post, clock)
        performers = (
            paperwork,
            talks,
            staff,
            Assisting(parts.assist_verbs, book, post, clock),
            city,
            self.helping,
            HelpSlips(printer, about, parts.floor, paper_mm, post=post, clock=clock),
            Numbers(holders, post, clock, day),
            Consents(parts.licence_verbs, holders, post, clock, parts.fresh_id),
            Notices(parts.notice_verbs, post, clock, parts.fresh_id),
            OwnNumbers(
                verbs=parts.visit_verbs,
                printer=printer,
                slip_of=reprint_of,
                hall=hall,
                paper_mm=paper_mm,
                post=post,
                clock=clock,
            ),
        )
        for performer in performers:
            performer.serve(errands)
        self.listeners: tuple[Callable[[Effect], None], ...] = (talks.hear, staff.hear, paperwork.hear, city.hear)
