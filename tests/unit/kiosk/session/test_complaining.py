"""投诉、办不成事、建议: two touches from 请人帮忙, no name, a number, and nothing lost without the hall."""

from __future__ import annotations

import pytest

from hall_server.contract.voices import Complain
from kiosk.session.complaining import (
    SENTENCES,
    CategoriesFound,
    ComplaintPrinted,
    ComplaintSent,
    ComplaintStep,
    FindCategories,
    PrintComplaint,
    SendComplaint,
    complaint_way,
)
from kiosk.session.effects import PlayTone, Tone, Wipe
from kiosk.session.events import Choice, Chosen, Event, LinkChanged, Tick, Touch
from kiosk.session.rating import RatingSent, RatingStep
from kiosk.session.state import Page, Session
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    CATEGORIES,
    COMPLAINT,
    COMPLAINT_TABLE,
    CONFIRM,
    GUIDE,
    HELP,
    HOME,
    ID,
    OTHER_ID,
    RATING,
    T0,
    WAYS,
    after,
    played,
    touch,
)


def chosen(choice: Choice, value: str, at: float = T0 + 1) -> Chosen:
    return Chosen(at, choice, value, OTHER_ID)


def step_of(session: Session) -> ComplaintStep | None:
    way = complaint_way(session)
    return None if way is None else way.step


HEARD = after(COMPLAINT, touch(Touch.SEND), ComplaintSent(T0, ID, ComplaintStep.HEARD, "TS1"))


def test_it_is_two_touches_from_help() -> None:
    session, effects = played(HELP, touch(Touch.OTHER_WAYS), touch(Touch.COMPLAIN))
    assert (session.page, step_of(session), effects) == (Page.COMPLAINT, ComplaintStep.LOADING, [FindCategories(ID)])
    assert step_of(CATEGORIES) is ComplaintStep.CATEGORY


def test_from_a_guide_the_item_is_filled_in_and_one_comes_back_to_it() -> None:
    told = after(GUIDE, touch(Touch.COMPLAIN), CategoriesFound(T0, ID, COMPLAINT_TABLE), chosen(Choice.CATEGORY, "02"))
    way = complaint_way(told)
    assert way is not None
    assert (told.page, way.about) == (Page.COMPLAINT, "居住证申领")
    sending = after(told, chosen(Choice.SENTENCE, "many_trips"))
    sent, effects = played(sending, touch(Touch.SEND, T0 + 2))
    assert effects == [SendComplaint(ID, Complain(category="02", words="事项：居住证申领；跑了好几趟"))]
    heard = after(sent, ComplaintSent(T0 + 3, ID, ComplaintStep.HEARD, "TS1"))
    back = after(heard, touch(Touch.FINISH, T0 + 4))
    assert (back.page, back.current_visit().way) == (Page.GUIDE, GUIDE.current_visit().way)
    assert after(told, touch(Touch.BACK, T0 + 2), touch(Touch.BACK, T0 + 3)).page is Page.GUIDE


def test_without_the_hall_the_item_is_not_kept_only_the_category() -> None:
    found = after(GUIDE, touch(Touch.COMPLAIN), CategoriesFound(T0, ID, COMPLAINT_TABLE), LinkChanged(T0, online=False))
    _, effects = played(found, chosen(Choice.CATEGORY, "02"))
    assert effects == [SendComplaint(ID, Complain(category="02"))]


def test_ready_sentences_go_on_and_off_and_are_told_in_their_order() -> None:
    words = [chosen(Choice.SENTENCE, code, T0 + at) for at, code in enumerate(("no_reason", "long_wait", "attitude"))]
    session, effects = played(COMPLAINT, *words, chosen(Choice.SENTENCE, "attitude", T0 + 5), touch(Touch.SEND, T0 + 6))
    assert effects == [SendComplaint(ID, Complain("02", "等得太久；办不了，没说为什么"))]
    assert step_of(session) is ComplaintStep.SENDING


def test_it_can_be_sent_without_a_word() -> None:
    _, effects = played(COMPLAINT, touch(Touch.SEND))
    assert effects == [SendComplaint(ID, Complain("02"))]


@pytest.mark.parametrize("strange", [chosen(Choice.CATEGORY, "99"), chosen(Choice.CATEGORY, "")])
def test_a_category_that_is_not_in_the_table_changes_nothing(strange: Event) -> None:
    assert step_of(after(CATEGORIES, strange)) is ComplaintStep.CATEGORY


def test_a_sentence_that_there_is_not_changes_nothing() -> None:
    assert played(after(COMPLAINT, chosen(Choice.SENTENCE, "陈小明")), touch(Touch.SEND, T0 + 2))[1] == [
        SendComplaint(ID, Complain("02"))
    ]


def test_a_number_comes_and_its_slip() -> None:
    _, effects = played(after(COMPLAINT, touch(Touch.SEND)), ComplaintSent(T0, ID, ComplaintStep.HEARD, "TS1"))
    assert effects == [PlayTone(Tone.OK), PrintComplaint(ID, "TS1", "02")]
    way = complaint_way(after(HEARD, ComplaintPrinted(T0, ID, printed=True)))
    assert way is not None
    assert (way.number, way.slip) == ("TS1", True)


