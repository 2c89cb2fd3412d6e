"""免证办 in a hall with a real store: consent, what was found, paper that is not needed, and nothing of it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from hall_server.city.errors import CityAwayError, CityError, CityRefusedError
from hall_server.contract.city import licences as c
from hall_server.contract.licence_visits import (
    ConsentState,
    DemandPaper,
    GiveConsent,
    HeldState,
    OverridePaper,
    OverrideReason,
    ReportLicence,
)
from hall_server.contract.messages import CompleteTicket, TakeTicket
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind, PrintAnswer
from hall_server.domain.city.licences import Got, LookUp
from hall_server.domain.city.paperless import CONSENT, OVERRIDE, USE, Consent, LookingFor, Overridden, Used
from hall_server.flows.caller import Caller
from hall_server.flows.look_up_licences import look_up
from tests.integration.hall_server.item_halls import hall
from tests.integration.hall_server.made import KIOSK, MadeHall, clerk, fresh

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CARD, PERMIT, DEED = "居民身份证", "居住证", "不动产权证"
NAME, NUMBER = "陈样明", "999999198604120018"
ITEM = {
    "id": "i1",
    "name": "居住证签注",
    "queue": "A",
    "theme": "户口",
    "form_fields": ["name", "id_number", "phone"],
    "materials": [
        ["m_id", "身份证", "main", CARD],
        ["m_rp", "居住证", "main", PERMIT],
        ["m_deed", "房产证", "main", DEED],
        ["m_photo", "照片", "tol", ""],
    ],
}
OTHER = {"id": "i2", "name": "登记", "queue": "A", "theme": "户口", "materials": [["m_id", "身份证", "main", CARD]]}
HOLDER = c.Holder(number=NUMBER)


class Shelf:
    """A provider that has a card, and a permit that has run out; `fails` by verb."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, c.Purpose]] = []
        self.fails: dict[str, CityError] = {}

    def _verb(self, verb: str, purpose: c.Purpose) -> None:
        self.asked.append((verb, purpose))
        if verb in self.fails:
            raise self.fails[verb]

    def use_code(self, wanted: c.UseCodeWanted) -> c.UseCode:
        self._verb("use_code", wanted.purpose)
        assert wanted.holder == HOLDER
        return c.UseCode("code", wanted.types, 0)

    def find(self, use: c.Use) -> c.Licences:
        self._verb("find", use.purpose)
        return c.Licences(
            (
                c.Licence("1", CARD, c.LicenceState.VALID, "公安"),
                c.Licence("2", PERMIT, c.LicenceState.EXPIRED, "公安"),
                c.Licence("3", "结婚证", c.LicenceState.VALID),  # nobody asked for it
            )
        )

    def data(self, use: c.Use) -> c.LicenceData:
        self._verb("data", use.purpose)
        return c.LicenceData(use.licence or "", CARD, {"name": NAME, "id_number": NUMBER})

    def document(self, use: c.Use) -> c.LicenceDocument:
        raise NotImplementedError

    def verify(self, shown: c.Shown) -> c.Verified:
        raise NotImplementedError


