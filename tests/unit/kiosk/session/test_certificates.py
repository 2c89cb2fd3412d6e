"""打印证明: card, yes, list, look, paper or telephone; nothing is asked before the yes, what is left is shredded."""

import pytest

from hall_server.contract.certificates import Certificate
from hall_server.contract.city.licences import LicenceState
from kiosk.session.certificate_words import (
    CertificateFault,
    CertificateHere,
    CertificateLinked,
    CertificatesCame,
    CertificateUnheard,
    FetchCertificate,
    FindCertificates,
    LinkCertificate,
    Preview,
    certificate_way,
)
from kiosk.session.effects import PlayTone, Tone, Wipe
from kiosk.session.events import CardGone, CardRead, Choice, Chosen, CodeShown, Tick, Touch
from kiosk.session.papers import (
    CertificatePaper,
    LeavePages,
    LookAtPages,
    PagesComing,
    PagesNotPrinted,
    PagesSeen,
    PagesUnknown,
    PagesUnseen,
    PaperFault,
    PrintPages,
)
from kiosk.session.printouts import Come
from kiosk.session.shown import SlipShown
from kiosk.session.state import Page
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    CERTIFICATE,
    CERTIFICATE_CARD,
    CERTIFICATE_CONSENT,
    CERTIFICATE_PAPER,
    CERTIFICATE_PHONE,
    CERTIFICATE_VIEWS,
    CERTIFICATES,
    HOME,
    ID,
    LOOK,
    OTHER_ID,
    T0,
    YOUNG,
    after,
    played,
    shows,
    touch,
)

ASKING = after(CERTIFICATE_CONSENT, touch(Touch.LOOK_UP, T0, LOOK))


def fault_of(session):
    return certificate_way(session).fault


def test_nothing_is_asked_before_the_yes():
    session, done = played(CERTIFICATE_CARD, CardRead(T0, YOUNG, LOOK))
    assert session.page is Page.CERTIFICATE_CONSENT
    assert not [effect for effect in done if isinstance(effect, FindCertificates)]
    asking, done = played(session, touch(Touch.LOOK_UP, T0 + 1, LOOK))
    assert (asking.page, done) == (Page.CERTIFICATES, [FindCertificates(LOOK, LOOK, YOUNG.pseudonym)])
    assert YOUNG.pseudonym not in repr(done)


def test_a_persons_code_is_as_good_and_a_slip_names_nobody():
    assert after(CERTIFICATE_CARD, shows(YOUNG)).page is Page.CERTIFICATE_CONSENT
    slip = after(CERTIFICATE_CARD, CodeShown(T0, SlipShown(ID), LOOK))
    assert (slip.page, fault_of(slip)) == (Page.CERTIFICATE_CARD, CertificateFault.OTHER_CODE)


def test_a_no_ends_the_visit():
    assert Wipe() in played(CERTIFICATE_CONSENT, touch(Touch.FINISH, T0 + 1))[1]


def test_without_an_a4_printer_or_the_hall_it_says_where_else():
    assert after(HOME, touch(Touch.PRINT_RECORD)).page is Page.ELSEWHERE
    away = replace(HOME, online=False, devices=replace(HOME.devices, page_printer=True))
    assert after(away, touch(Touch.PRINT_RECORD)).page is Page.ELSEWHERE


def test_only_what_is_good_today_is_listed():
    old = Certificate(id="f" * 16, type="居住证", state=LicenceState.EXPIRED)
    session = after(ASKING, CertificatesCame(T0, LOOK, (old, *CERTIFICATE_VIEWS)))
    assert certificate_way(session).certificates == CERTIFICATE_VIEWS
    assert fault_of(after(ASKING, CertificatesCame(T0, LOOK, (old,)))) is CertificateFault.NONE


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("city_away", CertificateFault.CITY_AWAY),
        ("not_found", CertificateFault.CITY_AWAY),
        ("hall_silent", CertificateFault.HALL_SILENT),
        ("nobody_known", CertificateFault.SIGN_IN),
        ("not_allowed", CertificateFault.TOO_LATE),
        ("something_new", CertificateFault.CITY_AWAY),
    ],
)
def test_a_no_is_said_and_can_be_asked_again(code, fault):
    session, done = played(ASKING, CertificateUnheard(T0, LOOK, code))
    assert (fault_of(session), done) == (fault, [PlayTone(Tone.WARN)])
    (again,) = played(session, touch(Touch.LOOK_UP, T0 + 1, OTHER_ID))[1]
    assert again.look == OTHER_ID


def test_nobody_waits_longer_than_ten_seconds():
    assert fault_of(after(ASKING, Tick(T0 + 9))) is None
    assert fault_of(after(ASKING, Tick(T0 + 11))) is CertificateFault.HALL_SILENT


