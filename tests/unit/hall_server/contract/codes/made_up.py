"""A made-up city that issues reference codes, rightly and wrongly: its keys are written here, so they are nobody's."""

from __future__ import annotations

import base64
import random
from datetime import UTC, datetime

import msgspec
from base45 import BASE45_CHARSET, b45encode

from hall_server.contract.codes.claims import Claims, payload_of
from hall_server.contract.codes.cose import protected_of, put_together, to_be_signed
from hall_server.contract.codes.reference_code import MAX_BYTES, PREFIX, IssuingKey, ReferenceCodes, write
from hall_server.contract.codes.trust import TrustList
from hall_server.contract.crypto.algorithms import ED25519, PROVIDERS

CITY, HALL, OTHER_HALL = "city.demo", "gz-demo-district", "gz-other-district"
SECOND = 1_000_000
ISSUED = 1_795_000_000  # seconds; between the last moment of OLD's and of NEW's life
ISSUED_US = ISSUED * SECOND
DAY = 86_400
JTI = "00112233445566778899aabb"
SUBJECT = base64.urlsafe_b64encode(bytes(range(16))).decode().rstrip("=")

OLD = IssuingKey("2026a", b"\1" * 32)  # until one minute after ISSUED
NEW = IssuingKey("2026b", b"\2" * 32)  # from one minute before ISSUED
GONE = IssuingKey("2025x", b"\3" * 32)  # revoked
STRANGE = IssuingKey("2026a", b"\4" * 32)  # somebody else, under a name that is known
ROOT = b"\5" * 32
OVERLAP_FROM, OVERLAP_UNTIL = ISSUED - 60, ISSUED + 60


def public(private: bytes) -> bytes:
    return PROVIDERS[ED25519].public_of(private)


def key_row(key: IssuingKey, first: int, last: int, *, revoked: bool = False) -> dict[str, object]:
    return {
        "id": key.id,
        "public": base64.b64encode(public(key.private)).decode(),
        "from": datetime.fromtimestamp(first, UTC).isoformat(),
        "until": datetime.fromtimestamp(last, UTC).isoformat(),
        "revoked": revoked,
    }


def trust_tree(serial: int = 1) -> dict[str, object]:
    """The list as JSON has it."""
    keys = [
        key_row(OLD, ISSUED - 90 * DAY, OVERLAP_UNTIL),
        key_row(NEW, OVERLAP_FROM, ISSUED + 90 * DAY),
        key_row(GONE, ISSUED - 90 * DAY, ISSUED + 90 * DAY, revoked=True),
    ]
    return {"serial": serial, "issuer": [{"id": CITY, "name": "参考城市", "key": keys}]}


TRUST = msgspec.json.decode(msgspec.json.encode(trust_tree()), type=TrustList)
READER = ReferenceCodes(TRUST, frozenset({HALL, "gz"}))


def claims(**changes: object) -> Claims:
    usual = {
        "issuer": CITY,
        "subject": SUBJECT,
        "audience": HALL,
        "issued_at": ISSUED,
        "expires_at": ISSUED + 60,
        "jti": JTI,
    }
    return Claims(**{**usual, **changes})  # type: ignore[arg-type] # the fields of a case


def code(key: IssuingKey = OLD, **changes: object) -> str:
    return write(claims(**changes), key)


def text_of(message: bytes) -> str:
    return PREFIX + b45encode(message).decode()


def message(key: IssuingKey = OLD, *, payload: bytes | None = None, protected: bytes | None = None) -> bytes:
    """A message whose signature is good, whatever stands in it."""
    protected = protected_of(key.alg, key.id.encode()) if protected is None else protected
    payload = payload_of(claims()) if payload is None else payload
    signature = PROVIDERS[ED25519].sign(key.private, to_be_signed(protected, payload))
    return put_together(protected, payload, signature)


class Believes:
    """A signature algorithm that takes everything: the control."""

    def usable(self, public: bytes) -> bool:
        return True

    def holds(self, public: bytes, message: bytes, signature: bytes) -> bool:
        return True

    def private_of(self, seed: bytes) -> bytes:
        return seed

    def sign(self, private: bytes, message: bytes) -> bytes:
        return bytes(64)

    def public_of(self, private: bytes) -> bytes:
        return bytes(32)


BELIEVING = ReferenceCodes(TRUST, frozenset({HALL, "gz"}), {ED25519: Believes()})
MESSAGES = [message(payload=payload_of(claims(jti=f"{no:024x}"))) for no in range(50)]
_KNOWN = {text_of(one) for one in MESSAGES}
MANNERS = (
    "random bytes",
    "random text",
    "a framed message of random bytes",
    "bytes changed",
    "bytes dropped",
    "bytes put in",
    "characters changed",
    "two codes joined",
    "other claims, old signature",
    "signed by somebody else",
)


def changed(no: int) -> tuple[str, str]:
    """The manner and the text of one case that nobody issued; the same number makes the same case."""
    dice = random.Random(no)
    while (made := _changed(dice, no % len(MANNERS))) in _KNOWN:
        pass
    return MANNERS[no % len(MANNERS)], made


def _changed(dice: random.Random, manner: int) -> str:
    if manner in {1, 6, 7}:
        return _other_text(dice, manner)
    data = bytearray(dice.choice(MESSAGES))
    at = dice.randrange(len(data))
    match manner:
        case 0:
            data = bytearray(dice.randbytes(dice.randint(0, MAX_BYTES)))
        case 2:
            sizes = dice.randint(0, 23), dice.randint(24, 100)
            data = bytearray(put_together(dice.randbytes(sizes[0]), dice.randbytes(sizes[1]), dice.randbytes(64)))
        case 3:
            for place in dice.sample(range(len(data)), dice.randint(1, 3)):
                data[place] = dice.randrange(256)
        case 4:
            del data[at : at + dice.randint(1, 8)]
        case 5:
            data[at:at] = dice.randbytes(dice.randint(1, 8))
        case 8:
            other = payload_of(claims(subject=SUBJECT[::-1][:21] + "A", jti=dice.randbytes(12).hex()))
            data = bytearray(put_together(protected_of(ED25519, b"2026a"), other, bytes(data[-64:])))
        case _:
            data = bytearray(message(STRANGE, payload=payload_of(claims(jti=dice.randbytes(12).hex()))))
    return text_of(bytes(data))


def _other_text(dice: random.Random, manner: int) -> str:
    text, other = text_of(dice.choice(MESSAGES)), text_of(dice.choice(MESSAGES))
    at = dice.randrange(len(text))
    match manner:
        case 1:
            return PREFIX + "".join(dice.choices(BASE45_CHARSET, k=dice.randint(0, 350)))
        case 6:
            return text[:at] + dice.choice(BASE45_CHARSET) + text[at + 1 :]
        case _:
            return text[:at] + other[at:]
