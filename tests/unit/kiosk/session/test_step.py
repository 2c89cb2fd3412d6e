"""The table of the visit: which touch does something on which page; everything else changes nothing."""

from __future__ import annotations

from typing import get_args

import pytest

from hall_server.contract.vocabulary import Chip, TicketState
from kiosk.codes.words import CodeReason
from kiosk.session.codes import LISTENING
from kiosk.session.effects import Effect
from kiosk.session.events import (
    CardGone,
    CardRead,
    CardReading,
    CardUnreadable,
    CatalogueCame,
    Choice,
    Chosen,
    CodeShown,
    DevicesChanged,
    Event,
    HallNews,
    HallSilent,
    LinkChanged,
    NothingFound,
    SlipNotPrinted,
    SlipPrinted,
    SlipUnknown,
    Stirred,
    Tick,
    TicketConfirmed,
    TicketRefused,
    TicketReserved,
    TicketSeen,
    Touch,
)
from kiosk.session.hearing import CaptionCame, HeadphonesChanged, PadPressed, ReadOut, Silenced
from kiosk.session.journey import JourneyEvent
from kiosk.session.modes import Language
from kiosk.session.refusing import OPEN_PAGES
from kiosk.session.shown import CodeRefused, PersonShown
from kiosk.session.state import Page, Session
from kiosk.session.step import CHOICES, TOUCHES, step
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    ALL_WELL,
    ASK_SLIP,
    BUSY,
    CATALOGUE,
    EVERY_PAGE,
    EXPIRED,
    HALL,
    HOME,
    ID,
    LOOK,
    OLD,
    OTHER_ID,
    PAPER_OUT,
    PRINTING,
    SERVICES,
    STARTING,
    T0,
    TICKET,
    YOUNG,
    after,
    booking,
    found,
    ticket,
    touch,
    warned,
)

LATER = T0 + 1  # past the same-touch pause, before every time-out
AMBIENT = {"now", "last_touch", "last_pressed", "card_on_glass", "hall", "heard_at", "online", "devices", "catalogue"}

NOT_NOW = {  # listed, and of use in another state of the page only
    (Page.TICKET_STATE, "rate"),
    (Page.RATING, "complain"),
    (Page.COMPLAINT, "category"),
    (Page.COMPLAINT, "without_words"),
    (Page.LINKS, "category"),
    (Page.CERTIFICATES, "look_up"),
    (Page.RELATION, "other_way"),
    (Page.CONFIRM, "text_me"),
    (Page.TICKET, "text_me"),
    (Page.PHONE, "no_texts"),
    (Page.GUIDE, "apply"),
    *((Page.REMOTE, name) for name in ("key", "send", "agree", "decline")),
    *((Page.PRECHECK, name) for name in ("apply", "look_up")),
    (Page.APPLY, "try_again"),
    *((Page.APPLY_SENDING, name) for name in ("try_again", "take_a_number", "send")),
    (Page.APPLY_RECEIPT, "reprint"),
    (Page.STAFF_FIND, "code"),
    (Page.STAFF_NUMBER, "put_first"),
    *((Page.UPGRADE, name) for name in ("agree", "decline")),  # nothing is asked
    *((Page.SETTINGS, name) for name in ("agree", "decline", "typed", "key", "undo")),  # nothing is looked at
    *((Page.SETUP, name) for name in ("field", "key", "try_again")),  # another row, no pad, nothing to look for again
}
EFFECTIVE = {(page, name.value) for page, name in TOUCHES} | {
    *((page, choice.value) for page, choice in CHOICES),
    *((page, name) for page in Page for name in ("help", "mode", "language", "silenced", "headphones", "pad")),
    (Page.HOME, "card_read"),
    (Page.CLEARED, "card_read"),
    (Page.SERVICES, "card_read"),
    *((page, "card_read") for page in (Page.SEARCH, Page.GUIDES, Page.GUIDE, Page.BUNDLE, Page.LEAF, Page.PLAN)),
    (Page.SITUATION, "card_read"),
    (Page.PRECHECK, "card_read"),
    (Page.CARD, "card_read"),
    (Page.CONFIRM, "card_read"),
    (Page.PRINCIPAL, "card_read"),
    (Page.NUMBER, "card_read"),
    (Page.HELP, "card_read"),
    (Page.TICKET_STATE, "card_read"),
    (Page.CODE_REFUSED, "card_read"),
    *((page, "code") for page in LISTENING),
    *((page, "code_refused") for page in OPEN_PAGES),
    *((Page.CHECKING, answer) for answer in ("bookings_found", "ticket_seen", "nothing_found")),
    *(
        (page, answer)
        for page in (Page.PROGRESS, Page.CERTIFICATE_CARD, Page.APPLY_CARD)
        for answer in ("card_reading", "card_read", "card_unreadable")
    ),
    (Page.CARD, "card_reading"),
    (Page.CARD, "card_unreadable"),
    (Page.PRINTING, "slip_printed"),
    (Page.PRINTING, "slip_not_printed"),
    (Page.PRINTING, "slip_unknown"),
    (Page.ASK_SLIP, "slip_printed"),
    (Page.ASK_SLIP, "slip_not_printed"),
    (Page.BUSY, "reserved"),
    (Page.BUSY, "refused"),
    (Page.STARTING, "catalogue"),
    (Page.OUT_OF_SERVICE, "catalogue"),
    *((page, "confirmed") for page in (Page.PRINTING, Page.TICKET, Page.PAPER_OUT, Page.ASK_SLIP)),
}
EFFECTIVE -= NOT_NOW
"""Every (page, event) that may change more than what is true of the hall and the boxes around."""

