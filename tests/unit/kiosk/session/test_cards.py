"""The card on the glass: remembered when laid early, asked for again when it fails, never compulsory."""

from __future__ import annotations

import pytest

from hall_server.contract.vocabulary import Chip
from kiosk.session.cards import card_notice
from kiosk.session.effects import PlayTone, Tone, Wipe
from kiosk.session.events import (
    CardGone,
    CardRead,
    CardReading,
    CardUnreadable,
    Choice,
    Chosen,
    DevicesChanged,
    HallSilent,
    Tick,
    Touch,
)
from kiosk.session.state import CardStep, Devices, Page, Session
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    ALL_WELL,
    BUSY,
    CARD,
    CLEARED,
    CONFIRM,
    EXPIRED,
    GUIDE,
    HELP,
    HOME,
    ID,
    OLD,
    PRECHECK,
    SERVICES,
    T0,
    TAKE_BACK,
    TICKET,
    YOUNG,
    after,
    is_take_back,
    played,
    touch,
    visit_of,
    warned,
)

WITHOUT_READER = DevicesChanged(T0, Devices(card_reader=False, printer=True))


@pytest.mark.parametrize("early", [HOME, CLEARED])
def test_a_card_laid_on_the_home_page_begins_a_visit(early) -> None:
    session, effects = played(early, CardReading(T0), CardRead(T0, YOUNG))
    assert session.page is Page.SERVICES
    assert visit_of(session).person == YOUNG
    assert effects == [PlayTone(Tone.OK)]


def test_a_card_laid_early_is_not_asked_for_again() -> None:
    session = after(HOME, CardRead(T0, YOUNG), CardGone(T0), Chosen(T0, Choice.ITEM, "i05"))
    assert session.page is Page.CONFIRM


def test_a_card_on_the_card_page_leads_to_the_check() -> None:
    reading = after(CARD, CardReading(T0))
    assert visit_of(reading).card_step is CardStep.READING
    session = after(reading, CardRead(T0, YOUNG))
    assert (session.page, visit_of(session).person) == (Page.CONFIRM, YOUNG)


def test_a_card_that_is_gone_while_it_was_read_is_asked_for_again() -> None:
    session = after(CARD, CardReading(T0), CardGone(T0))
    assert visit_of(session).card_step is CardStep.WAITING
    assert not session.card_on_glass


def test_another_way_is_offered_after_three_failures() -> None:
    session, effects = CARD, []
    for step_expected in (CardStep.TRY_AGAIN, CardStep.TRY_AGAIN, CardStep.OTHER_WAY):
        session, effects = played(session, CardReading(T0), CardUnreadable(T0, "pulled_away"), CardGone(T0))
        assert visit_of(session).card_step is step_expected
    assert effects == [PlayTone(Tone.WARN)]
    assert after(session, CardRead(T0, YOUNG)).page is Page.CONFIRM
    assert after(session, touch(Touch.WITHOUT_CARD)).page is Page.CONFIRM


def test_a_number_can_be_had_without_a_card() -> None:
    session = after(CARD, touch(Touch.WITHOUT_CARD))
    assert (session.page, visit_of(session).person) == (Page.CONFIRM, None)


def test_no_card_is_asked_for_a_second_item_when_there_was_none_for_the_first() -> None:
    session = after(CARD, touch(Touch.WITHOUT_CARD), touch(Touch.BACK), Chosen(T0, Choice.ITEM, "i05"))
    assert session.page is Page.CONFIRM


def test_an_expired_card_warns_and_gives_a_number_all_the_same() -> None:
    session, effects = played(CARD, CardRead(T0, EXPIRED))
    assert session.page is Page.CONFIRM
    assert visit_of(session).card_step is CardStep.EXPIRED
    assert effects == [PlayTone(Tone.WARN)]


def test_elders_are_given_priority_by_themselves_and_may_refuse_it() -> None:
    session = after(CARD, CardRead(T0, OLD))
    assert visit_of(session).chips == {Chip.ELDER}
    session = after(session, Chosen(T0, Choice.CHIP, Chip.ELDER), CardRead(T0, OLD))
    assert visit_of(session).chips == frozenset()


def test_the_next_persons_card_replaces_the_first_and_its_priority() -> None:
    session = after(CARD, CardRead(T0, OLD), Chosen(T0, Choice.CHIP, Chip.WHEELCHAIR), CardRead(T0, YOUNG))
    assert visit_of(session).person == YOUNG
    assert visit_of(session).chips == {Chip.WHEELCHAIR}


def test_wishes_made_before_the_card_was_laid_are_kept() -> None:
    session = after(CARD, touch(Touch.WITHOUT_CARD), Chosen(T0, Choice.CHIP, Chip.CANTONESE), CardRead(T0, OLD))
    assert visit_of(session).chips == {Chip.CANTONESE, Chip.ELDER}


