"""登记 of a machine: a one-time code, the machine's own keys, a comparison by a person, a signed profile (ADR 0019).

1. Somebody with the right makes a code for a kiosk of the site file, or for the machine at one of its counters; it is
   good for ten minutes and for one machine. `kiosk` is then its place: a kiosk's id, or `counter:3`.
2. POST …/enrolments with `AskEnrolment`. The machine has made its keys itself; the private halves never leave it.
3. Both sides show `comparing`: the machine on its screen, the hall on its page. It covers the keys of both, so that
   nobody in between can show either of them another one. A person reads both and lets the machine in.
4. GET …/profile, signed with the new key: `enrolment_waiting` until then, `SignedProfile` afterwards. What is secret in
   it is sealed for this machine.
"""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import Annotated

import msgspec

from hall_server.contract.crockford import DIGITS
from hall_server.contract.crypto.algorithms import USUAL, provider_of
from hall_server.contract.messages import Command
from hall_server.contract.offline import Fingerprint, Uuid

KIND = "machine"  # of the records
CODE_DIGITS = 8
CODE_LASTS_US = 10 * 60 * 1_000_000
WAITS_AT_MOST_US = 60 * 60 * 1_000_000  # so long a machine that asked may be let in
SECRETS = b"kapok profile"  # what a sealed box of a profile is bound to
_GROUPS, _EACH = 4, 4
_MISREAD = str.maketrans("ILOU", "110V")
_COUNTER = "counter:"  # no id of a kiosk has a colon

Key = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
EnrolCode = Annotated[str, msgspec.Meta(min_length=CODE_DIGITS, max_length=16)]


class MachineState(StrEnum):
    """How a machine with a key of its own stands with its hall."""

    WAITING = "waiting"  # it has asked; nobody has compared yet
    WELL = "well"
    CLONED = "cloned"  # two machines signed with its key: neither is let in
    OUT = "out"  # refused, revoked, or replaced by a newer enrolment


class EnrolAct(StrEnum):
    """What was done about a machine; each is one entry in the book of records."""

    CODE_MADE = "code_made"
    ASKED = "asked"
    LET_IN = "let_in"
    REFUSED = "refused"
    REVOKED = "revoked"
    CLONED = "cloned"
    CODE_WRONG = "code_wrong"  # somebody tried a code that is none, or is over


class EnrolRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """An entry of kind `machine`, about a place; about none when only a code was tried."""

    act: EnrolAct
    key_id: str = ""
    detail: str = ""


class AskEnrolment(Command, frozen=True):
    """A machine asks to be a kiosk of this hall, or to serve a counter of it. `hardware` as in definitions.md 5."""

    code: EnrolCode
    public_key: Key  # Ed25519: what it signs with
    box_key: Key  # X25519: what secrets are sealed for
    hardware: Fingerprint
    boot_id: Uuid
    at_counter: bool = False  # a code for a kiosk is not for such a machine, nor the other way round


class Enrolling(msgspec.Struct, frozen=True):
    """Which place it will have, under which key, and whose signature its profile will bear."""

    key_id: str
    kiosk: str
    kiosk_name: str
    hall_name: str
    hall_key: bytes


class MachineProfile(msgspec.Struct, frozen=True):
    """What a machine needs to know to be this kiosk, or the machine at this counter."""

    hall: str
    hall_name: str
    kiosk: str
    kiosk_name: str
    where: str
    key_id: str
    hall_key: bytes
    secrets: bytes  # `ProfileSecrets` as JSON, sealed for the machine's `box_key`
    made_at: int  # UTC microseconds
    authority: str = ""  # PEM: whose certificates the hall's servers have; "" without TLS of its own


class ProfileSecrets(msgspec.Struct, frozen=True):
    """The part that nobody else may read. At a counter nobody's pseudonym is made: ""."""

    pseudonym_key: str


class SignedProfile(msgspec.Struct, frozen=True):
    """`profile` is the JSON of a MachineProfile, byte for byte as it was signed."""

    profile: bytes
    signature: bytes


def counter_place(no: int) -> str:
    """The place of the machine at a counter: `counter:3`."""
    return f"{_COUNTER}{no}"


def counter_at(place: str) -> int:
    """The counter that a place names; 0 when it is a kiosk's."""
    number = place.removeprefix(_COUNTER)
    return int(number) if number != place and number.isascii() and number.isdigit() else 0


def code_of(chance: bytes) -> str:
    """A code of forty random bits."""
    number = int.from_bytes(chance[:5])
    return "".join(DIGITS[number >> 5 * place & 31] for place in range(CODE_DIGITS))


def code_typed(words: str) -> str:
    """A code as somebody typed it: without spaces and dashes, what is misread put right."""
    return "".join(words.upper().replace("-", " ").split()).translate(_MISREAD)


def code_shown(code: str) -> str:
    """The same in two halves, for the eye."""
    return f"{code[: CODE_DIGITS // 2]}-{code[CODE_DIGITS // 2 :]}"


def code_hash(code: str) -> bytes:
    """What the hall keeps of a code."""
    return hashlib.sha256(f"kapok enrolment {code_typed(code)}".encode()).digest()


def comparing(hall: str, kiosk: str, asked: AskEnrolment, hall_key: bytes) -> str:
    """The fingerprint that two people read to each other: 80 bits over the keys of both, `7KQ2-M4XA-9P0C-ZT3W`."""
    parts = (hall.encode(), kiosk.encode(), asked.public_key, asked.box_key, bytes.fromhex(asked.hardware), hall_key)
    digest = hashlib.sha256(b"kapok comparing" + b"".join(len(part).to_bytes(4) + part for part in parts)).digest()
    number = int.from_bytes(digest[: _GROUPS * _EACH * 5 // 8])
    digits = "".join(DIGITS[number >> 5 * place & 31] for place in reversed(range(_GROUPS * _EACH)))
    return "-".join(digits[start : start + _EACH] for start in range(0, len(digits), _EACH))


def signed_profile(profile: MachineProfile, private: bytes) -> SignedProfile:
    """With the hall's signature."""
    body = msgspec.json.encode(profile)
    return SignedProfile(body, provider_of(USUAL).sign(private, _signed(body)))


def proved(told: SignedProfile, hall_key: bytes) -> MachineProfile | None:
    """The profile, if the hall with this key signed it."""
    if not provider_of(USUAL).holds(hall_key, _signed(told.profile), told.signature):
        return None
    try:
        return msgspec.json.decode(told.profile, type=MachineProfile)
    except msgspec.DecodeError:
        return None


def _signed(body: bytes) -> bytes:
    return b"kapok profile\n" + body
