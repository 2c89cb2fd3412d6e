"""Nothing but the one text that was issued is taken: changed at any place, cut, grown, bent into other spellings."""

from __future__ import annotations

from collections import Counter

import cbor2
import pytest
from base45 import BASE45_CHARSET

from hall_server.contract.codes.answers import Accepted, Answer, NotOurs, Refused
from hall_server.contract.codes.claims import payload_of
from hall_server.contract.codes.cose import protected_of, put_together
from hall_server.contract.codes.reference_code import MAX_BYTES, ReferenceCodes
from tests.unit.hall_server.contract.codes.made_up import (
    BELIEVING,
    ISSUED_US,
    MANNERS,
    OLD,
    READER,
    changed,
    claims,
    message,
    text_of,
)

GOOD = message()
PROTECTED, PAYLOAD, SIGNATURE = protected_of(OLD.alg, OLD.id.encode()), payload_of(claims()), GOOD[-64:]
PARTS = (PROTECTED, PAYLOAD, SIGNATURE)
WHOLE = cbor2.dumps([PROTECTED, {}, PAYLOAD, SIGNATURE])
RANDOM_TEXTS = 5_000


def read(text: str) -> Answer:
    return READER.read(text, ISSUED_US)


def refused_as(data: bytes) -> str:
    answer = read(text_of(data))
    assert isinstance(answer, Refused)
    return answer.part or answer.reason.value


def test_the_code_that_is_tampered_with_is_good() -> None:
    assert isinstance(read(text_of(GOOD)), Accepted)


@pytest.mark.parametrize("at", range(len(GOOD)))
def test_no_byte_may_be_changed_in_any_bit(at: int) -> None:
    for bit in range(8):
        changed = GOOD[:at] + bytes((GOOD[at] ^ 1 << bit,)) + GOOD[at + 1 :]
        assert isinstance(read(text_of(changed)), Refused)


@pytest.mark.parametrize("at", range(len(text_of(GOOD))))
def test_no_character_may_be_changed(at: int) -> None:
    text = text_of(GOOD)
    for other in (BASE45_CHARSET[(BASE45_CHARSET.index(text[at]) + step) % 45] for step in (1, 22, 44)):
        assert isinstance(read(text[:at] + other + text[at + 1 :]), Refused | NotOurs)
    for other in ("", text[at].lower() if text[at].isalpha() else "a", "\u2f8a"):
        assert isinstance(read(text[:at] + other + text[at + 1 :]), Refused | NotOurs)
    assert isinstance(read(text[:at] + "0" + text[at:]), Refused | NotOurs)


def test_no_part_of_a_code_is_a_code() -> None:
    for length in range(len(GOOD)):
        assert isinstance(read(text_of(GOOD[:length])), Refused)
    text = text_of(GOOD)
    for length in range(len(text)):
        assert isinstance(read(text[:length]), Refused | NotOurs)


def test_nothing_may_follow() -> None:
    assert refused_as(GOOD + b"\0") == "cbor.trailing"
    assert refused_as(GOOD + GOOD[:40]) == "cbor.trailing"


def test_the_parts_of_these_tests_are_those_of_a_good_code() -> None:
    assert put_together(*PARTS) == GOOD == b"\xd2" + WHOLE


@pytest.mark.parametrize(
    ("spelling", "part"),
    [
        (WHOLE, "cose.tag"),  # RFC 9052 lets an application leave the tag out; here it may not
        (b"\xd8\x12" + WHOLE, "cose.tag"),
        (b"\xd8\x3d" + GOOD, "cose.tag"),  # a CWT tag before it
        (b"\xd2" + GOOD, "cbor.kind"),
        (b"\xd2" + cbor2.dumps([PROTECTED, {}, PAYLOAD]), "cose.members"),
        (b"\xd2" + cbor2.dumps([PROTECTED, {}, PAYLOAD, SIGNATURE, b""]), "cose.members"),
        (b"\xd2" + cbor2.dumps({0: PROTECTED, 1: {}, 2: PAYLOAD, 3: SIGNATURE}), "cose.members"),
        (b"\xd2" + cbor2.dumps([PROTECTED, {}, PAYLOAD, "s"]), "cose.members"),
        (b"\xd2" + cbor2.dumps([[], {}, PAYLOAD, SIGNATURE]), "cose.members"),
        (b"\xd2" + cbor2.dumps([PROTECTED, {}, None, SIGNATURE]), "cbor.kind"),  # a detached payload
        (b"\xd2" + cbor2.dumps([PROTECTED, {4: b"2026a"}, PAYLOAD, SIGNATURE]), "cose.unprotected"),
        (b"\xd2" + cbor2.dumps([PROTECTED, [], PAYLOAD, SIGNATURE]), "cose.unprotected"),
        (b"\xd2" + cbor2.dumps([PROTECTED, b"", PAYLOAD, SIGNATURE]), "cose.unprotected"),
        (b"\xd2\x98\x04" + WHOLE[1:], "cbor.shortest"),
        (b"\xd2\x9f" + WHOLE[1:] + b"\xff", "cbor.length"),
        (b"\xd2" + WHOLE.replace(b"\x4a" + PROTECTED, b"\x58\x0a" + PROTECTED), "cbor.shortest"),
    ],
)
def test_a_message_has_one_spelling(spelling: bytes, part: str) -> None:
    assert refused_as(spelling) == part


