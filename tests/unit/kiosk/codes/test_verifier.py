"""Every code has one answer: of the recogniser that it belongs to, in the declared order, and never an exception."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.contract.codes.refusals import Refusal, Remedy
from hall_server.contract.identity.assurance import Assurance
from kiosk.codes.answers import Booked, Claimed, Ignored, Named, Online, OnlineService, Refused, Signed, Slip
from kiosk.codes.scan import MAX_BYTES, Scan
from kiosk.codes.verifier import CodeVerifier
from kiosk.codes.words import WORDS, CodeReason
from tests.unit.hall_server.contract.codes.made_up import OTHER_HALL, STRANGE, claims, code
from tests.unit.kiosk.codes.shown import (
    BOOKED,
    BOOKING,
    CODES,
    EARLY_FIRM,
    FIRM,
    LICENCE,
    PASSPORT,
    PERMIT,
    REFERENCE,
    RESIDENCE,
    RESIDENT,
    SECRETS,
    SLIP,
    TICKET,
    at,
    verifier,
)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (REFERENCE, Signed(claims(), Assurance.L2)),
        (SLIP, Slip(TICKET, "L")),
        (f"https://hall.example/t/{SLIP}", Slip(TICKET, "L")),
        (BOOKED, Booked(BOOKING)),
        (LICENCE, Online(OnlineService.BUSINESS_LICENCE, LICENCE)),
        (RESIDENCE, Online(OnlineService.RESIDENCE_CODE, RESIDENCE)),
    ],
)
def test_cl_c4_each_code_is_claimed_by_the_recogniser_that_it_belongs_to(text: str, what: object) -> None:
    assert verifier().verify(text.encode(), at()) == Claimed(what)  # type: ignore[arg-type] # one of the claims


@pytest.mark.parametrize("text", [RESIDENT, FIRM, EARLY_FIRM, PERMIT, PASSPORT])
def test_a_plain_number_names_somebody_and_proves_nothing(text: str) -> None:
    answer = verifier().verify(text.encode(), at())
    assert isinstance(answer, Claimed)
    assert isinstance(answer.what, Named)


@pytest.mark.parametrize(
    ("text", "reason", "told"),
    [
        (code(issued_at=claims().issued_at - 60, expires_at=claims().issued_at), Refusal.EXPIRED, "请刷新二维码"),
        (code(audience=OTHER_HALL), Refusal.WRONG_AUDIENCE, "请在手机上选本大厅"),
        (code(issuer="city.elsewhere"), Refusal.UNKNOWN_ISSUER, "还读不了这个平台的码"),
        (code(STRANGE), Refusal.BAD_SIGNATURE, "核对不上"),
        ("https://menu.example/table/12", CodeReason.ADDRESS_NOT_LISTED, "这是一个链接"),
        ("6901234567892", CodeReason.UNKNOWN_CODE, "这个码我们不认识"),
    ],
)
def test_cl_c4_a_code_that_is_no_good_is_refused_with_a_sentence_of_its_own(
    text: str, reason: Refusal | CodeReason, told: str
) -> None:
    answer = verifier().verify(text.encode(), at())
    assert answer == Refused(reason)
    assert isinstance(answer, Refused)
    assert told in answer.words.zh
    assert answer.words.en


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", CodeReason.EMPTY),
        (b" \r\n", CodeReason.EMPTY),
        (b"0" * (MAX_BYTES + 1), CodeReason.OVERSIZE),
        (b"\xff" * 5000, CodeReason.OVERSIZE),
        (b"\xff\xfe\x00", CodeReason.NOT_TEXT),
        (b"]C1\x1d0112345678901231", CodeReason.CONTROL_CHARACTERS),
        (f"{SLIP}\x00".encode(), CodeReason.CONTROL_CHARACTERS),
        ("号票 \x85".encode(), CodeReason.CONTROL_CHARACTERS),
        ("办事大厅".encode("gb18030"), CodeReason.UNKNOWN_CODE),
        ("办事大厅".encode(), CodeReason.UNKNOWN_CODE),
    ],
)
def test_bytes_that_no_code_here_has_are_refused_before_any_recogniser(data: bytes, reason: CodeReason) -> None:
    assert verifier().verify(data, at()) == Refused(reason)


def test_nobody_is_sent_away_by_a_code_that_nobody_knows() -> None:
    words = Refused(CodeReason.UNKNOWN_CODE).words
    assert "这个码我们不认识" in words.zh
    assert "直接取号" in words.zh
    assert words.remedy is Remedy.OTHER_WAY


def test_bytes_that_may_be_others_are_taken_only_when_a_signature_proves_them() -> None:
    for text in CODES:
        answer = verifier().verify(text.encode(), at(), trusted=False)
        good = text == REFERENCE
        assert answer == (Claimed(Signed(claims(), Assurance.L2)) if good else Refused(CodeReason.UNPROVED))
        assert verifier().proves(text.encode()) is good
    assert verifier().verify(code(STRANGE).encode(), at(), trusted=False) == Refused(CodeReason.UNPROVED)
    assert not verifier().proves(b"\xff\xfe\x00")


def test_looking_whether_bytes_prove_themselves_uses_no_code_up() -> None:
    kiosk = verifier()
    assert kiosk.proves(REFERENCE.encode())
    assert isinstance(kiosk.verify(REFERENCE.encode(), at()), Claimed)
    assert kiosk.verify(REFERENCE.encode(), at()) == Refused(Refusal.ALREADY_USED)


class Says:
    """A recogniser of tests: always the same answer, and how often it was asked."""

    def __init__(self, answer: Claimed | Refused | Ignored) -> None:
        self.answer, self.asked = answer, 0

    def recognise(self, _scan: Scan, _moment: object, /) -> Claimed | Refused | Ignored:
        self.asked += 1
        return self.answer


@pytest.mark.parametrize("answer", [Claimed(Slip(TICKET)), Refused(CodeReason.SLIP_NOT_WHOLE, "digit")])
def test_the_first_that_claims_or_refuses_has_answered(answer: Claimed | Refused) -> None:
    first, second, third = Says(Ignored()), Says(answer), Says(Claimed(Booked(BOOKING)))
    assert CodeVerifier((first, second, third)).verify(b"anything", at()) == answer
    assert (first.asked, second.asked, third.asked) == (1, 1, 0)


def test_a_number_inside_an_address_names_nobody() -> None:
    for text in (LICENCE, f"https://evil.example/{RESIDENT}", f"http://evil.example/?id={FIRM}"):
        answer = verifier().verify(text.encode(), at())
        assert not isinstance(answer, Claimed) or isinstance(answer.what, Online)


TEXTS = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=120).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.tuples(
        st.sampled_from(
            ["KPC1:", "KPT1:", "KPB1:", "https://", "https://zzlz.gsxt.gov.cn", "P<CHN", "9144", "4401", ""]
        ),
        st.text(max_size=90),
    ).map(lambda two: "".join(two).encode("utf-8", "surrogatepass")),
    st.tuples(st.sampled_from(CODES), st.integers(0, 300), st.binary(max_size=3)).map(
        lambda cut: cut[0].encode()[: cut[1]] + cut[2] + cut[0].encode()[cut[1] + 1 :]
    ),
)


@given(TEXTS, st.booleans(), st.booleans())
def test_any_bytes_have_exactly_one_answer_and_none_shows_what_was_in_them(
    data: bytes, trusted: bool, clock_known: bool
) -> None:
    answer = verifier().verify(data, at(clock_known=clock_known), trusted=trusted)
    assert isinstance(answer, Claimed) != isinstance(answer, Refused)
    assert not isinstance(answer, Refused) or answer.words in WORDS.values()
    shown = repr(answer)
    assert not [secret for secret in SECRETS if secret in shown]
    text = data.decode("utf-8", "replace")
    assert not any(text[start : start + 12] in shown for start in range(len(text) - 11)), "a piece of the code is shown"


@pytest.mark.parametrize("text", CODES)
def test_no_answer_shows_a_number_or_a_code(text: str) -> None:
    kiosk = verifier()
    for answer in (
        kiosk.verify(text.encode(), at()),
        kiosk.verify(text.encode(), at()),
        kiosk.verify(text[:-2].encode(), at()),
    ):
        assert not [secret for secret in SECRETS if secret in repr(answer)]
