"""查进度: three ways to a case, what stands there then; no answer and no touch finds the visit on a wrong page."""

import pytest

from hall_server.contract.city.progress import CaseState
from hall_server.contract.progress_views import CaseView
from kiosk.session.effects import PlayTone, Tone, Wipe
from kiosk.session.events import (
    CardGone,
    CardRead,
    CardReading,
    CardUnreadable,
    Choice,
    Chosen,
    CodeShown,
    LinkChanged,
    Tick,
    Touch,
)
from kiosk.session.papers import LeavePages, PagesComing, PagesPrinted, PaperFault, PrintPages
from kiosk.session.printouts import Come
from kiosk.session.progress import CasesCame, CasesUnheard, FindCases, ProgressFault, progress_way
from kiosk.session.roll_slips import CaseSlip, PrintRoll
from kiosk.session.shown import BookingShown, OnlineShown, SlipShown
from kiosk.session.state import CardStep, Page
from kiosk.values import replace
from tests.unit.kiosk.session.visits import HOME, ID, LOOK, OTHER_ID, T0, YOUNG, after, played, shows, touch

ASK = after(HOME, touch(Touch.TRACK_CASE))
LOOKING = after(ASK, CardReading(T0), CardRead(T0, YOUNG, LOOK))


def case(number="20261016-0042", item="社会保障卡挂失补换"):
    return CaseView(number=number, state=CaseState.IN_WORK, step=3, at=1, due_at=2, contact="12345", item=item)


SEVERAL = after(LOOKING, CasesCame(T0, LOOK, (case(), case("2"))))
ONE = after(LOOKING, CasesCame(T0, LOOK, (case(),)))


def with_printers(session, *, a4=True, roll=True):
    return replace(session, devices=replace(session.devices, page_printer=a4, printer=roll))


def test_a_card_on_the_glass_asks_for_their_own_cases():
    session, done = played(ASK, CardReading(T0), CardRead(T0, YOUNG, LOOK))
    assert done[-1] == FindCases(LOOK, pseudonym=YOUNG.pseudonym)
    assert session.page is Page.PROGRESS
    assert progress_way(session).look == LOOK
    assert YOUNG.pseudonym not in repr(done[-1])


def test_a_slip_asks_for_its_ticket_and_for_nobody():
    session, done = played(ASK, CodeShown(T0, SlipShown(ID), LOOK))
    assert done[-1] == FindCases(LOOK, ticket_id=ID)
    assert session.visit.person is None


def test_a_persons_code_asks_as_their_card_does():
    _, done = played(ASK, shows(YOUNG))
    assert done[-1] == FindCases(LOOK, pseudonym=YOUNG.pseudonym)


def test_a_typed_number_asks_without_its_loose_hyphens():
    keys = [Chosen(T0 + 0.2 * at, Choice.KEY, sign) for at, sign in enumerate("A12-34-", 1)]
    pad = after(ASK, touch(Touch.TYPE_CASE), *keys)
    assert (pad.page, progress_way(pad).text) == (Page.CASE_NUMBER, "A12-34-")
    _, done = played(pad, touch(Touch.TYPED, T0 + 5, LOOK))
    assert done == [FindCases(LOOK, number="A12-34")]


def test_keys_that_are_none_change_nothing_and_numbers_end():
    pad = after(ASK, touch(Touch.TYPE_CASE))
    for value in ("", "ab", "号", "\n", "a", "x" * 4000):
        assert progress_way(after(pad, Chosen(T0 + 1, Choice.KEY, value))).text == ""
    many = after(pad, *(Chosen(T0 + 0.2 * at, Choice.KEY, "7") for at in range(1, 60)))
    assert len(progress_way(many).text) == 32
    assert progress_way(after(many, Chosen(T0 + 90, Choice.KEY, "clear"))).text == ""
    short, done = played(after(pad, Chosen(T0 + 1, Choice.KEY, "1")), touch(Touch.TYPED, T0 + 5))
    assert (short.page, done) == (Page.CASE_NUMBER, [])


def test_one_case_stands_there_at_once_and_several_are_a_list():
    assert ONE.page is Page.CASE
    assert SEVERAL.page is Page.CASES
    assert after(SEVERAL, Chosen(T0 + 1, Choice.CASE, "1")).page is Page.CASE
    for place in ("2", "-1", "", "x", "9" * 500, "１"):
        assert after(SEVERAL, Chosen(T0 + 1, Choice.CASE, place)).page is Page.CASES


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("city_away", ProgressFault.CITY_AWAY),
        ("not_found", ProgressFault.CITY_AWAY),
        ("ticket_unknown", ProgressFault.NOT_FOUND),
        ("bad_request", ProgressFault.NOT_FOUND),
        ("not_allowed", ProgressFault.SIGN_IN),
        ("hall_silent", ProgressFault.HALL_SILENT),
        ("something_new", ProgressFault.CITY_AWAY),
    ],
)
def test_a_no_says_why_and_leaves_all_three_ways_open(code, fault):
    session, done = played(LOOKING, CasesUnheard(T0, LOOK, code))
    assert (session.page, progress_way(session).fault) == (Page.PROGRESS, fault)
    assert PlayTone(Tone.WARN) in done
    assert after(session, touch(Touch.TYPE_CASE, T0 + 1)).page is Page.CASE_NUMBER
    again, more = played(session, CardGone(T0), CardReading(T0), CardRead(T0, YOUNG, OTHER_ID))
    assert FindCases(OTHER_ID, pseudonym=YOUNG.pseudonym) in more
    assert progress_way(again).fault is None


