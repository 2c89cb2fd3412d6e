"""The reference code: what is taken and what is refused, each with its own reason (CL-C4, definitions.md 14)."""

from __future__ import annotations

import pytest
import qrcode
from qrcode.constants import ERROR_CORRECT_M

from hall_server.contract.codes.answers import Accepted, NotOurs, Refused
from hall_server.contract.codes.claims import CodeKind, payload_of
from hall_server.contract.codes.cose import protected_of
from hall_server.contract.codes.once import Used
from hall_server.contract.codes.reference_code import (
    MAX_TEXT,
    PREFIX,
    IssuingKey,
    ReferenceCodes,
    write,
)
from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.codes.trust import TrustList
from hall_server.contract.crypto.algorithms import ED25519, PROVIDERS
from hall_server.contract.identity.assurance import Assurance
from tests.unit.hall_server.contract.codes.made_up import (
    GONE,
    ISSUED,
    ISSUED_US,
    NEW,
    OLD,
    OTHER_HALL,
    OVERLAP_FROM,
    OVERLAP_UNTIL,
    READER,
    SECOND,
    STRANGE,
    TRUST,
    claims,
    code,
    message,
    text_of,
)

DEAD_US = ISSUED_US + 60 * SECOND  # the first moment in which the usual code is no longer good
OTHER_TEXTS = [
    "",
    "K",
    "KPC1",
    "kpc1:abc",
    " KPC1:",
    "KPC2:ABC",
    "KPT1:0123456789ABCDEFGHJKMNPQRS",
    "https://example.invalid/t/KPC1:ABC",
    "file:///etc/passwd",
    "11010119900307001X",
    "91440101MA59U8KX0H",
    "WIFI:S:hall;T:WPA;P:secret;;",
    "粤居码",
    "\x00\x1d\x1e",
    "\ud800",
]


def reason(text: str, now_us: int = ISSUED_US, *, clock_known: bool = True) -> Refusal:
    answer = READER.read(text, now_us, clock_known=clock_known)
    assert isinstance(answer, Refused)
    return answer.reason


def test_a_fresh_code_is_taken_with_what_it_says() -> None:
    assert READER.read(code(), ISSUED_US) == Accepted(claims(), Assurance.L2)


def test_an_agents_code_says_that_it_is_one() -> None:
    answer = READER.read(code(kind=CodeKind.AGENT), ISSUED_US)
    assert isinstance(answer, Accepted)
    assert answer.claims.kind is CodeKind.AGENT


def test_a_code_for_the_whole_city_is_taken_in_its_halls() -> None:
    assert isinstance(READER.read(code(audience="gz"), ISSUED_US), Accepted)


def test_a_code_is_good_from_its_first_microsecond_to_its_last() -> None:
    assert isinstance(READER.read(code(), DEAD_US - 1), Accepted)
    assert reason(code(), DEAD_US) is Refusal.EXPIRED
    assert reason(code(), DEAD_US + SECOND) is Refusal.EXPIRED
    assert reason(code(), ISSUED_US - 1) is Refusal.NOT_YET_VALID


def test_a_picture_of_yesterdays_code_has_run_out() -> None:
    assert reason(code(), ISSUED_US + 86_400 * SECOND) is Refusal.LONG_EXPIRED
    assert reason(code(), DEAD_US + 599 * SECOND) is Refusal.EXPIRED


def test_a_kiosk_that_does_not_know_its_offset_takes_ninety_seconds_of_doubt_and_says_so() -> None:
    doubt = 90 * SECOND
    for now in (ISSUED_US - doubt, ISSUED_US, DEAD_US, DEAD_US + doubt - 1):
        assert READER.read(code(), now, clock_known=False) == Accepted(claims(), Assurance.L1)
    assert reason(code(), ISSUED_US - doubt - 1, clock_known=False) is Refusal.NOT_YET_VALID
    assert reason(code(), DEAD_US + doubt, clock_known=False) is Refusal.EXPIRED


def test_a_second_showing_at_one_kiosk_is_refused_and_a_new_code_is_not() -> None:
    used = Used()
    assert used.once(READER.read(code(), ISSUED_US), 0) == READER.read(code(), ISSUED_US)
    assert used.once(READER.read(code(), ISSUED_US), SECOND) == Refused(Refusal.ALREADY_USED)
    assert isinstance(used.once(READER.read(code(jti="f" * 24), ISSUED_US), SECOND), Accepted)


def test_a_code_for_another_hall_is_refused_as_that() -> None:
    assert reason(code(audience=OTHER_HALL)) is Refusal.WRONG_AUDIENCE


def test_an_issuer_or_key_that_nobody_pinned_is_refused_as_that() -> None:
    assert reason(code(issuer="city.other")) is Refusal.UNKNOWN_ISSUER
    assert reason(code(IssuingKey("2027a", OLD.private))) is Refusal.UNKNOWN_KEY
    assert reason(code(STRANGE)) is Refusal.BAD_SIGNATURE


def test_without_any_trust_list_every_code_is_an_unknown_issuers() -> None:
    nobody = ReferenceCodes(TrustList(serial=1), frozenset({"gz"}))
    assert nobody.read(code(), ISSUED_US) == Refused(Refusal.UNKNOWN_ISSUER)


def test_a_revoked_key_is_refused_within_its_dates() -> None:
    assert reason(code(GONE)) is Refusal.KEY_REVOKED


@pytest.mark.parametrize(
    ("issued", "old", "new"),
    [
        (OVERLAP_FROM - 1, True, False),
        (OVERLAP_FROM, True, True),
        (OVERLAP_UNTIL - 1, True, True),
        (OVERLAP_UNTIL, False, True),
    ],
)
def test_two_keys_are_good_while_one_follows_the_other_and_each_alone_before_and_after(
    issued: int, old: bool, new: bool
) -> None:
    for key, good in ((OLD, old), (NEW, new)):
        text = code(key, issued_at=issued, expires_at=issued + 30)
        answer = READER.read(text, issued * SECOND)
        assert isinstance(answer, Accepted) if good else answer == Refused(Refusal.KEY_OUT_OF_DATE)