def test_a_person_whose_age_the_card_does_not_tell_is_given_no_priority() -> None:
    session = after(CARD, CardRead(T0, replace(OLD, age=None)))
    assert visit_of(session).chips == frozenset()


def test_a_card_laid_while_help_is_awaited_goes_on_where_help_was_asked_for() -> None:
    session = after(CARD, touch(Touch.HELP), CardRead(T0, YOUNG))
    assert session.page is Page.CONFIRM
    assert after(HELP, CardRead(T0, OLD)).page is Page.CONFIRM
    assert after(HOME, touch(Touch.HELP), CardRead(T0, OLD)).page is Page.SERVICES


def test_a_failing_card_changes_nothing_where_no_card_is_asked_for() -> None:
    assert after(SERVICES, CardReading(T0), CardUnreadable(T0, "refused"), CardGone(T0)) == SERVICES


def test_the_card_way_is_hidden_when_there_is_no_reader() -> None:
    assert after(SERVICES, WITHOUT_READER, Chosen(T0, Choice.ITEM, "i05")).page is Page.CONFIRM


def test_another_way_is_offered_while_the_reader_is_away() -> None:
    away = after(CARD, WITHOUT_READER)
    assert visit_of(away).card_step is CardStep.OTHER_WAY
    assert visit_of(after(away, DevicesChanged(T0, ALL_WELL))).card_step is CardStep.WAITING


def test_the_other_way_stays_open_when_the_reader_blinks_after_three_failures() -> None:
    tired = after(CARD, *[CardUnreadable(T0, "refused")] * 3)
    assert visit_of(after(tired, WITHOUT_READER, DevicesChanged(T0, ALL_WELL))).card_step is CardStep.OTHER_WAY


def test_a_reader_that_comes_and_goes_elsewhere_changes_nothing_else() -> None:
    assert after(SERVICES, WITHOUT_READER, DevicesChanged(T0, ALL_WELL)) == SERVICES
    assert after(HOME, WITHOUT_READER).page is Page.HOME


def test_a_forgotten_card_is_asked_back_before_the_next_visitor() -> None:
    assert is_take_back(TAKE_BACK)
    assert visit_of(TAKE_BACK).person is None
    assert after(TAKE_BACK, CardGone(T0)).page is Page.CLEARED
    for nothing in (touch(Touch.BACK), CardRead(T0, YOUNG), CardReading(T0), CardUnreadable(T0, "refused")):
        assert is_take_back(after(TAKE_BACK, nothing))


def test_help_can_be_called_while_a_forgotten_card_lies_there() -> None:
    session, effects = played(TAKE_BACK, touch(Touch.HELP))
    assert is_take_back(session)
    assert effects


def test_a_forgotten_card_does_not_keep_the_next_visitor_out() -> None:
    session = after(TAKE_BACK, touch(Touch.WITHOUT_CARD))
    assert session.page is Page.SERVICES
    assert visit_of(session).person is None


def test_nobody_waits_for_a_card_that_a_lost_reader_cannot_see() -> None:
    assert after(TAKE_BACK, WITHOUT_READER).page is Page.CLEARED
    assert is_take_back(after(TAKE_BACK, DevicesChanged(T0, replace(ALL_WELL, printer=False))))


def test_the_same_card_under_the_warning_means_that_somebody_is_there() -> None:
    session = after(warned(CONFIRM), CardRead(T0, YOUNG))
    assert session.warning is None
    assert visit_of(session).person == YOUNG


def test_the_first_card_under_the_warning_belongs_to_the_visit() -> None:
    session = after(warned(SERVICES), CardRead(T0, YOUNG))
    assert (session.warning, session.page, visit_of(session).person) == (None, Page.SERVICES, YOUNG)


def test_another_persons_card_under_the_warning_wipes_and_begins_anew() -> None:
    session, effects = played(warned(CONFIRM), CardRead(T0, OLD))
    assert Wipe() in effects
    assert session.page is Page.SERVICES
    assert visit_of(session).person == OLD
    assert visit_of(session).item is None


def test_a_card_does_not_come_between_a_visitor_and_a_number_on_its_way() -> None:
    assert after(BUSY, CardRead(T0, OLD), CardGone(T0)) == BUSY
    assert after(warned(BUSY), CardRead(T0, OLD)).warning is not None
    assert after(TICKET, HallSilent(T0, ID), CardRead(T0, OLD)).page is Page.TICKET


@pytest.mark.parametrize("page", [SERVICES, GUIDE, PRECHECK], ids=lambda session: session.page)
def test_a_card_that_no_page_asked_for_is_said_for_eight_seconds(page: Session) -> None:
    read = after(page, CardRead(T0, YOUNG), CardGone(T0 + 1))
    assert (read.page, card_notice(read)) == (page.page, "card_read")
    assert card_notice(after(page, CardRead(T0, EXPIRED))) == "card_expired"
    assert card_notice(after(read, Tick(T0 + 8))) == ""
    assert card_notice(after(CARD, CardRead(T0, YOUNG))) == "", "the page after it says who it is"
