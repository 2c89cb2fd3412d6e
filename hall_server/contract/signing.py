"""Requests that a machine signs with its own key, in the place of a secret (definitions.md 20). Pure.

    Authorization: Kapok <key id>.<time>.<nonce>.<machine>.<boot>.<digest>.<signature>

`time` is whole seconds as the hall's clock has them, `nonce` is new each time, `machine` and `boot` begin the
fingerprint of the hardware and the boot id, `digest` is the body's ("" without one). The signature covers all of it,
the method, the address as it travels, and the headers in COVERED. So a request that was overheard is good for nothing:
not for another address or body, not twice, and not a minute later.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import TYPE_CHECKING, NamedTuple

from hall_server.contract.crypto.algorithms import USUAL, provider_of
from hall_server.contract.crypto.digests import sha256

if TYPE_CHECKING:
    from collections.abc import Callable

COVERED = ("Idempotency-Key", "Kapok-Seen", "Kapok-Visitor")
GOOD_FOR_S = 60  # a time further away than this, before or behind, is refused
MARK = 16  # hex digits of a fingerprint or boot id that travel
_FORM = re.compile(
    r"Kapok (?P<key>[0-9a-z]{1,32})\.(?P<time>[0-9]{1,12})\.(?P<nonce>[0-9a-f]{16,32})\.(?P<machine>[0-9a-f]{16})"
    r"\.(?P<boot>[0-9a-f]{16})\.(?P<digest>[0-9a-f]{64}|)\.(?P<signature>[0-9A-Za-z_-]{86})"
)
_SIGNATURE_BYTES = 64


class Asked(NamedTuple):
    """What of a request is signed; `headers` finds a header's value, None for one that was not sent."""

    method: str
    target: str  # the path and what follows it, as on the wire
    headers: Callable[[str], str | None]


class Signed(NamedTuple):
    """What a header says; nothing of it is proved yet."""

    key_id: str
    time: int
    nonce: str
    machine: str
    boot: str
    digest: str
    signature: bytes


class Signer(NamedTuple):
    """A machine's own key and what it says of itself: the fingerprint of its hardware, and this boot."""

    key_id: str
    private: bytes
    machine: str
    boot: str

    def header(self, asked: Asked, body: bytes, *, time: int, nonce: str) -> str:
        """The value of Authorization."""
        word = Signed(self.key_id, time, nonce, mark(self.machine), mark(self.boot), digest_of(body), b"")
        signature = provider_of(USUAL).sign(self.private, _covered(asked, word))
        return f"Kapok {_spelled(word)}.{urlsafe_b64encode(signature).rstrip(b'=').decode()}"


def mark(identity: str) -> str:
    """The beginning of a fingerprint or a boot id, which has dashes."""
    return identity.replace("-", "")[:MARK].lower()


def digest_of(body: bytes) -> str:
    """SHA-256 in hex; "" for no body."""
    return sha256(body) if body else ""


def read(header: str) -> Signed | None:
    """What the header says; None when it is no signed one."""
    found = _FORM.fullmatch(header)
    if found is None:
        return None
    signature = urlsafe_b64decode(found["signature"] + "==")
    if len(signature) != _SIGNATURE_BYTES:
        return None
    return Signed(
        found["key"], int(found["time"]), found["nonce"], found["machine"], found["boot"], found["digest"], signature
    )


def holds(word: Signed, public: bytes, asked: Asked) -> bool:
    """Whether the owner of `public` signed exactly this."""
    return provider_of(USUAL).holds(public, _covered(asked, word), word.signature)


def _spelled(word: Signed) -> str:
    return f"{word.key_id}.{word.time}.{word.nonce}.{word.machine}.{word.boot}.{word.digest}"


def _covered(asked: Asked, word: Signed) -> bytes:
    headers = (asked.headers(name) or "" for name in COVERED)
    return "\n".join(("kapok request", asked.method, asked.target, *headers, _spelled(word))).encode()
