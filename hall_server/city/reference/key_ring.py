"""The city's keys as one value: the root that signs trust lists, the keys that sign codes, and how one follows another.

A new key is announced in the trust list before codes are signed with it (the lead), so that halls which look now and
then know it in time; the key before it stays good a little longer (the overlap). A revoked key is worth nothing from
the next list on, and the city signs with another at once. Pure: the moment and fresh keys come in. Knows no files.
"""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec

from hall_server.contract.codes.reference_code import IssuingKey
from hall_server.contract.codes.trust import Issuer, PinnedKey, TrustList
from hall_server.contract.codes.trust_list import sign_trust_list
from hall_server.contract.crypto.algorithms import ALGORITHMS, USUAL, provider_of

DAY_S = 86_400
KEY_LIFE_S = 90 * DAY_S
RENEW_S = 7 * DAY_S  # with so little left, the next key is made
LEAD_S = 3_600
OVERLAP_S = 120
MAX_KEYS = 8  # of one issuer in a trust list


class RingFullError(Exception):
    """Eight keys are good at the same time; a list has room for no more. Wait until one has run out, or revoke one."""


class RingKey(msgspec.Struct, frozen=True, kw_only=True):
    """One key of the city; times in seconds since 1970."""

    id: str
    private: bytes
    valid_from: int
    signs_from: int
    valid_until: int
    revoked: bool = False
    alg: str = USUAL

    def __repr__(self) -> str:
        """Without the key."""
        return f"RingKey(id={self.id!r}, revoked={self.revoked})"

    @property
    def public(self) -> bytes:
        """The half that halls pin."""
        return provider_of(self.alg).public_of(self.private)


class KeyRing(msgspec.Struct, frozen=True, kw_only=True):
    """All keys that count now; `serial`: of the trust list which tells them; `alg`: of the root and of new keys."""

    issuer: str
    name: str
    root: bytes
    serial: int
    keys: tuple[RingKey, ...]
    alg: str = USUAL

    def __repr__(self) -> str:
        """Without the root."""
        return f"KeyRing(issuer={self.issuer!r}, serial={self.serial}, keys={self.keys!r})"

    def signing(self, now: int) -> RingKey | None:
        """The key that codes are signed with at this moment; None when every one has run out or was revoked."""
        newest_first = reversed(self.keys)  # of two that sign from the same second on, the later made one
        good = [key for key in newest_first if not key.revoked and key.signs_from <= now < key.valid_until]
        return max(good, key=lambda key: key.signs_from, default=None)

    def issuing_key(self, now: int) -> IssuingKey | None:
        """The same in the form that `reference_code.write` takes."""
        key = self.signing(now)
        return IssuingKey(key.id, key.private, ALGORITHMS[key.alg]) if key else None

    def trust_list(self) -> bytes:
        """The list that halls fetch, as JSON; the same bytes for the same ring."""
        pinned = tuple(
            PinnedKey(
                id=key.id,
                alg=key.alg,
                public=key.public,
                valid_from=datetime.fromtimestamp(key.valid_from, UTC),
                valid_until=datetime.fromtimestamp(key.valid_until, UTC),
                revoked=key.revoked,
            )
            for key in self.keys
        )
        issuer = Issuer(id=self.issuer, name=self.name, keys=pinned)
        return msgspec.json.encode(TrustList(serial=self.serial, issuers=(issuer,)))

    def signature(self) -> bytes:
        """The root's over `trust_list`."""
        return sign_trust_list(self.trust_list(), self.root, self.alg)

    @property
    def root_public(self) -> bytes:
        """What a hall pins once, by hand."""
        return provider_of(self.alg).public_of(self.root)


def new_ring(issuer: str, name: str, root: bytes, private: bytes, now: int, *, alg: str = USUAL) -> KeyRing:
    """A city's first ring; its key signs at once. Root and key: 32 random bytes each. Raises NoProviderError."""
    root = provider_of(alg).private_of(root)
    return KeyRing(issuer=issuer, name=name, root=root, serial=1, keys=(_key(private, now, alg, lead_s=0),), alg=alg)


def rotated(ring: KeyRing, private: bytes, now: int, *, lead_s: int = LEAD_S, revoke: bool = False) -> KeyRing:
    """The ring with a new key in it, which signs from `lead_s` on.

    Args:
        ring: as it stands.
        private: the new key, 32 random bytes.
        now: seconds since 1970.
        lead_s: how long halls have to learn it; 0 where none is left that may sign.
        revoke: the keys so far are worth nothing any more, and the new one signs at once.

    Raises RingFullError.
    """
    if revoke or ring.signing(now) is None:
        lead_s = 0
    new = _key(private, now, ring.alg, lead_s=lead_s)
    last = new.signs_from + OVERLAP_S
    kept = [
        msgspec.structs.replace(key, valid_until=min(key.valid_until, last), revoked=key.revoked or revoke)
        for key in ring.keys
        if key.valid_until + OVERLAP_S > now
    ]
    if len(kept) >= MAX_KEYS:
        raise RingFullError
    return msgspec.structs.replace(ring, serial=ring.serial + 1, keys=(*kept, new))


def wants_another(ring: KeyRing, now: int) -> bool:
    """Whether the newest key that is not revoked has little time left."""
    last = max((key.valid_until for key in ring.keys if not key.revoked), default=0)
    return last - now < RENEW_S


def _key(seed: bytes, now: int, alg: str, *, lead_s: int) -> RingKey:
    private = provider_of(alg).private_of(seed)
    public = provider_of(alg).public_of(private)
    name = f"{datetime.fromtimestamp(now, UTC):%Y%m%d}-{public.hex()[:6]}"
    return RingKey(
        id=name,
        private=private,
        valid_from=now,
        signs_from=now + lead_s,
        valid_until=now + lead_s + KEY_LIFE_S,
        alg=alg,
    )
