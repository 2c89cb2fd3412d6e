"""The way from this machine to its hall: does anybody answer, how fast, is it a hall, does it know us."""

from __future__ import annotations

import socket
import ssl
import time
from datetime import UTC, datetime
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from config.machine import Level, look
from hall_server.contract.messages import Health
from kiosk.hall_client.answers import HallRefusedError, HallSilentError

if TYPE_CHECKING:
    from collections import deque
    from collections.abc import Iterator

    from config.machine import Look
    from kiosk.hall_client.client import HallClient

_ASKED = 5
_TIMEOUT_S = 3.0
_OFF_S, _FAR_OFF_S = 2, 60  # a kiosk further off prints no times (definitions.md 11)
_DAYS_SOON = 30
_US = 1_000_000


def looks_at_hall(server: str, limit_s: float, kept: deque[float] | None = None) -> Iterator[Look]:
    """Asks a hall who it is; for what does not answer as a hall, one look says why. `kept` gets how long each took."""
    import requests  # with the first look, not before a kiosk's first frame

    parts = urlsplit(server)
    host = parts.hostname or ""
    try:
        socket.getaddrinfo(host, parts.port or 80)
    except (OSError, UnicodeError):
        yield look("network", "hall_name_unknown", Level.FAULT, host=host)
        return
    try:
        times, off_s = _asked(server)
    except (requests.RequestException, ValueError) as error:
        silent = isinstance(error, (requests.ConnectionError, requests.Timeout))
        code = "hall_silent" if silent else "hall_not_kapok"
        yield look("network", code, Level.FAULT, type(error).__name__, address=server)
        return
    if kept is not None:
        kept.extend(times)
    ms = round(median(times) * 1000)
    slow = median(times) > limit_s
    code, level = ("hall_slow", Level.WARNING) if slow else ("hall_answers", Level.FINE)
    yield look("network", code, level, address=server, ms=ms, limit=round(limit_s * 1000))
    yield _clock(off_s)
    if parts.scheme == "https":
        yield certificate(host, parts.port or 443)


def _asked(server: str) -> tuple[list[float], float]:
    """How long each answer took, and how far this machine's clock is off the hall's, both in seconds."""
    import requests

    times: list[float] = []
    off = 0.0
    with requests.Session() as asking:
        asking.trust_env = False  # no proxy stands between a kiosk and its hall
        for _ in range(_ASKED):
            began = time.monotonic()
            answer = asking.get(f"{server.rstrip('/')}/api/v1/health", timeout=_TIMEOUT_S, allow_redirects=False)
            answer.raise_for_status()
            times.append(time.monotonic() - began)
            off = time.time() - msgspec.json.decode(answer.content, type=Health).at / _US
    return times, off


def _clock(off_s: float) -> Look:
    seconds = f"{off_s:+.1f}"
    if abs(off_s) <= _OFF_S:
        return look("clock", "clock_near_hall", seconds=seconds)
    level = Level.FAULT if abs(off_s) > _FAR_OFF_S else Level.WARNING
    return look("clock", "clock_off_hall", level, seconds=seconds)


def certificate(host: str, port: int, now: datetime | None = None) -> Look:
    """Whether the hall's certificate is believed here, and for how many days more."""
    try:
        with (
            socket.create_connection((host, port), _TIMEOUT_S) as wire,
            ssl.create_default_context().wrap_socket(wire, server_hostname=host) as shut,
        ):
            told = shut.getpeercert() or {}
    except (OSError, ssl.SSLError) as error:
        return look("certificate", "certificate_bad", Level.FAULT, reason=error)
    until = datetime.fromtimestamp(ssl.cert_time_to_seconds(str(told["notAfter"])), UTC)
    days = (until - (now or datetime.now(UTC))).days
    code, level = ("certificate_soon", Level.WARNING) if days < _DAYS_SOON else ("certificate_days", Level.FINE)
    return look("certificate", code, level, days=days)


def look_at_key(hall: HallClient, server: str) -> Look:
    """Whether the hall lets this machine in."""
    try:
        hall.now()
    except HallRefusedError as error:
        return look("hall", "key_refused", Level.FAULT, reason=error.code)
    except HallSilentError as error:
        return look("hall", "hall_silent", Level.FAULT, str(error), address=server)
    return look("hall", "key_good")
