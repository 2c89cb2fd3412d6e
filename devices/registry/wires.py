"""What drivers on a serial line or on TCP have in common: their settings, and the wire made from them."""

from __future__ import annotations

import contextlib
from contextvars import ContextVar
from typing import TYPE_CHECKING

from devices.transports import open_transport

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from devices.ports.transport import Transport
    from devices.registry.kinds import Settings

LINE: dict[str, type] = {"baud": int, "rtscts": bool}

_HOOK: ContextVar[Callable[[Transport], Transport] | None] = ContextVar("wire_hook", default=None)


@contextlib.contextmanager
def hooked(hook: Callable[[Transport], Transport]) -> Iterator[None]:
    """Each wire that is made inside goes through `hook`, which may wrap it (to record it). Drivers do not notice."""
    before = _HOOK.set(hook)
    try:
        yield
    finally:
        _HOOK.reset(before)


def wire(device: str, settings: Settings) -> Transport:
    """The wire to `settings["address"]`, not opened. Raises DeviceConfigError."""
    options = {key: settings[key] for key in LINE if key in settings}
    return through_hook(open_transport(settings["address"], device=device, **options))


def through_hook(made: Transport) -> Transport:
    """A wire that was made in a way of its own, as `hooked` wants it."""
    hook = _HOOK.get()
    return hook(made) if hook else made


def keys(device: str, settings: Settings) -> Transport:
    """The wire of an input device (a key pad, a scanner that types), or a trace of one. Raises DeviceConfigError."""
    from devices.transports.evdev import EvdevTransport

    if settings["address"].startswith("replay:"):
        return wire(device, settings)
    return through_hook(EvdevTransport(settings["address"], device=device))
