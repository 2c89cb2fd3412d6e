"""Whose signed codes count in a hall, as it tells its kiosks: the list, its signature, the roots, the hall's names.

A kiosk takes the roots from its hall, as it takes all else that it does: it holds the hall's key, and who could tell it
other roots could tell it other numbers as well. The signature goes along so that one reader (`trust_list`) judges a
list wherever it lies or travels, and nothing of it is parsed unsigned. What a kiosk adds is its memory: no older list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.codes.trust_list import TrustListError, read_trust_list

if TYPE_CHECKING:
    from hall_server.contract.codes.trust import TrustList


class HallTrust(msgspec.Struct, frozen=True, kw_only=True):
    """What the hall has in force; bytes travel as base64."""

    trust_list: bytes
    signature: bytes
    roots: tuple[bytes, ...]  # public keys: one, or two while one follows the other
    audiences: tuple[str, ...] = ()  # besides the hall's id


def list_in(told: HallTrust, before: HallTrust | None = None) -> TrustList:
    """The list that is told, when it may follow the one before. Raises TrustListError.

    What was in force before counts only while its root is still pinned: with other roots a hall begins anew, and the
    serial numbers of another city say nothing.
    """
    return read_trust_list(told.trust_list, told.signature, told.roots, _still_signed(before, told.roots))


def _still_signed(before: HallTrust | None, roots: tuple[bytes, ...]) -> TrustList | None:
    if before is None:
        return None
    try:
        return read_trust_list(before.trust_list, before.signature, roots)
    except TrustListError:
        return None