def test_without_the_hall_its_category_is_sent_at_once_and_no_word_is_asked_for() -> None:
    session, effects = played(replace(CATEGORIES, online=False), chosen(Choice.CATEGORY, "01"))
    assert (step_of(session), effects) == (ComplaintStep.SENDING, [SendComplaint(ID, Complain("01"))])
    kept, effects = played(session, ComplaintSent(T0 + 2, ID, ComplaintStep.KEPT))
    assert (step_of(kept), effects) == (ComplaintStep.KEPT, [PlayTone(Tone.OK)])


def test_words_that_the_silent_hall_did_not_hear_can_be_left_out_under_the_same_key() -> None:
    unsaid = after(
        COMPLAINT,
        chosen(Choice.SENTENCE, "long_wait"),
        touch(Touch.SEND, T0 + 2),
        ComplaintSent(T0 + 3, ID, ComplaintStep.UNSAID),
    )
    session, effects = played(unsaid, touch(Touch.WITHOUT_WORDS, T0 + 4))
    assert (step_of(session), effects) == (ComplaintStep.SENDING, [SendComplaint(ID, Complain("02"))])


def test_a_hall_without_a_table_names_desk_and_hotline() -> None:
    session = after(WAYS, touch(Touch.COMPLAIN), CategoriesFound(T0, ID, ()))
    assert step_of(session) is ComplaintStep.LOST


def test_whoever_is_done_goes_on_where_help_was_asked_for() -> None:
    session = after(HEARD, touch(Touch.FINISH))
    assert (session.page, session.visit) == (Page.CONFIRM, CONFIRM.visit)


def test_whoever_came_from_home_is_thanked_and_wiped() -> None:
    ways = after(HOME, touch(Touch.HELP), touch(Touch.OTHER_WAYS), touch(Touch.COMPLAIN))
    session, effects = played(ways, CategoriesFound(T0, ID, ()), touch(Touch.FINISH))
    assert (session.page, session.visit, effects) == (Page.CLEARED, None, [Wipe()])


def test_back_goes_step_by_step_and_gives_the_visit_back() -> None:
    pages = [(Page.COMPLAINT, ComplaintStep.CATEGORY), (Page.WAYS, None), (Page.HELP, None), (Page.CONFIRM, None)]
    session = COMPLAINT
    for at, stands in enumerate(pages, 1):
        session = after(session, touch(Touch.BACK, T0 + at))
        assert (session.page, step_of(session)) == stands
    assert session.visit == CONFIRM.visit


def test_what_is_on_its_way_is_not_called_back() -> None:
    sending = after(COMPLAINT, touch(Touch.SEND))
    for word in (Touch.BACK, Touch.FINISH, Touch.SEND):
        assert played(sending, touch(word, T0 + 2))[0].page is Page.COMPLAINT


@pytest.mark.parametrize("late", [ComplaintSent(T0, OTHER_ID, ComplaintStep.HEARD, "TS9"), CategoriesFound(T0, ID, ())])
def test_a_late_or_strange_answer_changes_nothing(late: Event) -> None:
    for session in (HOME, WAYS, COMPLAINT, HEARD):
        assert played(session, late) == (session, [])


def test_an_answer_after_the_visit_prints_nothing() -> None:
    gone = after(COMPLAINT, touch(Touch.SEND), Tick(T0 + 21), Tick(T0 + 82), Tick(T0 + 113))
    assert gone.visit is None
    assert played(gone, ComplaintSent(T0 + 114, ID, ComplaintStep.HEARD, "TS1"))[1] == []


@pytest.mark.parametrize(("stars", "page"), [("2", Page.COMPLAINT), ("3", Page.RATING)])
def test_only_a_poor_rating_leads_here_and_from_there_the_visit_ends(stars: str, page: Page) -> None:
    rated = after(RATING, chosen(Choice.STARS, stars), RatingSent(T0 + 2, OTHER_ID, RatingStep.HEARD))
    session = after(rated, touch(Touch.COMPLAIN, T0 + 3))
    assert session.page is page
    if page is Page.COMPLAINT:
        assert session.page_ends_at is None
        assert after(session, touch(Touch.BACK, T0 + 4)).page is Page.CLEARED


def test_the_ready_sentences_name_nobody_and_are_short() -> None:
    assert all(len(sentence) <= 12 for sentence in SENTENCES.values())


def test_nobody_is_left_before_a_page_that_waits_for_a_word_that_never_comes() -> None:
    sending = after(COMPLAINT, chosen(Choice.CATEGORY, "01"), touch(Touch.SEND, T0 + 2))
    assert step_of(sending) is ComplaintStep.SENDING
    given_up = after(sending, Tick(T0 + 2 + 2 * sending.rules.hall_s))
    assert (given_up.page, step_of(given_up)) == (Page.COMPLAINT, ComplaintStep.LOST)