@pytest.mark.parametrize(
    "protected",
    [
        b"",
        cbor2.dumps({}),
        cbor2.dumps({1: -19}),
        cbor2.dumps({4: b"2026a"}),
        cbor2.dumps({1: -19, 4: "2026a"}),
        cbor2.dumps({1: "Ed25519", 4: b"2026a"}),
        cbor2.dumps({1: -19, 4: b""}),
        cbor2.dumps({1: -19, 4: b"k" * 17}),
        cbor2.dumps({1: -19, 2: [4], 4: b"2026a"}),  # critical parameters
        cbor2.dumps([1, -19, 4, b"2026a"]),
    ],
)
def test_a_header_says_algorithm_and_key_and_nothing_else_even_when_it_is_signed(protected: bytes) -> None:
    assert refused_as(message(protected=protected)) in {"cose.protected", "cbor.short"}


def test_signed_claims_in_another_order_or_in_long_forms_are_refused() -> None:
    agreed = cbor2.loads(payload_of(claims()))
    backwards = cbor2.dumps(dict(reversed(agreed.items())))
    assert refused_as(message(payload=backwards)) == "cbor.order"
    doubled = bytes((payload_of(claims())[0] + 1,)) + b"\x01\x61a" + payload_of(claims())[1:]
    assert refused_as(message(payload=doubled)) == "cbor.order"
    long_head = b"\xb8\x07" + payload_of(claims())[1:]
    assert refused_as(message(payload=long_head)) == "cbor.shortest"
    endless = b"\xbf" + payload_of(claims())[1:] + b"\xff"
    assert refused_as(message(payload=endless)) == "cbor.length"


@pytest.mark.parametrize("opened", [b"\x81", b"\xa1\x01", b"\xc6", b"\x9f", b"\xa1\x81", b"\xd8\x1c\x81"])
def test_bombs_of_nesting_and_of_lengths_are_refused(opened: bytes) -> None:
    for size in (1, 7, 70, 220):
        assert refused_as((b"\xd2" + opened * size)[:MAX_BYTES])
        assert refused_as((b"\xd2" + opened * size)[: MAX_BYTES - 1] + b"\0")
    for head in (b"\x9b", b"\xbb", b"\x5b", b"\x7b"):
        assert refused_as(b"\xd2" + head + b"\x7f" + b"\xff" * 7) == "cbor.short"


def test_random_and_changed_texts_are_refused_in_every_manner() -> None:
    believed: Counter[str] = Counter()
    for no in range(RANDOM_TEXTS):
        manner, text = changed(no)
        assert isinstance(read(text), Refused | NotOurs), (no, manner, text)
        believed[manner] += isinstance(BELIEVING.read(text, ISSUED_US), Accepted)
    assert len(believed) == len(MANNERS)
    assert sum(believed.values()) > RANDOM_TEXTS // 20, "without signatures the same texts get through"


def test_a_reader_that_checks_no_signature_is_caught_by_the_same_texts() -> None:
    changed_at = [at for at in range(len(GOOD)) if _taken(BELIEVING, at)]
    assert len(changed_at) > 64, "the signature at least"
    assert not [at for at in range(len(GOOD)) if _taken(READER, at)]


def _taken(reader: ReferenceCodes, at: int) -> bool:
    text = text_of(GOOD[:at] + bytes((GOOD[at] ^ 1,)) + GOOD[at + 1 :])
    return isinstance(reader.read(text, ISSUED_US), Accepted)
