"""免证办 in a hall with a real store: consent, what was found, and that nothing of it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.city.errors import CityAwayError, CityRefusedError
from hall_server.contract.city import licences as c
from hall_server.contract.licence_visits import (
    ConsentState,
    GiveConsent,
)
from hall_server.contract.messages import TakeTicket
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.city.licences import LookUp
from hall_server.domain.city.paperless import CONSENT, USE, Consent, Used
from hall_server.flows.licence_desk import KIOSK_READS_US
from tests.integration.hall_server.bookers import SITE, TWO, booked, checked_in, go_to
from tests.integration.hall_server.item_halls import hall
from tests.integration.hall_server.made import KIOSK, fresh
from tests.integration.hall_server.paperless_halls import (
    CARD,
    DEED,
    HOLDER,
    ITEM,
    NAME,
    NUMBER,
    PERMIT,
    Paperless,
    leaves_nothing,
    states,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_cl_c6_the_hall_answers_at_once_and_tells_what_was_found_when_it_is(paperless: Paperless) -> None:
    visit = fresh()
    told = paperless.consent(visit)
    assert (told.state, told.licences, told.looking) == (ConsentState.GIVEN, (CARD, PERMIT, DEED), True)
    before = paperless.found(visit)
    assert before.looking
    assert states(before) == {"m_id": "looking", "m_rp": "looking", "m_deed": "looking", "m_photo": "bring"}

    paperless.answer()
    after = paperless.found(visit)
    assert not after.looking
    assert states(after) == {"m_id": "held", "m_rp": "bring", "m_deed": "bring", "m_photo": "bring"}
    assert [one.outcome for one in after.materials] == ["found", "expired", "not_found", ""]
    assert after.bring == 3
    assert [(one.label, one.value, one.source) for one in after.fields] == [
        ("姓名", NAME, "居民身份证 电子证照"),
        ("公民身份号码", NUMBER, "居民身份证 电子证照"),
    ]
    assert NAME not in repr(after)


def test_a_consent_is_kept_with_what_for_which_when_and_where_and_without_whose(paperless: Paperless) -> None:
    visit = fresh()
    paperless.consent(visit)
    (record,) = paperless.records(CONSENT)
    assert record.as_(Consent) == Consent(ConsentState.GIVEN, ("i1",), (CARD, PERMIT, DEED), "K1")
    assert (record.about, record.actor_kind, record.actor, record.at) == (
        visit,
        ActorKind.KIOSK,
        "K1",
        paperless.made.clock.now(),
    )


def test_every_use_is_kept_with_its_purpose_and_what_came_of_it(paperless: Paperless) -> None:
    visit = fresh()
    paperless.consent(visit)
    paperless.answer()
    (record,) = paperless.records(USE)
    outcomes = {CARD: LookUp.FOUND, PERMIT: LookUp.EXPIRED, DEED: LookUp.NOT_FOUND}
    assert record.as_(Used) == Used(("i1",), "K1", "", "", outcomes, {CARD: "公安", PERMIT: "公安"})
    assert {(one.item, one.business, one.place, one.staff) for _, one in paperless.shelf.asked} == {
        ("i1", visit, "K1", "")
    }


def test_a_refusal_is_kept_and_nobody_is_asked(paperless: Paperless) -> None:
    visit = fresh()
    told = paperless.consent(visit, given=False)
    assert (told.state, told.looking, paperless.sent) == (ConsentState.REFUSED, False, [])
    found = paperless.found(visit)
    assert set(states(found).values()) == {"bring"}  # scan it or bring it: no dead end
    assert paperless.made.take("i1", visit).label


def test_a_consent_that_is_taken_back_ends_what_was_found(paperless: Paperless) -> None:
    visit = fresh()
    paperless.consent(visit)
    paperless.answer()
    paperless.consent(visit, given=False)
    found = paperless.found(visit)
    assert (found.fields, set(states(found).values())) == ((), {"bring"})
    paperless.consent(visit)  # and given again: asked again
    paperless.answer()
    assert paperless.found(visit).fields


def test_the_same_consent_twice_is_one_and_the_city_is_asked_once(paperless: Paperless) -> None:
    visit, key = fresh(), fresh()
    assert paperless.consent(visit, key) == paperless.consent(visit, key)
    assert (len(paperless.sent), len(paperless.records(CONSENT))) == (1, 1)
    paperless.answer()
    paperless.consent(visit, key)
    assert paperless.sent == []


def test_another_item_is_asked_for_and_what_the_city_did_not_answer_is_asked_again(paperless: Paperless) -> None:
    visit = fresh()
    paperless.shelf.fails["use_code"] = CityAwayError("too_slow")
    paperless.consent(visit, "", "i2")
    assert {one.outcome for one in paperless.answer()} == {LookUp.SLOW}
    paperless.shelf.fails.clear()
    paperless.consent(visit, "", "i2")
    paperless.answer()
    assert states(paperless.found(visit)) == {"m_id": "held"}
    paperless.consent(visit, "", "i2", "i1")
    (wanted,) = paperless.sent
    assert [(one.item, one.types) for one in wanted.asked] == [("i2", (CARD,)), ("i1", (PERMIT, DEED))]
    paperless.answer()
    assert states(paperless.found(visit))["m_id"] == "held"


def test_a_hall_without_the_platform_keeps_the_word_and_says_what_to_bring(paperless: Paperless) -> None:
    paperless.desk.ask = None
    visit = fresh()
    paperless.consent(visit)
    found = paperless.found(visit)
    assert (found.looking, found.bring) == (False, 4)


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (CityAwayError("too_slow"), LookUp.SLOW),
        (CityAwayError("unreachable"), LookUp.NO_ANSWER),
        (CityAwayError("nonsense"), LookUp.NO_ANSWER),
        (CityRefusedError("mandate_needed", 409), LookUp.NO_ANSWER),
        (CityRefusedError("holder_unknown", 404), LookUp.NOT_FOUND),
    ],
)
@pytest.mark.parametrize("verb", ["use_code", "find"])
def test_whatever_the_city_does_every_type_has_an_outcome(paperless, verb, error, outcome) -> None:
    paperless.shelf.fails[verb] = error
    paperless.consent(fresh(), "", "i1", "i2")
    assert {one.type: one.outcome for one in paperless.answer()} == dict.fromkeys((CARD, PERMIT, DEED), outcome)


def test_a_licence_whose_data_does_not_come_is_not_held(paperless: Paperless) -> None:
    paperless.shelf.fails["data"] = CityAwayError("too_slow")
    visit = fresh()
    paperless.consent(visit)
    got = {one.type: one.outcome for one in paperless.answer()}
    assert got == {CARD: LookUp.SLOW, PERMIT: LookUp.EXPIRED, DEED: LookUp.NOT_FOUND}
    assert paperless.found(visit).fields == ()


def test_cl_c2_the_ticket_says_exactly_what_is_missing(paperless: Paperless) -> None:
    visit = fresh()
    paperless.consent(visit)
    paperless.answer()
    assert paperless.made.take("i1", visit).bring == ("居住证", "房产证", "照片")
    assert paperless.made.hall.ticket(visit).bring == ("居住证", "房产证", "照片")
    both = paperless.made.hall.take_ticket(
        KIOSK, fresh(), TakeTicket("i1", more_items=("i2",), correlation=visit)
    ).result()  # a second ticket of the same visit
    assert [one.id for one in both.materials] == ["m_rp", "m_deed", "m_photo"]


def test_what_nobody_fetches_ends_with_its_age(paperless: Paperless) -> None:
    paperless.consent(fresh())
    paperless.answer()
    paperless.made.clock.forward(2 * 3_600 + 1)
    paperless.made.tick()
    assert len(paperless.desk._memory) == 0


def test_after_a_restart_the_ticks_stand_and_the_same_consent_asks_again(paperless: Paperless) -> None:
    visit, key = fresh(), fresh()
    paperless.consent(visit, key)
    paperless.answer()
    paperless.made.close()
    paperless.start()
    found = paperless.found(visit)
    assert (found.fields, states(found)["m_id"]) == ((), "held")
    paperless.consent(visit, key)
    paperless.answer()
    assert paperless.found(visit).fields


def test_cl_e20_the_counts_are_those_of_the_outcomes(paperless: Paperless) -> None:
    for _ in range(3):
        paperless.consent(fresh())
        paperless.answer()
    paperless.shelf.fails["find"] = CityAwayError("too_slow")
    paperless.consent(fresh())
    paperless.answer()
    counts = {one.licence: one for one in paperless.desk.counts().licences}
    assert (counts[CARD].found, counts[CARD].slow) == (3, 1)
    assert (counts[PERMIT].expired, counts[PERMIT].slow) == (3, 1)
    assert (counts[DEED].not_found, counts[DEED].slow) == (3, 1)
    assert paperless.desk.counts(paperless.made.clock.now() + 1).licences == ()


A_VISIT = "10000000-0000-4000-8000-000000000009"


@pytest.mark.parametrize(
    ("visit", "order", "code"),
    [
        ("no-uuid", GiveConsent(given=True, items=("i1",), holder=HOLDER), ProblemCode.BAD_REQUEST),
        (A_VISIT, GiveConsent(given=True, items=("i1",)), ProblemCode.BAD_REQUEST),
        (A_VISIT, GiveConsent(given=True, items=("i9",), holder=HOLDER), ProblemCode.ITEM_UNKNOWN),
    ],
)
def test_a_consent_that_makes_no_sense_is_refused_and_leaves_nothing(paperless, visit, order, code) -> None:
    with pytest.raises(HallProblem) as caught:
        paperless.desk.consent(KIOSK, fresh(), visit, order).result()
    assert caught.value.code is code
    assert (paperless.records(""), paperless.sent) == ([], [])


def test_only_the_licences_that_were_named_are_asked_for(paperless: Paperless) -> None:
    order = GiveConsent(given=True, items=("i1",), licences=(CARD, "营业执照"), holder=HOLDER)
    assert paperless.desk.consent(KIOSK, fresh(), fresh(), order).result().licences == (CARD,)
    assert paperless.sent.pop().types == (CARD,)


def test_nobody_s_visit_has_nothing(paperless: Paperless) -> None:
    found = paperless.found(fresh())
    assert (found.consent, found.materials, found.bring) == (ConsentState.NONE, (), 0)


def test_a_kiosk_reads_what_licences_say_for_some_minutes_only(paperless: Paperless) -> None:
    visit = fresh()
    paperless.consent(visit)
    paperless.answer()
    paperless.made.clock.forward(KIOSK_READS_US / 1_000_000)
    found = paperless.found(visit)
    assert (found.fields, states(found)["m_id"]) == ((), "held")
    assert paperless.found(visit, paperless.at_counter(visit)).fields


def test_somebody_else_s_licences_are_asked_for_with_their_mandate(paperless: Paperless) -> None:
    company = c.Holder(handle="company")
    order = GiveConsent(given=True, items=("i2",), holder=HOLDER, principal=company, mandate="m-1")
    paperless.desk.consent(KIOSK, fresh(), fresh(), order).result()
    paperless.answer()
    (wanted,) = paperless.shelf.wanted
    assert (wanted.way, wanted.principal, wanted.mandate) == (c.Way.ENTRUSTED, company, "m-1")
    assert all(b"m-1" not in bytes(one.what) for one in paperless.records(""))


def test_cl_c2_of_a_booking_that_lacks_one_thing_the_slip_lists_exactly_that_one(tmp_path: Path) -> None:
    two = {**ITEM, "materials": [["m_id", "身份证", "main", CARD], ["m_rp", "居住证", "main", PERMIT]]}
    bookable = {"booking": SITE.booking, "queues": SITE.queues, "calendar": SITE.calendar}
    one = Paperless(tmp_path, msgspec.structs.replace(hall(two), **bookable))
    booking = booked(one.made)
    visit = booking.correlation
    one.consent(visit)
    one.answer()
    go_to(one.made, TWO)
    came = checked_in(one.made, booking)
    assert came.ticket.correlation == visit
    assert came.ticket.bring == ("居住证",)
    one.made.close()
    leaves_nothing(tmp_path)