EVENTS: dict[str, Event] = {
    **{name.value: touch(name, LATER, OTHER_ID) for name in Touch},
    "theme": Chosen(LATER, Choice.THEME, "其他"),
    "item": Chosen(LATER, Choice.ITEM, "i05"),
    "bundle": Chosen(LATER, Choice.BUNDLE, "b1"),
    "order": Chosen(LATER, Choice.ORDER, "theme"),
    "group": Chosen(LATER, Choice.GROUP, "J"),
    "answer": Chosen(LATER, Choice.ANSWER, ""),
    "chip": Chosen(LATER, Choice.CHIP, Chip.WHEELCHAIR),
    "booking": Chosen(LATER, Choice.BOOKING, booking().id, OTHER_ID),
    "mode": Chosen(LATER, Choice.MODE, "large"),
    "language": Chosen(LATER, Choice.LANGUAGE, "en"),
    "other_way": Chosen(LATER, Choice.OTHER_WAY, "video", OTHER_ID),
    "relation": Chosen(LATER, Choice.RELATION, "guardian"),
    "setting": Chosen(LATER, Choice.SETTING, "kiosk.idle_s"),
    "version": Chosen(LATER, Choice.VERSION, "0.4.0"),
    "reason": Chosen(LATER, Choice.REASON, "pregnant"),
    "region": Chosen(LATER, Choice.REGION, "853"),
    "ticket": Chosen(LATER, Choice.TICKET, OTHER_ID),
    "phrase": Chosen(LATER, Choice.PHRASE, "deaf", OTHER_ID),
    "category": Chosen(LATER, Choice.CATEGORY, "01", OTHER_ID),
    "sentence": Chosen(LATER, Choice.SENTENCE, "long_wait", OTHER_ID),
    "stars": Chosen(LATER, Choice.STARS, "4", OTHER_ID),
    "case": Chosen(LATER, Choice.CASE, "0"),
    "certificate": Chosen(LATER, Choice.CERTIFICATE, "1", OTHER_ID),
    "material": Chosen(LATER, Choice.MATERIAL, "m_work"),
    "scanned_page": Chosen(LATER, Choice.SCANNED_PAGE, "1"),
    "field": Chosen(LATER, Choice.FIELD, "card_number"),
    "delivery": Chosen(LATER, Choice.DELIVERY, "locker"),
    "take_away": Chosen(LATER, Choice.TAKE_AWAY, "i05"),
    "service": Chosen(LATER, Choice.SERVICE, "record", OTHER_ID),
    "web_link": Chosen(LATER, Choice.LINK, "l1"),
    "copies": Chosen(LATER, Choice.COPIES, "3"),
    "key": Chosen(LATER, Choice.KEY, "back"),
    "knob": Chosen(LATER, Choice.KNOB, "louder"),
    "read_out": ReadOut(LATER, "services", "您要办哪一件？", Language.ZH_CN),
    "silenced": Silenced(LATER),
    "caption": CaptionCame(LATER, 99, "您好"),
    "headphones": HeadphonesChanged(LATER, inside=True),
    "pad": PadPressed(LATER),
    "code": CodeShown(LATER, PersonShown(OLD), OTHER_ID),
    "code_refused": CodeShown(LATER, CodeRefused(CodeReason.NOT_TEXT), OTHER_ID),
    "bookings_found": found(booking(), at=LATER),
    "ticket_seen": TicketSeen(LATER, LOOK, ticket()),
    "nothing_found": NothingFound(LATER, LOOK, "booking_unknown"),
    "stirred": Stirred(LATER),
    "card_reading": CardReading(LATER),
    "card_read": CardRead(LATER, EXPIRED),
    "card_unreadable": CardUnreadable(LATER, "refused"),
    "card_gone": CardGone(LATER),
    "reserved": TicketReserved(LATER, ticket()),
    "refused": TicketRefused(LATER, ID, "item_unknown"),
    "silent": HallSilent(LATER, ID),
    "confirmed": TicketConfirmed(LATER, ticket(state=TicketState.WAITING)),
    "slip_printed": SlipPrinted(LATER, ID),
    "slip_not_printed": SlipNotPrinted(LATER, ID, "cover_open"),
    "slip_unknown": SlipUnknown(LATER, ID, "device_lost"),
    "hall": HallNews(LATER, HALL),
    "catalogue": CatalogueCame(LATER, CATALOGUE),
    "link": LinkChanged(LATER, online=True),
    "devices": DevicesChanged(LATER, ALL_WELL),
    "tick": Tick(LATER),
}


