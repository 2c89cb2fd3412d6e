"""Making and revoking the keys of machines. The secret is shown once; the store keeps its hash."""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING

from hall_server.store import statements as sql
from hall_server.store.place import place_of

if TYPE_CHECKING:
    from pathlib import Path

    from hall_server.contract.vocabulary import Role
    from hall_server.store.prepared import Value


def make_key(where: Path | str, hall_id: str, role: Role, name: str, *, place: str, at: int) -> tuple[str, str]:
    """A new key's id and its secret (256 random bits)."""
    key_id, secret = secrets.token_hex(5), secrets.token_urlsafe(32)
    values: dict[str, Value] = {
        "hall_id": hall_id,
        "id": key_id,
        "role": role.value,
        "name": name,
        "place": place,
        "secret_hash": hashlib.sha256(secret.encode()).digest(),
        "created_at": at,
        "revoked_at": None,
    }
    place_of(where).change([(sql.NEW_API_KEY, values)])
    return key_id, secret


def revoke_key(where: Path | str, hall_id: str, key_id: str, at: int) -> bool:
    """Whether there was such a key to revoke."""
    values: dict[str, Value] = {"of_hall": hall_id, "of_id": key_id, "at": at}
    return place_of(where).change([(sql.REVOKE_API_KEY, values)]) == 1
