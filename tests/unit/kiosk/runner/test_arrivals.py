"""From a code to the visit: every case of CL-C4 through verifier, claim and session, each with its own sentence."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import pytest

from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.identity.pseudonym import SubjectKind, code_pseudonym, pseudonym
from hall_server.contract.vocabulary import ActorKind
from hall_server.flows.caller import Caller
from kiosk.codes.answers import Claimed, Named, Online, OnlineService
from kiosk.codes.following import FollowingVerifier
from kiosk.codes.words import WORDS, CodeReason
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.privacy import signed_person
from kiosk.runner.arrivals import Arrivals
from kiosk.runner.claiming import Claiming
from kiosk.session.shown import BookingShown, CodeRefused, PersonShown, SlipShown
from kiosk.session.state import Page
from kiosk.session.step import step
from kiosk.values import replace
from kiosk.viewmodels.codes import code_refused_props
from tests.unit.hall_server.claims import MemoryClaims
from tests.unit.hall_server.contract.codes.made_up import (
    CITY,
    GONE,
    HALL,
    NEW,
    OTHER_HALL,
    STRANGE,
    SUBJECT,
    TRUST,
    IssuingKey,
    code,
)
from tests.unit.kiosk.codes.shown import BOOKED, FIRM, LICENCE, REFERENCE, RESIDENT, SLIP, at, verifier
from tests.unit.kiosk.session.visits import HOME, LOOK, visit_of

if TYPE_CHECKING:
    from hall_server.contract.code_claims import ClaimCode
    from kiosk.codes.scan import Moment
    from kiosk.session.events import CodeShown
    from kiosk.session.state import Session

KEY = b"a key of this hall"
DAY = date(2026, 11, 18)


@dataclass
class Claims:
    """The hall's half of single use."""

    claims: MemoryClaims = field(default_factory=MemoryClaims)
    kiosk: str = "K1"
    refusal: str = ""
    silent: bool = False
    asked: list[ClaimCode] = field(default_factory=list)

    def claim_code(self, key: str, order: ClaimCode) -> bool:
        self.asked.append(order)
        if self.silent:
            raise HallSilentError("silent")
        if self.refusal:
            raise HallRefusedError(self.refusal)
        return self.claims.claim(Caller(ActorKind.KIOSK, self.kiosk), key, order).result().first


@dataclass
class Standing:
    answers: bool = True
    silences: int = 0

    def silent(self, _at: float) -> None:
        self.answers = False
        self.silences += 1


def following() -> FollowingVerifier:
    made = FollowingVerifier(HALL)
    made.follow(TRUST, ["gz"])
    return made


@dataclass
class Kiosk:
    """A kiosk's way for codes, and the visit behind it."""

    hall: Claims = field(default_factory=Claims)
    codes: FollowingVerifier = field(default_factory=following)
    standby: Standing = field(default_factory=Standing)
    session: Session = HOME
    shown: list[CodeShown] = field(default_factory=list)
    online: object = None

    def __post_init__(self) -> None:
        self.claiming = Claiming(self.hall, self.standby, lambda: 0.0, 5.0)  # type: ignore[arg-type] # what it uses
        self.arrivals = Arrivals(
            self.post, lambda: self.session.now, lambda: LOOK, KEY, lambda: DAY, self.claiming,
            self.online,  # type: ignore[arg-type] # what a case brings
        )  # fmt: skip

    def post(self, event: CodeShown) -> None:  # type: ignore[override] # the only event that comes
        self.shown.append(event)
        self.session, _ = step(self.session, event)

    async def scan(self, text: str, moment: Moment) -> str:
        """The sentence that stands on the screen; "" when the code is taken."""
        await self.arrivals.follow(self.codes.verify(text.encode(), moment))
        return code_refused_props(self.session).sentence if self.session.page is Page.CODE_REFUSED else ""


def flipped(text: str) -> str:
    """One character of the signature is another."""
    return text[:-3] + ("A" if text[-3] != "A" else "B") + text[-2:]


