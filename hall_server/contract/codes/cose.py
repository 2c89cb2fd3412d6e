"""COSE_Sign1 (RFC 9052 §4.2) in the one form that reference codes have: the outside of a code, without its meaning.

    18([ protected: << {1: alg, 4: key id} >>, unprotected: {}, payload, signature ])

The key's id stands in the *protected* header and the unprotected one is empty, so that no byte of a code is outside the
signature or free to change. The CWT tag 61 is left out, as in RFC 8392 §A.3: the text's prefix says what it is.
`alg` is a fully-specified algorithm: Ed25519 = -19 (RFC 9864, which deprecates the polymorphic EdDSA = -8 of RFC 9053).
Knows no keys and checks no signature.
"""

from __future__ import annotations

import cbor2
import msgspec

from hall_server.contract.codes.cbor import MalformedError, read

ALG, KEY_ID = 1, 4  # header parameters, RFC 9052 §3.1
TAG = b"\xd2"  # 18, COSE_Sign1
MAX_KEY_ID = 16  # bytes
KEY_ID_PATTERN = rf"[A-Za-z0-9_.-]{{1,{MAX_KEY_ID}}}"  # as people write one in a list; a code carries its bytes
_MEMBERS = 4


class Signed(msgspec.Struct, frozen=True):
    """A message taken apart; `protected` and `payload` are the bytes as they were signed."""

    alg: int
    key_id: bytes
    protected: bytes
    payload: bytes
    signature: bytes

    def __repr__(self) -> str:
        """Without what it says: a payload holds somebody's handle."""
        return f"Signed(alg={self.alg}, key_id={self.key_id!r})"


def taken_apart(data: bytes) -> Signed:
    """The message in these bytes. Raises MalformedError for everything that `put_together` would not write."""
    if data[:1] != TAG:
        raise MalformedError("cose.tag")
    members = read(data[1:])
    if not isinstance(members, list) or len(members) != _MEMBERS:
        raise MalformedError("cose.members")
    protected, unprotected, payload, signature = members
    if unprotected != {} or not isinstance(unprotected, dict):
        raise MalformedError("cose.unprotected")
    if not (isinstance(protected, bytes) and isinstance(payload, bytes) and isinstance(signature, bytes)):
        raise MalformedError("cose.members")
    alg, key_id = _header(protected)
    return Signed(alg, key_id, protected, payload, signature)


def _header(protected: bytes) -> tuple[int, bytes]:
    header = read(protected)
    if not isinstance(header, dict) or header.keys() != {ALG, KEY_ID}:
        raise MalformedError("cose.protected")
    alg, key_id = header[ALG], header[KEY_ID]
    if not isinstance(alg, int) or not isinstance(key_id, bytes) or not 0 < len(key_id) <= MAX_KEY_ID:
        raise MalformedError("cose.protected")
    return alg, key_id


def protected_of(alg: int, key_id: bytes) -> bytes:
    """The bytes of the protected header."""
    return cbor2.dumps({ALG: alg, KEY_ID: key_id}, canonical=True)


def to_be_signed(protected: bytes, payload: bytes) -> bytes:
    """The Sig_structure of RFC 9052 §4.4, without external data."""
    return cbor2.dumps(["Signature1", protected, b"", payload])


def put_together(protected: bytes, payload: bytes, signature: bytes) -> bytes:
    """The message's bytes, tag included."""
    return TAG + cbor2.dumps([protected, {}, payload, signature])
