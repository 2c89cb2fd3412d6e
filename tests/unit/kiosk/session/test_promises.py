"""Whatever happens in whatever order: no person after a wipe, no slip twice, no number without an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from hall_server.contract.vocabulary import Chip, PrintAnswer
from kiosk.codes.words import CodeReason
from kiosk.session.effects import AskForCheckIn, AskForTicket, ConfirmPrint, PrintSlip, Say, Wipe
from kiosk.session.events import (
    CardGone,
    CardRead,
    CardReading,
    CardUnreadable,
    Choice,
    Chosen,
    CodeShown,
    DevicesChanged,
    HallSilent,
    NothingFound,
    SlipNotPrinted,
    SlipPrinted,
    SlipUnknown,
    Tick,
    TicketConfirmed,
    TicketRefused,
    TicketReserved,
    TicketSeen,
    Touch,
    Touched,
)
from kiosk.session.hearing import (
    CaptionCame,
    HeadphonesChanged,
    Hearing,
    Knob,
    PadPressed,
    ReadOut,
    Silenced,
    shown_on,
)
from kiosk.session.leaving import forgotten_card
from kiosk.session.modes import Language, Mode, Modes
from kiosk.session.shown import BookingShown, CodeRefused, OnlineShown, PersonShown, SlipShown
from kiosk.session.state import Devices, Page, Session
from kiosk.session.step import TOUCHES, step
from tests.unit.kiosk.session.visits import (
    ALL_WELL,
    BEHIND_THE_TECHNICIAN_S_PIN,
    BY_CODE,
    CONFIRM,
    EXPIRED,
    HOME,
    OLD,
    T0,
    YOUNG,
    booking,
    found,
    ticket,
)

if TYPE_CHECKING:
    from kiosk.session.effects import Effect
    from kiosk.session.events import Event

FINAL = {PrintAnswer.PAPER, PrintAnswer.SCREEN, PrintAnswer.VOID}
WAITS = st.sampled_from([0.5, 0.0, 0.5, 0.5, 0.5, 1.0, 3.0, 11.0, 31.0, 61.0])
ONWARD = st.tuples(st.just("on"), st.none())
HAPPENINGS = st.one_of(
    ONWARD,
    st.tuples(st.just("code"), st.integers(0, 6)),
    st.tuples(st.just("looked"), st.integers(0, 4)),
    st.tuples(st.just("looked"), st.integers(0, 4)),
    ONWARD,
    st.tuples(st.just("press"), st.integers(0, 9)),
    st.tuples(st.just("answer"), st.integers(0, 2)),
    st.tuples(st.just("answer"), st.integers(0, 2)),
    st.tuples(st.just("world"), st.sampled_from(["reading", "unreadable", "gone", "lost", "found", "tick", "tick"])),
    st.tuples(st.just("world"), st.sampled_from(["key", "plug", "unplug", "read", "caption", "knob", "touched"])),
    st.tuples(st.just("any"), st.integers(0, 2**16)),
)


class Runner:
    """Plays the part of the runner: answers belong to numbers that were asked for, though any of them, at any time."""

    def __init__(self, start: Session) -> None:
        self.session = start
        self.at = T0
        self.ids = 0
        self.asked: list[str] = []
        self.refused: set[str] = set()
        self.reserved: set[str] = set()
        self.printed: list[str] = []
        self.answers: dict[str, list[PrintAnswer]] = {}

    def event(self, kind: str, what: int | str | None) -> Event:
        match kind:
            case "code":
                return self.code(int(what or 0))
            case "looked":
                return self.looked(int(what or 0))
            case "press":
                return self.pressed(int(what or 0))
            case "answer":
                return self.answer(self.due()[int(what or 0)], self.asked[-1] if self.asked else "none")
            case "world":
                return self.world(what)
            case "on":
                return self.onward()
            case _:
                return self.anything(int(what or 0))

    def code(self, which: int) -> Event:
        self.ids += 1
        people = (PersonShown(BY_CODE), PersonShown(OLD), PersonShown(BY_CODE, agent=True))
        others = (BookingShown(booking().id), SlipShown("slip"), OnlineShown(), CodeRefused(CodeReason.UNKNOWN_CODE))
        shown = (*people, *others)[which]
        return CodeShown(self.at, shown, f"id-{self.ids}")

    def looked(self, which: int) -> Event:
        """What the hall may say of the last code; of several bookings one is chosen."""
        self.ids += 1
        look = self.session.current_visit().code.look
        if self.session.page is Page.BOOKINGS:
            return Chosen(self.at, Choice.BOOKING, booking(2).id, f"id-{self.ids}")
        return (
            found(booking(), look=look, at=self.at),
            found(booking(1, "E"), booking(2, "A"), look=look, at=self.at),
            found(look=look, at=self.at),
            TicketSeen(self.at, look, ticket("slip")),
            NothingFound(self.at, look, "hall_silent"),
        )[which]

    def pressed(self, which: int) -> Event:
        """A button that this page has."""
        self.ids += 1
        if self.session.warning is not None:
            words = [Touch.STILL_HERE, Touch.FINISH, Touch.HELP]
        else:
            words = [word for page, word in TOUCHES if page is self.session.page] or [Touch.HELP]
        return Touched(self.at, words[which % len(words)], f"id-{self.ids}")

    def due(self) -> tuple[str, str, str]:
        """What the hall or the printer may say now."""
        printing = self.session.visit is not None and self.session.visit.ticket is not None
        return ("printed", "not_printed", "unknown") if printing else ("reserved", "refused", "silent")

    def anything(self, which: int) -> Event:
        """Any event at all, also one that fits no page; answers are for any number that was ever asked for."""
        self.ids += 1
        ticket_id = self.asked[which % len(self.asked)] if self.asked else "none"
        people, words, chips = (YOUNG, OLD, EXPIRED), list(Touch), list(Chip)
        names = ("reserved", "refused", "silent", "confirmed", "printed", "not_printed", "unknown")
        return (
            Touched(self.at, words[which // 8 % len(words)], f"id-{self.ids}"),
            Touched(self.at, words[which // 8 % len(words)], f"id-{self.ids}"),
            Chosen(self.at, Choice.ITEM, ("i05", "general", "none")[which // 8 % 3]),
            Chosen(self.at, Choice.CHIP, chips[which // 8 % len(chips)]),
            CardRead(self.at, people[which // 8 % 3], f"id-{self.ids}"),
            *[self.answer(names[which // 8 % len(names)], ticket_id)] * 3,
        )[which % 8]

    def onward(self) -> Event:
        """What brings the visit one page further, so that the far pages are reached often."""
        self.ids += 1
        match self.session.page:
            case Page.HOME:
                return Touched(self.at, Touch.TAKE_A_NUMBER)
            case Page.SERVICES:
                return Chosen(self.at, Choice.ITEM, "i05")
            case Page.CARD:
                return CardRead(self.at, YOUNG, f"id-{self.ids}")
            case Page.CONFIRM:
                return Touched(self.at, Touch.PRINT_NUMBER, f"id-{self.ids}")
            case _:
                return self.answer("reserved", self.asked[-1]) if self.asked else Tick(self.at)

    def world(self, what: object) -> Event:
        return {
            "reading": CardReading(self.at),
            "unreadable": CardUnreadable(self.at, "refused"),
            "gone": CardGone(self.at),
            "lost": DevicesChanged(self.at, Devices(printer=True)),
            "found": DevicesChanged(self.at, ALL_WELL),
            "tick": Tick(self.at),
            "key": PadPressed(self.at),
            "plug": HeadphonesChanged(self.at, inside=True),
            "unplug": HeadphonesChanged(self.at, inside=False),
            "read": ReadOut(self.at, shown_on(self.session), "陈，您好", Language.ZH_CN),
            "caption": CaptionCame(self.at, self.session.hearing.turn, "陈，您好"),
            "knob": Chosen(self.at, Choice.KNOB, list(Knob)[self.ids % len(Knob)]),
            "touched": Silenced(self.at),
        }[str(what)]

    def answer(self, what: object, ticket_id: str) -> Event:
        if what == "reserved" and ticket_id not in self.refused:
            self.reserved.add(ticket_id)
        if what == "refused" and ticket_id in self.reserved | self.refused:
            return Tick(self.at)  # a hall does not take its word back
        if what == "refused":
            self.refused.add(ticket_id)
        if what == "reserved" and ticket_id in self.refused:
            return Tick(self.at)
        return {
            "reserved": TicketReserved(self.at, ticket(ticket_id)),
            "refused": TicketRefused(self.at, ticket_id, "item_unknown"),
            "silent": HallSilent(self.at, ticket_id),
            "confirmed": TicketConfirmed(self.at, ticket(ticket_id)),
            "printed": SlipPrinted(self.at, ticket_id),
            "not_printed": SlipNotPrinted(self.at, ticket_id, "paper_out"),
            "unknown": SlipUnknown(self.at, ticket_id, "device_silent"),
        }[str(what)]

    def play(self, event: Event) -> None:
        self.session, effects = step(self.session, event)
        for effect in effects:
            self.note(effect)
        if Wipe() in effects:
            self.nothing_personal_is_left(event)
        self.shape_holds()

    def note(self, effect: Effect) -> None:
        match effect:
            case AskForTicket(ticket_id=ticket_id) | AskForCheckIn(ticket_id=ticket_id):
                assert ticket_id not in self.asked
                self.asked.append(ticket_id)
            case PrintSlip(ticket=given_ticket):
                assert given_ticket.id not in self.printed
                assert self.session.warning is None, "printed for somebody who may be gone"
                self.printed.append(given_ticket.id)
            case ConfirmPrint(ticket_id=ticket_id, answer=answer):
                before = self.answers.setdefault(ticket_id, [])
                assert not before or before[-1] is PrintAnswer.CANNOT_TELL
                before.append(answer)
            case Say():
                assert Mode.ALOUD in self.session.modes.on or forgotten_card(self.session), "said to nobody"
            case _:
                pass

    def nothing_personal_is_left(self, event: Event) -> None:
        visit = self.session.visit
        if isinstance(event, CardRead):
            assert visit is None or visit.person in {None, event.person}
        elif isinstance(event, CodeShown) and isinstance(event.shown, PersonShown):
            assert visit is None or visit.person in {None, event.shown.person}
        else:
            assert visit is None or visit.person is None
        assert self.session.warning is None
        assert self.session.hearing.caption == ""
        assert visit is None or (visit.ticket is None and visit.seen is None)

    def shape_holds(self) -> None:
        session = self.session
        alone = {Page.STARTING, Page.HOME, Page.CLEARED, Page.OUT_OF_SERVICE, Page.STAFF_PIN, Page.STAFF}
        alone |= {Page.STAFF_FIND, Page.STAFF_NUMBER, Page.SETUP, *BEHIND_THE_TECHNICIAN_S_PIN}
        assert (session.visit is None) == (session.page in alone)
        if session.warning is not None:
            assert session.visit is not None
            assert session.visit.person is None
        assert (session.visit is not None and session.visit.refusal is not None) == (session.page is Page.CODE_REFUSED)
        if session.page in {Page.CHECKING, Page.CODE_REFUSED, Page.TICKET_STATE}:
            assert session.page_ends_at is not None
        if session.page in {Page.PRINTING, Page.TICKET, Page.CLEARED, Page.PAPER_OUT, Page.ASK_SLIP}:
            assert session.page_ends_at is not None

    def everybody_leaves(self) -> None:
        """Nobody touches anything any more: pages end, warnings end, cards are taken."""
        self.play(CardGone(self.at))
        for _ in range(12):
            self.at += 61
            self.play(Tick(self.at))
        assert self.session.page is Page.HOME


@settings(max_examples=500, deadline=None)
@given(st.sampled_from([CONFIRM, HOME]), st.lists(st.tuples(HAPPENINGS, WAITS), min_size=20, max_size=60))
def test_every_number_ends_with_an_answer_and_nobody_leaves_a_trace(start, happenings) -> None:
    runner = Runner(start)
    for (kind, what), wait_s in happenings:
        runner.at += wait_s
        runner.play(runner.event(kind, what))
    runner.everybody_leaves()
    assert runner.session.visit is None
    assert runner.session.warning is None
    assert runner.session.modes == Modes()
    assert runner.session.hearing == Hearing(private=runner.session.hearing.private, turn=runner.session.hearing.turn)
    owed = set(runner.asked) - runner.refused
    assert set(runner.answers) >= owed, "a number was left without a word to the hall"
    for ticket_id, answers in runner.answers.items():
        assert len(answers) <= 2
        assert answers[-1] in FINAL or ticket_id in runner.printed
    not_printed = set(runner.answers) - set(runner.printed)
    assert all(runner.answers[ticket_id] == [PrintAnswer.VOID] for ticket_id in not_printed)