CASES: list[tuple[str, str, Moment, Refusal | CodeReason | None]] = [
    ("valid", REFERENCE, at(1), None),
    ("expired by a second", REFERENCE, at(61), Refusal.EXPIRED),
    ("valid in its last second", REFERENCE, at(59.9), None),
    ("a screenshot of an old code", REFERENCE, at(3600), Refusal.LONG_EXPIRED),
    ("for another hall", code(audience=OTHER_HALL), at(1), Refusal.WRONG_AUDIENCE),
    ("of an issuer that nobody knows", code(issuer="city.elsewhere"), at(1), Refusal.UNKNOWN_ISSUER),
    ("of a rotated key that is in the list", code(NEW), at(1), None),
    ("of a rotated key that is not yet in the list", code(IssuingKey("2027a", b"\7" * 32)), at(1), Refusal.UNKNOWN_KEY),
    ("of a revoked key", code(GONE), at(1), Refusal.KEY_REVOKED),
    ("signed by somebody else", code(STRANGE), at(1), Refusal.BAD_SIGNATURE),
    ("tampered with", flipped(REFERENCE), at(1), Refusal.BAD_SIGNATURE),
    ("cut off", REFERENCE[:-9], at(1), Refusal.NOT_WELL_FORMED),
    ("a clock that is not known, 89 s behind its end", REFERENCE, at(149, clock_known=False), None),
    ("a clock that is not known, 90 s behind its end", REFERENCE, at(150, clock_known=False), Refusal.EXPIRED),
    ("before its time", REFERENCE, at(-1), Refusal.NOT_YET_VALID),
    ("an address on a menu", "https://menu.example/table/12", at(1), CodeReason.ADDRESS_NOT_LISTED),
    ("a parcel's number", "6901234567892", at(1), CodeReason.UNKNOWN_CODE),
    ("an electronic licence's address", LICENCE, at(1), CodeReason.ONLINE_NOT_HERE),
]


