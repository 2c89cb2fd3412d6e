"""Making and revoking the keys of machines. The secret is shown once; the store keeps its hash."""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING

from hall_server.store import statements as sql
from hall_server.store.sqlite_store import connect

if TYPE_CHECKING:
    from pathlib import Path

    from hall_server.contract.vocabulary import Role
    from hall_server.store.prepared import Value


def make_key(path: Path, hall_id: str, role: Role, name: str, *, place: str, at: int) -> tuple[str, str]:
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
    db = connect(path)
    try:
        db.execute(sql.NEW_API_KEY.sql, sql.NEW_API_KEY.values(values))
    finally:
        db.close()
    return key_id, secret


def revoke_key(path: Path, hall_id: str, key_id: str, at: int) -> bool:
    """Whether there was such a key to revoke."""
    db = connect(path)
    try:
        values: dict[str, Value] = {"of_hall": hall_id, "of_id": key_id, "at": at}
        return db.execute(sql.REVOKE_API_KEY.sql, sql.REVOKE_API_KEY.values(values)).rowcount == 1
    finally:
        db.close()
