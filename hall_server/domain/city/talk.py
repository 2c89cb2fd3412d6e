"""Which pages a person of the city may push to a kiosk: those of hosts that the hall names, by https at its usual port.

Pure. A kiosk has no address line and no way back: what is shown on it is the hall's to answer for (CL-E10).
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hall_server.contract.city.talk import LineKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from hall_server.contract.city.talk import TalkLine

SCREEN_SHARED = "screen_shared"  # a record's kind
SCREEN_SEEN = "screen_seen"  # another: somebody of the hall looked


def host_of(page: str) -> str:
    """The host of an address as it is compared; "" for what is no plain https address."""
    if not page.isascii() or not page.isprintable() or " " in page:
        return ""  # urlsplit leaves line ends and tabs out, browsers may not
    try:
        parts = urlsplit(page)
        plain = parts.scheme == "https" and parts.port is None and "@" not in parts.netloc and "\\" not in page
    except ValueError:
        return ""
    return (parts.hostname or "").rstrip(".") if plain else ""


def allowed(lines: Iterable[TalkLine], hosts: AbstractSet[str]) -> tuple[tuple[TalkLine, ...], tuple[str, ...]]:
    """The lines that may be shown, and the hosts of the pages that may not ("" = no plain address)."""
    kept, dropped = [], []
    for one in lines:
        host = host_of(one.page) if one.kind is LineKind.PAGE and one.page else None
        if host is None or host in hosts:
            kept.append(one)
        else:
            dropped.append(host)
    return tuple(kept), tuple(dropped)