@pytest.mark.parametrize(("text", "moment", "reason"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
async def test_cl_c4_each_code_is_taken_or_refused_with_its_own_sentence(
    text: str, moment: Moment, reason: Refusal | CodeReason | None
) -> None:
    kiosk = Kiosk()
    sentence = await kiosk.scan(text, moment)
    assert sentence == (WORDS[reason].zh if reason else "")
    assert kiosk.session.page is (Page.CODE_REFUSED if reason else Page.CHECKING)


def test_no_two_kinds_of_case_share_a_sentence() -> None:
    reasons = {reason for *_, reason in CASES if reason} | {Refusal.ALREADY_USED}
    assert len({WORDS[reason].zh for reason in reasons}) == len(reasons)


async def test_cl_c4_a_code_that_was_used_is_refused_at_a_second_kiosk_and_at_the_first() -> None:
    hall = MemoryClaims()
    first, second = Kiosk(Claims(hall)), Kiosk(Claims(hall, "K2"))
    assert await first.scan(REFERENCE, at(1)) == ""
    assert await second.scan(REFERENCE, at(2)) == WORDS[Refusal.ALREADY_USED].zh
    first.session = HOME  # the next visitor
    assert await first.scan(REFERENCE, at(3)) == WORDS[Refusal.ALREADY_USED].zh


async def test_a_hand_that_trembles_is_told_nothing_of_a_used_code() -> None:
    kiosk = Kiosk()
    assert await kiosk.scan(REFERENCE, at(1)) == ""
    assert await kiosk.scan(REFERENCE, at(2)) == ""
    assert kiosk.session.page is Page.CHECKING


async def test_without_the_hall_a_code_counts_once_here_and_the_hall_is_told_when_it_is_back() -> None:
    hall = MemoryClaims()
    alone, other = Kiosk(Claims(hall, silent=True)), Kiosk(Claims(hall, "K2"))
    assert await alone.scan(REFERENCE, at(1)) == ""
    assert (alone.claiming.owed, alone.standby.silences) == (1, 1)
    assert await other.scan(REFERENCE, at(2)) == "", "nobody knows yet"
    alone.hall.silent, alone.standby.answers = False, True
    assert await alone.claiming._tell()
    assert alone.hall.asked[-1].alone
    assert alone.claiming.owed == 0


async def test_a_claim_that_was_heard_although_its_answer_was_lost_is_no_double_use(
    caplog: pytest.LogCaptureFixture,
) -> None:
    kiosk = Kiosk()

    class Deaf(Claims):
        def claim_code(self, key: str, order: ClaimCode) -> bool:
            super().claim_code(key, order)
            raise HallSilentError("lost")

    kiosk.claiming.hall = Deaf(kiosk.hall.claims)  # type: ignore[assignment] # what it uses
    assert await kiosk.scan(REFERENCE, at(1)) == ""
    kiosk.claiming.hall = kiosk.hall  # type: ignore[assignment] # what it uses
    kiosk.standby.answers = True
    assert await kiosk.claiming._tell()
    assert "twice" not in caplog.text


@pytest.mark.parametrize(
    ("refusal", "sentence"),
    [("too_many_requests", WORDS[Refusal.TOO_MANY_AT_ONCE].zh), ("not_found", ""), ("not_allowed", "")],
)
async def test_a_hall_that_does_not_say_whether_a_code_was_used_stops_nobody(refusal: str, sentence: str) -> None:
    assert await Kiosk(Claims(refusal=refusal)).scan(REFERENCE, at(1)) == sentence


async def test_what_a_code_stands_for_reaches_the_visit_without_the_code() -> None:
    kiosk = Kiosk()
    for text in (REFERENCE, SLIP, BOOKED, RESIDENT, FIRM):
        kiosk.session = HOME
        assert await kiosk.scan(text, at(1)) == ""
    person, slip, booked, named, firm = (event.shown for event in kiosk.shown)
    assert isinstance(person, PersonShown)
    assert person.person.pseudonym == code_pseudonym(KEY, CITY, SUBJECT)
    assert slip == SlipShown("00010203-0405-0607-0809-0a0b0c0d0e0f", "L")
    assert booked == BookingShown("10111213-1415-1617-1819-1a1b1c1d1e1f")
    assert isinstance(named, PersonShown)
    assert named.person.pseudonym == pseudonym(KEY, SubjectKind.ID_NUMBER, RESIDENT), "as the same person's card"
    assert named.person.number_mask == RESIDENT[-4:]
    assert isinstance(firm, PersonShown)
    assert firm.person.pseudonym == pseudonym(KEY, SubjectKind.ORGANISATION, FIRM)
    assert [text for text in (RESIDENT, FIRM, SUBJECT) if text in repr(kiosk.shown)] == []


async def test_an_agent_s_code_says_so() -> None:
    verdict = verifier().verify(code(kind="agent").encode(), at(1))
    assert isinstance(verdict, Claimed)
    assert signed_person(verdict.what, KEY).agent  # type: ignore[arg-type] # it is signed


async def test_a_code_that_only_its_city_can_read_is_asked_there_when_somebody_can() -> None:
    asked = []

    async def ask(what: Online) -> CodeRefused:
        asked.append(what.service)
        return CodeRefused(CodeReason.BOOKING_UNKNOWN)

    assert await Kiosk(online=ask).scan(LICENCE, at(1)) == WORDS[CodeReason.BOOKING_UNKNOWN].zh
    assert asked == [OnlineService.BUSINESS_LICENCE]


async def test_a_number_that_cannot_be_keyed_is_a_code_that_nobody_knows() -> None:
    verdict = verifier().verify(RESIDENT.encode(), at(1))
    assert isinstance(verdict, Claimed)
    assert isinstance(verdict.what, Named)
    kiosk = Kiosk()
    await kiosk.arrivals.follow(
        Claimed(replace(verdict.what, holder=dataclasses.replace(verdict.what.holder, number="-")))
    )
    assert visit_of(kiosk.session).refusal is CodeReason.UNKNOWN_CODE


@pytest.mark.parametrize(("reason", "known"), [(None, 1), (Refusal.EXPIRED, 0)])
async def test_whose_a_signed_code_is_the_visit_may_ask_the_city_by_its_handle(
    reason: Refusal | None, known: int
) -> None:
    kiosk, named = Kiosk(), []
    kiosk.arrivals = dataclasses.replace(kiosk.arrivals, named=lambda *who: named.append(who))
    await kiosk.scan(REFERENCE, at(61 if reason else 1))
    assert [handle for _, handle in named] == [SUBJECT] * known
    assert [pseudonym for pseudonym, _ in named] == [
        one.shown.person.pseudonym for one in kiosk.shown if isinstance(one.shown, PersonShown)
    ]