def test_none_is_said_and_a_city_without_an_answer_is_another_thing():
    assert progress_way(after(LOOKING, CasesCame(T0, LOOK, ()))).fault is ProgressFault.NOT_FOUND
    assert progress_way(after(LOOKING, CasesCame(T0, LOOK, (), answered=False))).fault is ProgressFault.CITY_AWAY


def test_nobody_waits_longer_than_ten_seconds():
    assert progress_way(after(LOOKING, Tick(T0 + 9))).look == LOOK
    assert progress_way(after(LOOKING, Tick(T0 + 11))).fault is ProgressFault.HALL_SILENT


def test_without_the_hall_nobody_is_asked():
    session, done = played(after(ASK, LinkChanged(T0, online=False)), CardRead(T0, YOUNG, LOOK))
    assert progress_way(session).fault is ProgressFault.HALL_SILENT
    assert not [effect for effect in done if isinstance(effect, FindCases)]


def test_late_and_doubled_answers_change_nothing():
    for session in (ASK, HOME, ONE, SEVERAL):
        for answer in (CasesCame(T0, LOOK, (case("9"),)), CasesUnheard(T0, LOOK, "city_away"), CasesCame(T0, "", ())):
            assert after(session, answer) == replace(session, now=session.now)


def test_while_something_is_asked_a_second_card_or_code_waits():
    _, done = played(LOOKING, CardGone(T0), CardRead(T0, YOUNG, OTHER_ID), CodeShown(T0, SlipShown(ID), OTHER_ID))
    assert not [effect for effect in done if isinstance(effect, FindCases)]


def test_other_codes_are_told_and_one_that_a_city_reads_is_waited_for():
    assert progress_way(after(ASK, CodeShown(T0, BookingShown("b"), LOOK))).fault is ProgressFault.OTHER_CODE
    assert after(ASK, CodeShown(T0, OnlineShown(), LOOK)).page is Page.PROGRESS


def test_a_card_that_cannot_be_read_is_asked_for_again():
    session, done = played(ASK, CardReading(T0), CardUnreadable(T0, "pulled"))
    assert session.visit.card_step is CardStep.TRY_AGAIN
    assert PlayTone(Tone.WARN) in done
    assert after(ASK, CardReading(T0), CardGone(T0)).visit.card_step is CardStep.WAITING


def test_it_is_printed_on_a4_or_else_on_a_slip_or_not_at_all():
    session, done = played(with_printers(ONE), touch(Touch.PRINT_CASE, T0 + 1, OTHER_ID))
    assert isinstance(done[0], PrintPages)
    assert session.visit.way.printout.come is Come.COMING
    _, done = played(with_printers(ONE, a4=False), touch(Touch.PRINT_CASE, T0 + 1, OTHER_ID))
    assert done == [PrintRoll(OTHER_ID, CaseSlip(case()))]
    assert played(with_printers(ONE, a4=False, roll=False), touch(Touch.PRINT_CASE, T0 + 1, OTHER_ID))[1] == []


def test_the_printers_words_are_heard_for_this_job_and_once():
    printing = after(with_printers(ONE), touch(Touch.PRINT_CASE, T0 + 1, OTHER_ID))
    assert played(printing, touch(Touch.PRINT_CASE, T0 + 3, ID))[1] == []
    stands = after(printing, PagesComing(T0, OTHER_ID, 0, PaperFault.JAM))
    assert stands.visit.way.printout.come is Come.STANDS
    done, sounds = played(stands, PagesPrinted(T0, OTHER_ID), PagesPrinted(T0, OTHER_ID), PagesPrinted(T0, ID))
    assert done.visit.way.printout.come is Come.DONE
    assert sounds == [PlayTone(Tone.OK)]


def test_back_takes_a_job_back_and_forgets_whoever_asked():
    printing = after(with_printers(ONE), touch(Touch.PRINT_CASE, T0 + 1, OTHER_ID))
    session, done = played(printing, touch(Touch.BACK, T0 + 2))
    assert (session.page, done) == (Page.PROGRESS, [LeavePages()])
    assert session.visit.person is None
    assert not progress_way(session).cases
    assert after(SEVERAL, Chosen(T0 + 1, Choice.CASE, "1"), touch(Touch.BACK, T0 + 2)).page is Page.CASES


def test_the_end_wipes_and_the_warning_hides_all_cases():
    assert Wipe() in played(after(ONE, CardGone(T0)), touch(Touch.FINISH, T0 + 1))[1]
    asked = after(ONE, Tick(T0 + 61))
    assert asked.warning is not None
    assert asked.visit.way is None
    assert after(asked, touch(Touch.STILL_HERE, T0 + 62)).visit.way == ONE.visit.way