def visible(session: Session) -> dict[str, object]:
    """All but what may change at any time."""
    return {name: getattr(session, name) for name in session.__struct_fields__ if name not in AMBIENT}


def test_every_kind_of_event_and_every_page_is_in_the_table() -> None:
    assert {type(event) for event in EVENTS.values()} == set(get_args(Event)) - {JourneyEvent}
    assert set(EVERY_PAGE) == set(Page)


@pytest.mark.parametrize("page", Page)
def test_an_event_changes_something_only_where_it_is_listed(page: Page) -> None:
    before = EVERY_PAGE[page]
    changing = set()
    for name, event in EVENTS.items():
        now, effects = step(before, event)
        if visible(now) != visible(before) or effects:
            changing.add(name)
    assert changing == {name for name in EVENTS if (page, name) in EFFECTIVE}


@pytest.mark.parametrize("page", [page for page in Page if EVERY_PAGE[page].visit is not None])
def test_nothing_of_the_visit_is_touched_under_the_warning_but_by_its_own_buttons(page: Page) -> None:
    before = warned(EVERY_PAGE[page])
    for name, event in EVENTS.items():
        now, _ = step(before, event)
        if name in {"still_here", "finish", "help", "card_read", "code"}:
            assert now.warning is None or page is Page.BUSY or name in {"card_read", "code"}, name
        else:
            assert now.warning == before.warning, name
            assert now.visit is None or now.visit.person is None, name


