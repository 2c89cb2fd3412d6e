"""The ports that a hall only asks, as one piece of the reference city: their contracts, routes and desks."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from hall_server.city.reference.item_desk import ItemDesk, version_in
from hall_server.city.reference.item_routes import ITEM_ROUTES, ITEM_SWITCHES, ITEMS
from hall_server.city.reference.link_routes import LINK_ROUTES, LINKS
from hall_server.city.reference.profile_routes import PROFILE, PROFILE_ROUTES
from hall_server.city.reference.talk_desk import TalkDesk
from hall_server.city.reference.verify_desk import VerifyDesk
from hall_server.city.reference.verify_routes import VERIFY_ROUTES
from hall_server.city.reference.video_desk import VideoDesk
from hall_server.city.reference.video_routes import VIDEO, VIDEO_ROUTES, VIDEO_SWITCHES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

ASKED = (ITEMS, PROFILE, VIDEO, LINKS)
ASKED_ROUTES = (*ITEM_ROUTES, *VERIFY_ROUTES, *PROFILE_ROUTES, *VIDEO_ROUTES, *LINK_ROUTES)  # behind the faults
ASKED_SWITCHES = (*ITEM_SWITCHES, *VIDEO_SWITCHES)  # never behind them


def asked_desks(issuer: str, items: Iterable[Path], now_us: Callable[[], int]) -> dict[str, Any]:
    """The desks by the names under which routes are handed them. Raises ItemFileError."""
    video = VideoDesk()
    return {
        "item_desk": ItemDesk([version_in(one) for one in items]),
        "verify_desk": VerifyDesk(issuer, secrets.token_bytes(32), now_us, secrets.token_hex),
        "video_desk": video,
        "talk_desk": TalkDesk(video, now_us),
    }