def test_a_code_of_a_keys_last_second_is_good_for_its_own_minute() -> None:
    text = code(issued_at=OVERLAP_UNTIL - 1, expires_at=OVERLAP_UNTIL + 59)
    assert isinstance(READER.read(text, (OVERLAP_UNTIL + 30) * SECOND), Accepted)


def test_a_code_that_lives_longer_than_a_minute_is_neither_written_nor_taken() -> None:
    with pytest.raises(ValueError, match="60 s at most"):
        code(expires_at=ISSUED + 61)
    long_lived = text_of(message(payload=payload_of(claims(expires_at=ISSUED + 61))))
    assert reason(long_lived) is Refusal.TOO_LONG_LIVED


def test_the_algorithm_in_the_header_is_the_one_that_is_pinned_with_the_key() -> None:
    polymorphic = message(protected=protected_of(-8, OLD.id.encode()))  # EdDSA: another name of the same signature
    assert reason(text_of(polymorphic)) is Refusal.BAD_SIGNATURE


def test_an_issuer_can_be_worth_less_than_others() -> None:
    (issuer,) = TRUST.issuers
    less = TrustList(serial=2, issuers=(type(issuer)(id=issuer.id, level=1, keys=issuer.keys),))
    answer = ReferenceCodes(less, frozenset({"gz-demo-district"})).read(code(), ISSUED_US)
    assert answer == Accepted(claims(), Assurance.L1)


@pytest.mark.parametrize("text", OTHER_TEXTS)
def test_other_texts_are_left_to_others(text: str) -> None:
    assert READER.read(text, ISSUED_US) == NotOurs()


@pytest.mark.parametrize(
    "rest", ["", "A", "abc", ":::", "木棉", "\ud800", "FGW", code()[len(PREFIX) :] + "\n", " " + code()[len(PREFIX) :]]
)
def test_the_prefix_with_anything_else_behind_it_did_not_come_through_whole(rest: str) -> None:
    assert reason(PREFIX + rest) is Refusal.NOT_WELL_FORMED


def test_a_text_that_is_too_long_is_refused_before_it_is_decoded() -> None:
    assert reason(PREFIX + "0" * (MAX_TEXT - len(PREFIX))) is Refusal.NOT_WELL_FORMED
    assert reason(PREFIX + "0" * (MAX_TEXT - len(PREFIX) + 1)) is Refusal.TOO_LARGE
    assert reason(PREFIX + "木" * 1_000_000) is Refusal.TOO_LARGE


def test_the_longest_names_and_key_ids_still_fit() -> None:
    key = IssuingKey("k" * 16, OLD.private)
    text = code(key, issuer="c" * 32, audience="h" * 32)
    assert len(text) <= MAX_TEXT
    assert reason(text) is Refusal.UNKNOWN_ISSUER


def test_the_codes_of_the_demonstration_fit_a_qr_symbol_of_version_nine() -> None:
    symbol = qrcode.QRCode(error_correction=ERROR_CORRECT_M)
    symbol.add_data(code())
    symbol.make(fit=True)
    assert (len(code()), symbol.version, symbol.modules_count) == (257, 9, 53)


def test_a_key_whose_id_no_list_could_name_signs_nothing() -> None:
    for name in ("", "k" * 17, "钥匙", "a b"):
        with pytest.raises(ValueError, match="a key's id is"):
            IssuingKey(name, OLD.private)


def test_one_set_of_claims_has_one_text() -> None:
    assert code() == code() == text_of(message())


def test_a_signature_spelt_another_way_is_refused() -> None:
    """S plus the order of the group gives the same point; a lenient library takes it (RFC 8032 §5.1.7)."""
    order = 2**252 + 27742317777372353535851937790883648493
    good = message()
    spelt = int.from_bytes(good[-32:], "little") + order
    assert reason(text_of(good[:-32] + spelt.to_bytes(32, "little"))) is Refusal.BAD_SIGNATURE


def test_keys_and_handles_are_in_no_repr() -> None:
    text = repr([OLD, claims(), READER.read(code(), ISSUED_US)])
    assert claims().subject not in text
    assert claims().jti not in text
    assert repr(OLD.private) not in text


def test_a_provider_of_another_algorithm_takes_its_seat_by_its_number() -> None:
    class Turned:
        """Ed25519 over the message backwards: stands for another algorithm."""

        def usable(self, public: bytes) -> bool:
            return PROVIDERS[ED25519].usable(public)

        def holds(self, public: bytes, message: bytes, signature: bytes) -> bool:
            return PROVIDERS[ED25519].holds(public, message[::-1], signature)

        def private_of(self, seed: bytes) -> bytes:
            return PROVIDERS[ED25519].private_of(seed)

        def sign(self, private: bytes, message: bytes) -> bytes:
            return PROVIDERS[ED25519].sign(private, message[::-1])

        def public_of(self, private: bytes) -> bytes:
            return PROVIDERS[ED25519].public_of(private)

    providers = {ED25519: Turned()}
    text = write(claims(), OLD, providers)
    assert isinstance(ReferenceCodes(TRUST, frozenset({"gz-demo-district"}), providers).read(text, ISSUED_US), Accepted)
    assert reason(text) is Refusal.BAD_SIGNATURE
    assert ReferenceCodes(TRUST, frozenset({"gz-demo-district"}), {}).read(text, ISSUED_US) == Refused(
        Refusal.NO_PROVIDER, "Ed25519"
    )
