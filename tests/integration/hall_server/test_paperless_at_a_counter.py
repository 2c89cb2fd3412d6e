"""免证办 at a counter: who may look, paper that is not demanded, overrides, corrections, licences that are shown."""

from __future__ import annotations

import pytest

from hall_server.contract.city import licences as c
from hall_server.contract.licence_visits import (
    DemandPaper,
    GiveConsent,
    OverridePaper,
    OverrideReason,
    ReportLicence,
)
from hall_server.contract.messages import CompleteTicket
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.city.paperless import OVERRIDE, SHOWN, Overridden, ShownThere
from hall_server.flows.caller import Caller
from tests.integration.hall_server.made import KIOSK, clerk, fresh
from tests.integration.hall_server.paperless_halls import (
    CARD,
    HOLDER,
    Paperless,
    refusal,
    refusal_now,
    states,
)


def test_cl_d12_paper_is_not_asked_for_where_a_licence_is_held_and_an_override_is_kept(paperless: Paperless) -> None:
    visit = fresh()
    paperless.consent(visit)
    paperless.answer()
    who = paperless.at_counter(visit)
    ask = paperless.desk.demand
    assert refusal(ask(who, fresh(), visit, DemandPaper("m_id"))) is ProblemCode.PAPER_NOT_NEEDED
    assert not ask(who, fresh(), visit, DemandPaper("m_rp")).result().overridden
    assert refusal(ask(who, fresh(), visit, DemandPaper("m_none"))) is ProblemCode.BAD_REQUEST
    assert paperless.records(OVERRIDE) == []

    order, key = OverridePaper("m_id", OverrideReason.ORIGINAL_BY_LAW, "按规定"), fresh()
    for _ in range(2):
        assert paperless.desk.override(who, key, visit, order).result().overridden
    (record,) = paperless.records(OVERRIDE)
    assert record.as_(Overridden) == Overridden("m_id", CARD, OverrideReason.ORIGINAL_BY_LAW, "按规定")
    assert (record.actor_kind, record.actor, record.about) == (ActorKind.CLERK, "1001", visit)
    assert ask(who, fresh(), visit, DemandPaper("m_id")).result().overridden
    assert [one.paper_asked for one in paperless.found(visit, who).materials] == [True, False, False, False]

    # nothing is held, so there is nothing to override and nothing to keep
    assert (
        not paperless.desk.override(who, fresh(), visit, OverridePaper("m_rp", OverrideReason.OTHER))
        .result()
        .overridden
    )
    assert len(paperless.records(OVERRIDE)) == 1


def test_an_override_by_a_console_of_every_counter_names_who_sits_there(paperless: Paperless) -> None:
    visit = fresh()
    paperless.consent(visit)
    paperless.answer()
    paperless.at_counter(visit)
    console = Caller(ActorKind.CLERK)
    paperless.desk.override(console, fresh(), visit, OverridePaper("m_id", OverrideReason.UNREADABLE)).result()
    (record,) = paperless.records(OVERRIDE)
    assert record.actor == "1001"


def test_only_the_kiosk_of_the_consent_and_the_counter_of_the_ticket_may_look(paperless: Paperless) -> None:
    visit = fresh()
    paperless.consent(visit)
    paperless.answer()
    with pytest.raises(HallProblem, match="not_allowed"):
        paperless.found(visit, Caller(ActorKind.KIOSK, "K2"))
    with pytest.raises(HallProblem, match="not_your_ticket"):
        paperless.found(visit, clerk(1))
    who = paperless.at_counter(visit)
    assert paperless.found(visit, who).fields
    with pytest.raises(HallProblem, match="not_your_ticket"):
        paperless.found(visit, clerk(2))
    with pytest.raises(HallProblem, match="not_your_ticket"):
        paperless.desk.demand(clerk(2), fresh(), visit, DemandPaper("m_id"))


