"""云窗口: a person of the city on a screen. A hall asks for a session, sees whether it is anybody's turn, and hangs up.

What is said there never passes the hall: it hands out an address. A session's id is made by whoever asks for it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from hall_server.contract.city.links import WebPage
from hall_server.contract.city.wire import Word


class VideoState(StrEnum):
    """Where a session is. Permanent."""

    WAITING = "waiting"
    READY = "ready"  # somebody is there: open the address
    ENDED = "ended"


class Speech(StrEnum):
    """In which language."""

    MANDARIN = "zh"
    CANTONESE = "yue"
    ENGLISH = "en"
    SIGN = "sign"  # 手语


class VideoWanted(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What it is about, and in which language: `POST /video/sessions`, the session's id as Idempotency-Key."""

    place: Word  # the kiosk's id
    item: Annotated[str, msgspec.Meta(max_length=64)] = ""
    speech: Speech = Speech.MANDARIN


class HangUp(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`POST /video/sessions/{id}/hang-up`; again is the same."""


class VideoSession(msgspec.Struct, frozen=True, kw_only=True):
    """One session as it stands. `address` opens it, on this screen or on a phone; `ahead`: how many wait before it."""

    session: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")]
    state: VideoState
    address: WebPage | None = None  # with ready; None: not yet, or no more
    ahead: Annotated[int, msgspec.Meta(ge=0, le=9999)] = 0
    wait_min: Annotated[int, msgspec.Meta(ge=0, le=600)] | None = None

    def __post_init__(self) -> None:
        if (self.state is VideoState.READY) != (self.address is not None):
            msg = "an address goes with ready"
            raise ValueError(msg)