class Paperless:
    """A hall, a kiosk that asks for consent, and a city that answers when it is told to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.shelf = Shelf()
        self.sent: list[LookingFor] = []
        self.start()

    def start(self) -> None:
        self.made = MadeHall(self.folder, site=hall(ITEM, OTHER))
        self.made.tick()
        self.desk = self.made.hall.licences
        self.desk.ask = self.sent.append

    def consent(self, visit: str, key: str = "", *items: str, given: bool = True) -> Any:
        order = GiveConsent(given, items or ("i1",), holder=HOLDER if given else None)
        return self.desk.consent(KIOSK, key or fresh(), visit, order).result()

    def answer(self) -> tuple[Got, ...]:
        wanted = self.sent.pop(0)
        got = look_up(self.shelf, wanted)
        self.desk.heard(wanted, got).result()
        return got

    def found(self, visit: str, caller: Caller = KIOSK) -> Any:
        return self.desk.found(caller, visit)

    def records(self, kind: str) -> list[Any]:
        return self.made.reader.records(kind, 0, 100)

    def at_counter(self, visit: str) -> Caller:
        """Their ticket, taken, printed and called."""
        self.made.take("i1", visit)
        self.made.answer(visit, PrintAnswer.PAPER)
        who = self.made.open(1)
        assert self.made.call(who).id == visit
        return who


@pytest.fixture
def hall_(tmp_path: Path) -> Iterator[Paperless]:
    one = Paperless(tmp_path)
    yield one
    one.made.close()
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    for secret in (NAME, NUMBER, NUMBER[:17]):
        assert secret.encode() not in kept  # whatever a test has done


def states(found: Any) -> dict[str, str]:
    return {one.id: one.state.value for one in found.materials}


def refusal(promise: Any) -> ProblemCode:
    with pytest.raises(HallProblem) as caught:
        promise.result()
    return caught.value.code


def test_cl_c6_the_hall_answers_at_once_and_tells_what_was_found_when_it_is(hall_: Paperless) -> None:
    visit = fresh()
    told = hall_.consent(visit)
    assert (told.state, told.licences, told.looking) == (ConsentState.GIVEN, (CARD, PERMIT, DEED), True)
    before = hall_.found(visit)
    assert before.looking
    assert states(before) == {"m_id": "looking", "m_rp": "looking", "m_deed": "looking", "m_photo": "bring"}

    hall_.answer()
    after = hall_.found(visit)
    assert not after.looking
    assert states(after) == {"m_id": "held", "m_rp": "bring", "m_deed": "bring", "m_photo": "bring"}
    assert [one.outcome for one in after.materials] == ["found", "expired", "not_found", ""]
    assert after.bring == 3
    assert [(one.label, one.value, one.source) for one in after.fields] == [
        ("姓名", NAME, "居民身份证 电子证照"),
        ("公民身份号码", NUMBER, "居民身份证 电子证照"),
    ]
    assert NAME not in repr(after)


def test_a_consent_is_kept_with_what_for_which_when_and_where_and_without_whose(hall_: Paperless) -> None:
    visit = fresh()
    hall_.consent(visit)
    (record,) = hall_.records(CONSENT)
    assert record.as_(Consent) == Consent(ConsentState.GIVEN, ("i1",), (CARD, PERMIT, DEED), "K1")
    assert (record.about, record.actor_kind, record.actor, record.at) == (
        visit,
        ActorKind.KIOSK,
        "K1",
        hall_.made.clock.now(),
    )


def test_every_use_is_kept_with_its_purpose_and_what_came_of_it(hall_: Paperless) -> None:
    visit = fresh()
    hall_.consent(visit)
    hall_.answer()
    (record,) = hall_.records(USE)
    outcomes = {CARD: LookUp.FOUND, PERMIT: LookUp.EXPIRED, DEED: LookUp.NOT_FOUND}
    assert record.as_(Used) == Used(("i1",), "K1", "", "", outcomes)
    assert {(one.item, one.business, one.place, one.staff) for _, one in hall_.shelf.asked} == {("i1", visit, "K1", "")}


def test_a_refusal_is_kept_and_nobody_is_asked(hall_: Paperless) -> None:
    visit = fresh()
    told = hall_.consent(visit, given=False)
    assert (told.state, told.looking, hall_.sent) == (ConsentState.REFUSED, False, [])
    found = hall_.found(visit)
    assert set(states(found).values()) == {"bring"}  # scan it or bring it: no dead end
    assert hall_.made.take("i1", visit).label


def test_a_consent_that_is_taken_back_ends_what_was_found(hall_: Paperless) -> None:
    visit = fresh()
    hall_.consent(visit)
    hall_.answer()
    hall_.consent(visit, given=False)
    found = hall_.found(visit)
    assert (found.fields, set(states(found).values())) == ((), {"bring"})
    hall_.consent(visit)  # and given again: asked again
    hall_.answer()
    assert hall_.found(visit).fields


def test_the_same_consent_twice_is_one_and_the_city_is_asked_once(hall_: Paperless) -> None:
    visit, key = fresh(), fresh()
    assert hall_.consent(visit, key) == hall_.consent(visit, key)
    assert (len(hall_.sent), len(hall_.records(CONSENT))) == (1, 1)
    hall_.answer()
    hall_.consent(visit, key)
    assert hall_.sent == []


def test_another_item_is_asked_for_and_what_the_city_did_not_answer_is_asked_again(hall_: Paperless) -> None:
    visit = fresh()
    hall_.shelf.fails["use_code"] = CityAwayError("too_slow")
    hall_.consent(visit, "", "i2")
    assert {one.outcome for one in hall_.answer()} == {LookUp.SLOW}
    hall_.shelf.fails.clear()
    hall_.consent(visit, "", "i2")
    hall_.answer()
    assert states(hall_.found(visit)) == {"m_id": "held"}
    hall_.consent(visit, "", "i2", "i1")
    (wanted,) = hall_.sent
    assert [(one.item, one.types) for one in wanted.asked] == [("i2", (CARD,)), ("i1", (PERMIT, DEED))]
    hall_.answer()
    assert states(hall_.found(visit))["m_id"] == "held"


def test_a_hall_without_the_platform_keeps_the_word_and_says_what_to_bring(hall_: Paperless) -> None:
    hall_.desk.ask = None
    visit = fresh()
    hall_.consent(visit)
    found = hall_.found(visit)
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
def test_whatever_the_city_does_every_type_has_an_outcome(hall_, verb, error, outcome) -> None:
    hall_.shelf.fails[verb] = error
    hall_.consent(fresh(), "", "i1", "i2")
    assert {one.type: one.outcome for one in hall_.answer()} == dict.fromkeys((CARD, PERMIT, DEED), outcome)


def test_a_licence_whose_data_does_not_come_is_not_held(hall_: Paperless) -> None:
    hall_.shelf.fails["data"] = CityAwayError("too_slow")
    visit = fresh()
    hall_.consent(visit)
    got = {one.type: one.outcome for one in hall_.answer()}
    assert got == {CARD: LookUp.SLOW, PERMIT: LookUp.EXPIRED, DEED: LookUp.NOT_FOUND}
    assert hall_.found(visit).fields == ()


def test_cl_c2_the_ticket_says_exactly_what_is_missing(hall_: Paperless) -> None:
    visit = fresh()
    hall_.consent(visit)
    hall_.answer()
    assert hall_.made.take("i1", visit).bring == ("居住证", "房产证", "照片")
    assert hall_.made.hall.ticket(visit).bring == ("居住证", "房产证", "照片")
    both = hall_.made.hall.take_ticket(
        KIOSK, fresh(), TakeTicket("i1", more_items=("i2",), correlation=visit)
    ).result()  # a second ticket of the same visit
    assert [one.id for one in both.materials] == ["m_rp", "m_deed", "m_photo"]


def test_cl_d12_paper_is_not_asked_for_where_a_licence_is_held_and_an_override_is_kept(hall_: Paperless) -> None:
    visit = fresh()
    hall_.consent(visit)
    hall_.answer()
    who = hall_.at_counter(visit)
    ask = hall_.desk.demand
    assert refusal(ask(who, fresh(), visit, DemandPaper("m_id"))) is ProblemCode.PAPER_NOT_NEEDED
    assert not ask(who, fresh(), visit, DemandPaper("m_rp")).result().overridden
    assert refusal(ask(who, fresh(), visit, DemandPaper("m_none"))) is ProblemCode.BAD_REQUEST
    assert hall_.records(OVERRIDE) == []

    order, key = OverridePaper("m_id", OverrideReason.ORIGINAL_BY_LAW, "按规定"), fresh()
    for _ in range(2):
        assert hall_.desk.override(who, key, visit, order).result().overridden
    (record,) = hall_.records(OVERRIDE)
    assert record.as_(Overridden) == Overridden("m_id", CARD, OverrideReason.ORIGINAL_BY_LAW, "按规定")
    assert (record.actor_kind, record.actor, record.about) == (ActorKind.CLERK, "1001", visit)
    assert ask(who, fresh(), visit, DemandPaper("m_id")).result().overridden
    assert [one.paper_asked for one in hall_.found(visit, who).materials] == [True, False, False, False]

    # nothing is held, so there is nothing to override and nothing to keep
    assert not hall_.desk.override(who, fresh(), visit, OverridePaper("m_rp", OverrideReason.OTHER)).result().overridden
    assert len(hall_.records(OVERRIDE)) == 1


def test_an_override_by_a_console_of_every_counter_names_who_sits_there(hall_: Paperless) -> None:
    visit = fresh()
    hall_.consent(visit)
    hall_.answer()
    hall_.at_counter(visit)
    console = Caller(ActorKind.CLERK)
    hall_.desk.override(console, fresh(), visit, OverridePaper("m_id", OverrideReason.UNREADABLE)).result()
    (record,) = hall_.records(OVERRIDE)
    assert record.actor == "1001"


def test_only_the_kiosk_of_the_consent_and_the_counter_of_the_ticket_may_look(hall_: Paperless) -> None:
    visit = fresh()
    hall_.consent(visit)
    hall_.answer()
    with pytest.raises(HallProblem, match="not_allowed"):
        hall_.found(visit, Caller(ActorKind.KIOSK, "K2"))
    with pytest.raises(HallProblem, match="not_your_ticket"):
        hall_.found(visit, clerk(1))
    who = hall_.at_counter(visit)
    assert hall_.found(visit, who).fields
    with pytest.raises(HallProblem, match="not_your_ticket"):
        hall_.found(visit, clerk(2))
    with pytest.raises(HallProblem, match="not_your_ticket"):
        hall_.desk.demand(clerk(2), fresh(), visit, DemandPaper("m_id"))


def test_a_counter_may_ask_for_consent_and_the_city_hears_who_asks(hall_: Paperless) -> None:
    visit = fresh()
    who = hall_.at_counter(visit)
    hall_.desk.consent(who, fresh(), visit, GiveConsent(given=True, items=("i1",), holder=HOLDER)).result()
    hall_.answer()
    purpose = hall_.shelf.asked[0][1]
    assert (purpose.place, purpose.staff, purpose.role, purpose.reason) == (
        "counter-1",
        "1001",
        "counter",
        c.UseReason.ACCEPTANCE,
    )
    assert hall_.found(visit, who).fields


def test_what_licences_say_ends_with_the_ticket_and_the_ticks_do_not(hall_: Paperless) -> None:
    visit = fresh()
    hall_.consent(visit)
    hall_.answer()
    who = hall_.at_counter(visit)
    hall_.made.hall.serve(who, fresh(), visit).result()
    assert len(hall_.desk._memory) == 1
    hall_.made.hall.complete(who, fresh(), visit, CompleteTicket()).result()
    assert len(hall_.desk._memory) == 0
    found = hall_.found(visit)
    assert (found.fields, states(found)["m_id"]) == ((), "held")


def test_what_nobody_fetches_ends_with_its_age(hall_: Paperless) -> None:
    hall_.consent(fresh())
    hall_.answer()
    hall_.made.clock.forward(2 * 3_600 + 1)
    hall_.made.tick()
    assert len(hall_.desk._memory) == 0


def test_after_a_restart_the_ticks_stand_and_the_same_consent_asks_again(hall_: Paperless) -> None:
    visit, key = fresh(), fresh()
    hall_.consent(visit, key)
    hall_.answer()
    hall_.made.close()
    hall_.start()
    found = hall_.found(visit)
    assert (found.fields, states(found)["m_id"]) == ((), "held")
    hall_.consent(visit, key)
    hall_.answer()
    assert hall_.found(visit).fields


def test_cl_e4_a_correction_is_kept_and_told_to_the_city_once(hall_: Paperless) -> None:
    visit = fresh()
    hall_.consent(visit)
    hall_.answer()
    order, key = ReportLicence(CARD, c.CorrectionReason.WRONG_VALUE, "i1", "name"), fresh()
    told = [hall_.desk.report(KIOSK, key, visit, order).result() for _ in range(2)]
    assert told[0] == told[1]
    (message,) = hall_.made.reader.city_messages("licences", "", 0, 10)
    assert (message.id, message.kind, message.correlation) == (told[0].message, "corrections", visit)
    assert b"wrong_value" in message.body
    unasked = ReportLicence("结婚证", c.CorrectionReason.MISSING, "i1")
    assert refusal(hall_.desk.report(KIOSK, fresh(), visit, unasked)) is ProblemCode.BAD_REQUEST


def test_cl_e20_the_counts_are_those_of_the_outcomes(hall_: Paperless) -> None:
    for _ in range(3):
        hall_.consent(fresh())
        hall_.answer()
    hall_.shelf.fails["find"] = CityAwayError("too_slow")
    hall_.consent(fresh())
    hall_.answer()
    counts = {one.licence: one for one in hall_.desk.counts().licences}
    assert (counts[CARD].found, counts[CARD].slow) == (3, 1)
    assert (counts[PERMIT].expired, counts[PERMIT].slow) == (3, 1)
    assert (counts[DEED].not_found, counts[DEED].slow) == (3, 1)
    assert hall_.desk.counts(hall_.made.clock.now() + 1).licences == ()


@pytest.mark.parametrize(
    ("visit", "order", "code"),
    [
        ("no-uuid", GiveConsent(given=True, items=("i1",), holder=HOLDER), ProblemCode.BAD_REQUEST),
        (fresh(), GiveConsent(given=True, items=("i1",)), ProblemCode.BAD_REQUEST),
        (fresh(), GiveConsent(given=True, items=("i9",), holder=HOLDER), ProblemCode.ITEM_UNKNOWN),
    ],
)
def test_a_consent_that_makes_no_sense_is_refused_and_leaves_nothing(hall_, visit, order, code) -> None:
    with pytest.raises(HallProblem) as caught:
        hall_.desk.consent(KIOSK, fresh(), visit, order).result()
    assert caught.value.code is code
    assert (hall_.records(""), hall_.sent) == ([], [])


def test_only_the_licences_that_were_named_are_asked_for(hall_: Paperless) -> None:
    order = GiveConsent(given=True, items=("i1",), licences=(CARD, "营业执照"), holder=HOLDER)
    assert hall_.desk.consent(KIOSK, fresh(), fresh(), order).result().licences == (CARD,)
    assert hall_.sent.pop().types == (CARD,)


def test_nobody_s_visit_has_nothing_and_states_have_words(hall_: Paperless) -> None:
    found = hall_.found(fresh())
    assert (found.consent, found.materials, found.bring) == (ConsentState.NONE, (), 0)
    assert set(HeldState) == {"held", "looking", "bring"}
