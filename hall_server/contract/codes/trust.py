"""Whom a hall trusts for reference codes: issuers, their pinned public keys, each with its first and last moment.

A key changes by overlap: the next one is pinned beside the present one with a `from` that lies before the other's
`until`; a code names its key, so both kinds are read in between. A key counts by the moment a code was *issued*: what
was made in a key's last second is good for its own minute. A revoked key is refused at once, whatever its dates. A list
has no end of its own; what a cut-off hall does not learn ends with each key's `until`.

Knows no clock and no signatures of lists: see `trust_list`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import msgspec

from hall_server.contract.codes.claims import MAX_NAME
from hall_server.contract.codes.cose import KEY_ID_PATTERN
from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.crypto.algorithms import ALGORITHMS, USUAL
from hall_server.contract.identity.assurance import LEVEL, Assurance, Source

_Name = Annotated[str, msgspec.Meta(pattern=rf"^[a-z0-9][a-z0-9.-]{{0,{MAX_NAME - 1}}}\Z")]
_KeyId = Annotated[str, msgspec.Meta(pattern=rf"^{KEY_ID_PATTERN}\Z")]
_MOST = LEVEL[Source.SIGNED_CODE].value
_Moment = Annotated[datetime, msgspec.Meta(tz=True)]


class PinnedKey(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One public key of an issuer. Raises ValueError for an algorithm or dates that make no sense."""

    id: _KeyId
    alg: str = USUAL
    public: bytes  # base64 in the file
    valid_from: _Moment = msgspec.field(name="from")
    valid_until: _Moment = msgspec.field(name="until")  # the first moment in which it is no longer good
    revoked: bool = False

    def __post_init__(self) -> None:
        if self.alg not in ALGORITHMS:
            msg = f"key {self.id}: alg is one of {', '.join(ALGORITHMS)}"
            raise ValueError(msg)
        if self.valid_from >= self.valid_until:
            msg = f"key {self.id}: until comes after from"
            raise ValueError(msg)

    @property
    def cose_alg(self) -> int:
        """The algorithm's COSE number."""
        return ALGORITHMS[self.alg]

    def valid_at(self, second: int) -> bool:
        """Whether a code that was issued then may be signed with it (seconds since 1970)."""
        return self.valid_from.timestamp() <= second < self.valid_until.timestamp()


class Issuer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who may issue codes; `level` is the most that its codes are worth here."""

    id: _Name
    name: str = ""  # as people know it
    level: Annotated[int, msgspec.Meta(ge=Assurance.L1.value, le=_MOST)] = _MOST
    keys: Annotated[tuple[PinnedKey, ...], msgspec.Meta(min_length=1, max_length=8)] = msgspec.field(name="key")

    def __post_init__(self) -> None:
        _all_different([key.id for key in self.keys], f"issuer {self.id}: key ids")


class TrustList(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All issuers in force. A newer list has a higher serial number."""

    serial: Annotated[int, msgspec.Meta(ge=1)]
    issuers: Annotated[tuple[Issuer, ...], msgspec.Meta(max_length=64)] = msgspec.field(name="issuer", default=())

    def __post_init__(self) -> None:
        _all_different([issuer.id for issuer in self.issuers], "issuers")

    def key(self, issuer: str, key_id: bytes) -> PinnedKey | Refusal:
        """The pinned key that a code names, revoked or not; or why there is none."""
        for one in self.issuers:
            if one.id == issuer:
                return next((key for key in one.keys if key.id.encode() == key_id), Refusal.UNKNOWN_KEY)
        return Refusal.UNKNOWN_ISSUER

    def level_of(self, issuer: str) -> Assurance:
        """The most that a code of this issuer is worth; L1 for one that is not here."""
        return Assurance(next((one.level for one in self.issuers if one.id == issuer), Assurance.L1))


def _all_different(ids: list[str], what: str) -> None:
    if len(set(ids)) < len(ids):
        msg = f"{what} must differ"
        raise ValueError(msg)
