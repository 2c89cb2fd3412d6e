"""The post to the city as administrators see it: how much waits, what the city will not have, and sending it again."""

from __future__ import annotations

from typing import Any

import msgspec


class PortPost(msgspec.Struct, frozen=True):
    """One platform's. `oldest_at`: when the oldest message that waits was written, UTC microseconds; 0 = none waits."""

    port: str
    waiting: int
    taken: int
    dead: int
    oldest_at: int = 0


class PostNow(msgspec.Struct, frozen=True):
    """All platforms that this hall has, and those with letters from before."""

    ports: tuple[PortPost, ...]


class PostLetter(msgspec.Struct, frozen=True, kw_only=True):
    """One message; its body names nobody and is shown as it is."""

    id: str
    port: str
    kind: str
    subject: str
    correlation: str
    state: str  # waiting, taken, dead
    place: int
    made_at: int
    tries: int
    due_at: int
    settled_at: int
    why: str
    body: dict[str, Any]


class PostPage(msgspec.Struct, frozen=True):
    """In the order of writing; `next` 0: that was all."""

    letters: tuple[PostLetter, ...]
    next: int = 0