def test_one_is_fetched_looked_at_and_printed():
    session, done = played(CERTIFICATES, Chosen(T0 + 1, Choice.CERTIFICATE, "1", OTHER_ID))
    assert done == [FetchCertificate(OTHER_ID, LOOK, YOUNG.pseudonym, CERTIFICATE_VIEWS[1])]
    session, done = played(session, CertificateHere(T0 + 1, OTHER_ID))
    assert done == [LookAtPages(OTHER_ID)]
    session = after(session, PagesSeen(T0 + 1, OTHER_ID, 2, hidden=True), Chosen(T0 + 2, Choice.COPIES, "5"))
    assert certificate_way(session).preview is Preview.HIDDEN
    session, done = played(session, touch(Touch.PRINT_PAGES, T0 + 3, ID))
    assert done == [PrintPages(ID, CertificatePaper(OTHER_ID, CERTIFICATE_VIEWS[1].type), copies=5)]
    assert session.page is Page.CERTIFICATE_PAPER
    assert played(session, touch(Touch.BACK, T0 + 4))[1] == []


def test_copies_are_one_to_five_and_nothing_else():
    for value in ("0", "6", "-1", "", "x", "１", "1" * 4000):
        assert certificate_way(after(CERTIFICATE, Chosen(T0 + 1, Choice.COPIES, value))).copies == 1


def test_rows_that_are_not_there_change_nothing():
    for place in ("2", "-1", "", "x", "9" * 500):
        assert after(CERTIFICATES, Chosen(T0 + 1, Choice.CERTIFICATE, place, OTHER_ID)).page is Page.CERTIFICATES


def test_without_a_picture_it_may_be_printed_but_not_when_it_is_no_paper():
    unseen = after(CERTIFICATE, PagesUnseen(T0, OTHER_ID, PaperFault.PRINTER))
    assert certificate_way(unseen).preview is Preview.UNSEEN
    assert fault_of(after(CERTIFICATE, PagesUnseen(T0, OTHER_ID, PaperFault.GONE))) is CertificateFault.DOCUMENT


def test_a_jam_makes_the_job_void_and_says_so():
    printing = after(CERTIFICATE, touch(Touch.PRINT_PAGES, T0 + 1, ID))
    stands, sounds = played(printing, PagesComing(T0, ID, 1, PaperFault.JAM))
    assert (stands.visit.way.printout.come, sounds) == (Come.STANDS, [PlayTone(Tone.WARN)])
    part = after(stands, PagesUnknown(T0, ID, PaperFault.JAM, 1))
    assert (part.visit.way.printout.come, part.visit.way.printout.sheets) == (Come.PART, 1)
    void = after(printing, PagesNotPrinted(T0, ID, PaperFault.PAPER_OUT))
    assert void.visit.way.printout.come is Come.VOID


def test_whoever_leaves_leaves_nothing_behind():
    for session in (CERTIFICATE, CERTIFICATE_PAPER):
        listed, done = played(session, touch(Touch.BACK, T0 + 1))
        assert (listed.page, done, certificate_way(listed).key) == (Page.CERTIFICATES, [LeavePages()], "")
    assert Wipe() in played(CERTIFICATE_PAPER, touch(Touch.FINISH, T0 + 1))[1]
    asked = after(CERTIFICATE, CardGone(T0), Tick(T0 + 61))
    assert (asked.visit.way, asked.visit.person) == (None, None)


def test_a_document_that_comes_too_late_is_shredded():
    left = after(CERTIFICATES, Chosen(T0 + 1, Choice.CERTIFICATE, "1", OTHER_ID), touch(Touch.BACK, T0 + 2))
    for session in (left, HOME):
        assert played(session, CertificateHere(T0 + 3, OTHER_ID))[1] == [LeavePages()]


def test_a_telephone_gets_it_once_by_a_code():
    session, done = played(CERTIFICATE, touch(Touch.TO_PHONE, T0 + 1, LOOK))
    assert done == [LinkCertificate(LOOK, LOOK, YOUNG.pseudonym, CERTIFICATE_VIEWS[0])]
    shown = after(session, CertificateLinked(T0 + 2, LOOK, "https://hall.example/d/x", 9))
    assert certificate_way(shown).address
    back = after(shown, touch(Touch.BACK, T0 + 3))
    assert (back.page, certificate_way(back).address) == (Page.CERTIFICATE, "")
    assert fault_of(after(session, CertificateUnheard(T0 + 2, LOOK, "not_found"))) is CertificateFault.NO_LINK


def test_late_and_doubled_answers_change_nothing():
    answers = (
        CertificatesCame(T0, OTHER_ID, ()),
        CertificateLinked(T0, OTHER_ID, "x", 1),
        CertificateUnheard(T0, OTHER_ID, "city_away"),
        CertificateUnheard(T0, "", "city_away"),
        PagesSeen(T0, LOOK, 1),
        PagesUnseen(T0, LOOK, PaperFault.GONE),
    )
    for session in (HOME, ASKING, CERTIFICATES, CERTIFICATE, CERTIFICATE_PAPER, CERTIFICATE_PHONE):
        for answer in answers:
            assert after(session, answer) == session
