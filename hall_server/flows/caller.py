"""Who asks: a kiosk, or a clerk at a counter, as the doorways have established it."""

from __future__ import annotations

import msgspec

from hall_server.contract.vocabulary import ActorKind


class Caller(msgspec.Struct, frozen=True):
    """A kiosk by its id, or a clerk by staff number and counter.

    A console that may act for any counter leaves `counter` out; an empty `id` means "whoever is signed in there".
    """

    kind: ActorKind
    id: str = ""
    counter: int | None = None