def test_a_counter_may_ask_for_consent_and_the_city_hears_who_asks(paperless: Paperless) -> None:
    visit = fresh()
    who = paperless.at_counter(visit)
    paperless.desk.consent(who, fresh(), visit, GiveConsent(given=True, items=("i1",), holder=HOLDER)).result()
    paperless.answer()
    purpose = paperless.shelf.asked[0][1]
    assert (purpose.place, purpose.staff, purpose.role, purpose.reason) == (
        "counter-1",
        "1001",
        "counter",
        c.UseReason.ACCEPTANCE,
    )
    assert paperless.found(visit, who).fields


def test_what_licences_say_ends_with_the_ticket_and_the_ticks_do_not(paperless: Paperless) -> None:
    visit = fresh()
    paperless.consent(visit)
    paperless.answer()
    who = paperless.at_counter(visit)
    paperless.made.hall.serve(who, fresh(), visit).result()
    assert len(paperless.desk._memory) == 1
    paperless.made.hall.complete(who, fresh(), visit, CompleteTicket()).result()
    assert len(paperless.desk._memory) == 0
    found = paperless.found(visit)
    assert (found.fields, states(found)["m_id"]) == ((), "held")


def test_cl_e4_a_correction_is_kept_and_told_to_the_city_once(paperless: Paperless) -> None:
    visit = fresh()
    paperless.consent(visit)
    paperless.answer()
    order, key = ReportLicence(CARD, c.CorrectionReason.WRONG_VALUE, "i1", "name"), fresh()
    told = [paperless.desk.report(KIOSK, key, visit, order).result() for _ in range(2)]
    assert told[0] == told[1]
    (message,) = paperless.made.reader.city_messages("licences", "", 0, 10)
    assert (message.id, message.kind, message.correlation) == (told[0].message, "corrections", visit)
    assert b"wrong_value" in message.body
    unasked = ReportLicence("结婚证", c.CorrectionReason.MISSING, "i1")
    assert refusal(paperless.desk.report(KIOSK, fresh(), visit, unasked)) is ProblemCode.BAD_REQUEST


def test_cl_c9_a_licence_that_is_shown_is_bound_to_the_ticket_at_the_counter_only(paperless: Paperless) -> None:
    visit, other = fresh(), fresh()
    who = paperless.at_counter(visit)
    good = c.Verified(genuine=True, type=CARD, state=c.LicenceState.VALID)
    assert refusal_now(lambda: paperless.desk.shown(who, fresh(), other, good)) is ProblemCode.NOT_YOUR_TICKET
    assert refusal_now(lambda: paperless.desk.shown(clerk(2), fresh(), visit, good)) is ProblemCode.NOT_YOUR_TICKET

    key = fresh()
    for _ in range(2):
        assert paperless.desk.shown(who, key, visit, good).result().held == ("m_id",)
    (record,) = paperless.records(SHOWN)
    assert (record.as_(ShownThere), record.actor, record.about) == (ShownThere(CARD, "counter-1"), "1001", visit)
    assert states(paperless.found(visit, who)) == {
        "m_id": "held",
        "m_rp": "bring",
        "m_deed": "bring",
        "m_photo": "bring",
    }
    assert refusal(paperless.desk.demand(who, fresh(), visit, DemandPaper("m_id"))) is ProblemCode.PAPER_NOT_NEEDED
    purpose = paperless.desk.purpose(who, visit)
    assert (purpose.item, purpose.business, purpose.place, purpose.staff) == ("i1", visit, "counter-1", "1001")
    assert refusal_now(lambda: paperless.desk.purpose(who, visit, "i2")) is ProblemCode.BAD_REQUEST


@pytest.mark.parametrize(
    "said",
    [
        c.Verified(genuine=False),
        c.Verified(genuine=False, type=CARD, state=c.LicenceState.VALID),
        c.Verified(genuine=True, type=CARD, state=c.LicenceState.EXPIRED),
        c.Verified(genuine=True, type=CARD),
        c.Verified(genuine=True, type="结婚证", state=c.LicenceState.VALID),  # nobody wants it here
    ],
)
def test_what_is_shown_in_vain_changes_nothing(paperless: Paperless, said: c.Verified) -> None:
    visit = fresh()
    who = paperless.at_counter(visit)
    assert paperless.desk.shown(who, fresh(), visit, said).result().held == ()
    assert (paperless.records(""), set(states(paperless.found(visit, who)).values())) == ([], {"bring"})
