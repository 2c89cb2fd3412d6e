"""What the system said when a device was lost: codes of `findings`, and whose fault it is. Asks nobody."""

from __future__ import annotations

import errno
import socket
from typing import TYPE_CHECKING

from devices.commands.findings import Blame

if TYPE_CHECKING:
    from devices.errors import DeviceError

BY_ERRNO = {
    errno.ENOENT: ("file_missing", Blame.CABLE),
    errno.EACCES: ("not_permitted", Blame.PERMISSION),
    errno.EPERM: ("not_permitted", Blame.PERMISSION),
    errno.EBUSY: ("taken", Blame.PROGRAM),
    errno.EAGAIN: ("taken", Blame.PROGRAM),
    errno.ENOTTY: ("not_a_line", Blame.SETTINGS),
    errno.EINVAL: ("not_a_line", Blame.SETTINGS),
    errno.EISDIR: ("not_a_line", Blame.SETTINGS),
    errno.ECONNREFUSED: ("connection_refused", Blame.DEVICE),
    errno.EHOSTUNREACH: ("host_unreachable", Blame.CABLE),
    errno.ENETUNREACH: ("host_unreachable", Blame.CABLE),
}
BY_WORDS = {  # anywhere in it
    "Could not configure port": ("not_a_line", Blame.SETTINGS),  # of pyserial, which does not hand on the number
    "no line that can be waited for": ("not_a_line", Blame.SETTINGS),
    "not an input device": ("no_input_device", Blame.SETTINGS),
}
BY_FIRST_WORDS = {  # of a loss: on USB, at a daemon, of a program
    "not_there": ("usb_missing", Blame.CABLE),
    "no_permission": ("not_permitted", Blame.PERMISSION),
    "busy": ("taken", Blame.PROGRAM),
    "no_pipes": ("usb_wrong_kind", Blame.SETTINGS),
    "no_library": ("library_missing", Blame.DRIVER),
    "PC/SC 0x8010001D": ("pcscd_missing", Blame.DRIVER),
    "PC/SC 0x8010001E": ("pcscd_missing", Blame.DRIVER),
    "PC/SC 0x8010006A": ("pcscd_refuses", Blame.PERMISSION),  # it hung up on us
    "no reader": ("reader_missing", Blame.CABLE),
    "no camera": ("camera_missing", Blame.CABLE),
    "cannot run": ("program_missing", Blame.DRIVER),
    "no worker": ("program_missing", Blame.DRIVER),
}


def cause_of(error: DeviceError) -> tuple[str, Blame]:
    """Why it was lost, as far as the system or the driver said anything; "" and NOBODY when it did not."""
    words = [found for start, found in BY_FIRST_WORDS.items() if error.detail.startswith(start)]
    words += [found for part, found in BY_WORDS.items() if part in error.detail]
    if named := next(iter(words), None):
        return named
    cause = error.__cause__
    if isinstance(cause, socket.gaierror):
        return "host_unknown", Blame.SETTINGS
    if isinstance(cause, TimeoutError):
        return "host_unreachable", Blame.CABLE
    number = cause.errno if isinstance(cause, OSError) else None
    return BY_ERRNO.get(number or 0, ("", Blame.NOBODY))
