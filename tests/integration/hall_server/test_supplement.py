"""一次性告知: everything that is missing is told once; what no list has only with its basis (CL-D1, B8, D12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.licence_visits import OverridePaper, OverrideReason
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.supplement import (
    KIND,
    OTHER_KIND,
    GiveNotice,
    Lack,
    MissingMaterial,
    NoticeGiven,
    OtherAsked,
    OtherMaterial,
    Told,
)
from tests.integration.hall_server.made import clerk, fresh

if TYPE_CHECKING:
    from hall_server.flows.caller import Caller
    from tests.integration.hall_server.paperless_halls import Paperless

BASIS = "《居住证暂行条例》第九条"
PERMIT = MissingMaterial("m_rp", Lack.EXPIRED)
PHOTO = MissingMaterial("m_photo", Lack.NOT_FIT)


def served(paperless: Paperless) -> tuple[Caller, str]:
    """Somebody is served whose card was found with consent: the caller, and the ticket."""
    visit = fresh()
    paperless.consent(visit)
    paperless.answer()
    who = paperless.at_counter(visit)
    hall = paperless.made.hall
    ticket = hall.at_counter(who.counter or 0)
    assert ticket is not None
    hall.serve(who, fresh(), ticket.id).result()
    return who, ticket.id


def refused(paperless: Paperless, who: Caller, ticket: str, order: GiveNotice, *, leads: bool = False) -> str:
    """Why it was refused; "" when it was given."""
    try:
        paperless.made.hall.supplements.give(who, fresh(), ticket, order, leads=leads).result()
    except HallProblem as problem:
        return problem.code
    return ""


def test_cl_d1_all_that_is_missing_is_told_in_one_notice_that_the_book_keeps(paperless: Paperless) -> None:
    who, ticket = served(paperless)
    desk, key = paperless.made.hall.supplements, fresh()
    for _ in range(2):  # pressed twice it is the same notice
        given = desk.give(who, key, ticket, GiveNotice((PERMIT, PHOTO)), leads=False).result()
    assert given.told == (Told("居住证", Lack.EXPIRED), Told("照片", Lack.NOT_FIT))
    (record,) = paperless.records(KIND)
    assert record.as_(NoticeGiven) == given
    assert (record.actor, given.counter, given.second) == (given.staff_no, who.counter, False)
    assert desk.of(record.about) == given


def test_cl_d1_a_second_notice_is_whoever_leads_to_give_and_says_why(paperless: Paperless) -> None:
    who, ticket = served(paperless)
    assert refused(paperless, who, ticket, GiveNotice((PERMIT,))) == ""
    more = GiveNotice((PHOTO,), why="照片后来才看出不合要求")
    assert refused(paperless, who, ticket, more) == ProblemCode.NOTICE_GIVEN
    assert refused(paperless, who, ticket, GiveNotice((PHOTO,)), leads=True) == ProblemCode.NOTICE_GIVEN
    assert refused(paperless, who, ticket, more, leads=True) == ""
    second = paperless.records(KIND)[-1].as_(NoticeGiven)
    assert (second.second, second.why) == (True, more.why)


def test_cl_b8_other_material_without_the_name_of_a_law_is_refused_and_with_it_is_told_to_whoever_leads(
    paperless: Paperless,
) -> None:
    who, ticket = served(paperless)
    for basis in ("", "领导要求", "《》", "》《"):
        order = GiveNotice(others=(OtherMaterial("无犯罪记录证明", basis),))
        assert refused(paperless, who, ticket, order) == ProblemCode.BASIS_MISSING, basis
    assert paperless.records(KIND) == paperless.records(OTHER_KIND) == []
    order = GiveNotice((PERMIT,), (OtherMaterial("无犯罪记录证明", BASIS),))
    assert refused(paperless, who, ticket, order) == ""
    (asked,) = paperless.made.hall.supplements.others_since(0)
    label = paperless.made.hall.ticket(ticket).label
    assert asked == OtherAsked(label, "居住证签注", "无犯罪记录证明", BASIS, who.counter or 0)
    assert paperless.made.hall.supplements.others_since(paperless.made.clock.now() + 1) == ()


def test_cl_d12_what_the_hall_has_is_not_missing_unless_paper_was_asked_for_with_a_reason(paperless: Paperless) -> None:
    who, ticket = served(paperless)
    card = GiveNotice((MissingMaterial("m_id", Lack.NOT_BROUGHT),))
    assert refused(paperless, who, ticket, card) == ProblemCode.PAPER_NOT_NEEDED
    visit = paperless.made.hall.ticket(ticket).correlation or ticket
    paperless.desk.override(who, fresh(), visit, OverridePaper("m_id", OverrideReason.UNREADABLE)).result()
    assert refused(paperless, who, ticket, card) == ""


def test_nothing_is_told_about_nothing_about_others_or_before_somebody_is_served(paperless: Paperless) -> None:
    who, ticket = served(paperless)
    assert refused(paperless, who, ticket, GiveNotice()) == ProblemCode.BAD_REQUEST
    foreign = GiveNotice((MissingMaterial("m_none", Lack.EXPIRED),))
    assert refused(paperless, who, ticket, foreign) == ProblemCode.BAD_REQUEST
    assert refused(paperless, clerk(2), ticket, GiveNotice((PERMIT,))) == ProblemCode.NOT_YOUR_TICKET
    paperless.made.clock.forward(1)
    paperless.made.hall.undo(who, fresh(), ticket).result()
    assert refused(paperless, who, ticket, GiveNotice((PERMIT,))) == ProblemCode.ILLEGAL_MOVE