@pytest.mark.parametrize("page", Page)
@pytest.mark.parametrize(
    "late",
    [
        TicketReserved(LATER, ticket(OTHER_ID)),
        TicketRefused(LATER, OTHER_ID, "item_unknown"),
        HallSilent(LATER, OTHER_ID),
        TicketConfirmed(LATER, ticket(OTHER_ID)),
        SlipPrinted(LATER, OTHER_ID),
        SlipNotPrinted(LATER, OTHER_ID, "paper_out"),
        SlipUnknown(LATER, OTHER_ID, "device_silent"),
        TicketRefused(LATER, "", "item_unknown"),
    ],
    ids=lambda event: type(event).__name__,
)
def test_an_answer_to_an_earlier_visit_changes_nothing(page: Page, late: Event) -> None:
    before = EVERY_PAGE[page]
    now, effects = step(before, late)
    assert (visible(now), effects) == (visible(before), ())


@pytest.mark.parametrize(
    ("session", "first"),
    [
        (SERVICES, touch(Touch.BACK, LATER)),
        (SERVICES, touch(Touch.NEXT_LIST_PAGE, LATER)),
        (SERVICES, Chosen(LATER, Choice.THEME, "其他")),
        (SERVICES, Chosen(LATER, Choice.ITEM, "i05")),
        (EVERY_PAGE[Page.CARD], touch(Touch.BACK, LATER)),
        (EVERY_PAGE[Page.CONFIRM], touch(Touch.BACK, LATER)),
        (EVERY_PAGE[Page.CONFIRM], touch(Touch.FOR_OTHER, LATER)),
        (EVERY_PAGE[Page.CONFIRM], Chosen(LATER, Choice.CHIP, Chip.PRIORITY)),
        (EVERY_PAGE[Page.CONFIRM], touch(Touch.PRINT_NUMBER, LATER)),
        (PAPER_OUT, touch(Touch.NOTED, LATER)),
        (TICKET, touch(Touch.HELP, LATER)),
    ],
)
def test_a_finger_that_trembles_counts_once(session: Session, first: Event) -> None:
    once, done = step(session, first)
    assert done or once != session
    again, effects = step(once, replace(first, at=first.at + 0.2))
    assert (visible(again), effects) == (visible(once), ())


def test_two_touches_in_a_row_count_when_they_mean_two_things() -> None:
    session = after(
        HOME, touch(Touch.TAKE_A_NUMBER, LATER), Chosen(LATER, Choice.ITEM, "i05"), touch(Touch.WITHOUT_CARD, LATER)
    )
    assert session.page is Page.CONFIRM


def test_time_never_runs_backwards() -> None:
    assert after(SERVICES, Tick(T0 + 5), Tick(T0 - 500)).now == T0 + 5


def test_a_kiosk_without_a_catalogue_says_so_after_a_while_and_recovers() -> None:
    patient = after(STARTING, Tick(T0 + 9))
    assert patient.page is Page.STARTING
    closed = after(patient, Tick(T0 + 10))
    assert closed.page is Page.OUT_OF_SERVICE
    assert after(closed, CatalogueCame(T0 + 60, CATALOGUE)).page is Page.HOME


def test_what_is_true_around_the_visit_is_always_taken_in() -> None:
    session = after(PRINTING, HallNews(LATER, HALL), LinkChanged(LATER, online=True), CatalogueCame(LATER, CATALOGUE))
    assert (session.hall, session.online, session.page) == (HALL, True, Page.PRINTING)


def test_values_that_name_a_person_hide_it() -> None:
    session = after(SERVICES, CardRead(LATER, YOUNG))
    shown = repr(session) + repr(CardRead(LATER, YOUNG)) + repr(warned(session))
    for secret in (YOUNG.pseudonym, YOUNG.name_mask, YOUNG.number_mask):
        assert secret not in shown


def test_effects_are_values_that_can_be_compared() -> None:
    assert all(effect.__struct_config__.frozen for effect in get_args(Effect))
    assert BUSY != ASK_SLIP
