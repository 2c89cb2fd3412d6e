"""Codes of an independent CWT implementation (the `cwt` package) are read here, and ours are read by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cbor2
import pytest
from base45 import b45decode
from cwt import COSE, COSEKey, VerifyError

from hall_server.contract.codes.answers import Accepted, Answer, Refused
from hall_server.contract.codes.claims import Claims, CodeKind
from hall_server.contract.codes.reference_code import PREFIX, write
from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.identity.assurance import Assurance
from tests.unit.hall_server.contract.codes.made_up import (
    CITY,
    HALL,
    ISSUED,
    ISSUED_US,
    JTI,
    OLD,
    READER,
    STRANGE,
    SUBJECT,
    claims,
    code,
    public,
    text_of,
)

if TYPE_CHECKING:
    from cwt.cose_key_interface import COSEKeyInterface

ALG, KEY_ID = 1, 4
ISS, SUB, AUD, EXP, IAT, CTI, KIND = 1, 2, 3, 4, 6, 7, -65537


def their_key(private: bytes | None = None, *, alg: int = -19, key_id: str = OLD.id) -> COSEKeyInterface:
    made = {1: 1, 2: key_id.encode(), 3: alg, -1: 6, -2: public(private or OLD.private)}
    return COSEKey.new({**made, -4: private} if private else made)


def their_code(private: bytes = OLD.private, *, alg: int = -19, unprotected: dict[int, object] | None = None) -> str:
    """Made as RFC 8392 §7.1 says, with their encoder, their headers and their signature."""
    said = {ISS: CITY, SUB: SUBJECT, AUD: HALL, EXP: ISSUED + 60, IAT: ISSUED, CTI: bytes.fromhex(JTI), KIND: 1}
    message = COSE.new().encode_and_sign(
        cbor2.dumps(said),
        their_key(private, alg=alg),
        protected={ALG: alg, KEY_ID: OLD.id.encode()},
        unprotected=unprotected or {},
    )
    assert isinstance(message, bytes)
    return text_of(message)


def read(text: str) -> Answer:
    return READER.read(text, ISSUED_US)


def test_a_code_that_another_implementation_made_is_taken_and_is_ours_to_the_letter() -> None:
    assert read(their_code()) == Accepted(claims(), Assurance.L2)
    assert their_code() == code()


@pytest.mark.parametrize("kind", CodeKind)
def test_another_implementation_reads_what_is_written_here(kind: CodeKind) -> None:
    text = code(kind=kind, audience="gz", jti="f" * 24)
    data = b45decode(text[len(PREFIX) :])
    protected, unprotected, payload = COSE.new(verify_kid=True).decode_with_headers(data, their_key())
    assert (protected, unprotected) == ({ALG: -19, KEY_ID: OLD.id.encode()}, {})
    said = {ISS: CITY, SUB: SUBJECT, AUD: "gz", EXP: ISSUED + 60, IAT: ISSUED, CTI: b"\xff" * 12}
    assert cbor2.loads(payload) == {**said, KIND: {CodeKind.PERSON: 1, CodeKind.AGENT: 2}[kind]}


def test_another_implementation_refuses_what_is_refused_here() -> None:
    with pytest.raises(VerifyError):
        COSE.new().decode(b45decode(write(claims(), STRANGE)[len(PREFIX) :]), their_key())
    assert read(their_code(STRANGE.private)) == Refused(Refusal.BAD_SIGNATURE)


def test_their_other_forms_of_the_same_message_are_none_of_ours() -> None:
    assert read(their_code(alg=-8)) == Refused(Refusal.BAD_SIGNATURE)
    assert read(their_code(unprotected={3: 61})) == Refused(Refusal.NOT_WELL_FORMED, "cose.unprotected")


def test_many_codes_go_both_ways() -> None:
    key = their_key()
    for no in range(300):
        said: Claims = claims(jti=f"{no:024x}", issued_at=ISSUED - no % 50, expires_at=ISSUED + 1 + no % 9, issuer=CITY)
        text = write(said, OLD)
        assert read(text) == Accepted(said, Assurance.L2)
        assert cbor2.loads(COSE.new().decode(b45decode(text[len(PREFIX) :]), key))[CTI].hex() == said.jti
