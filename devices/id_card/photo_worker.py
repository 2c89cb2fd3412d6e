"""Calls a vendor's closed photo library, in a process that may crash: `python -m … LIBRARY FUNCTION SECONDS`.

A line of hexadecimal digits in (what the card holds), one message out (what the library wrote). The kernel ends this
process when a call takes too long, even if nobody is left to do so, and lets it write no file.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys

from devices.transports.child import Parent

PICTURE_BYTES = 1 << 16  # a BMP has 38,862
WLT_BYTES = 4096  # more than any card holds; the library is given as much, whatever it reads
SAVE_NOTHING = 0  # the third argument: nothing is to be saved to a file
NO_PLACE = "/proc"  # where nobody can create a file
GRACE_S = 1  # the other side gives up first


def main(library: str, function: str, seconds: str) -> None:
    """Serve lines until there are no more."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core would hold a face
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # some libraries save pictures, mostly in the working folder
    parent = Parent()
    call = getattr(ctypes.CDLL(library), function)
    os.chdir(NO_PLACE)
    parent.tell({"ready": True})
    for line in sys.stdin:
        wlt = ctypes.create_string_buffer(bytes.fromhex(line), WLT_BYTES)
        written = ctypes.create_string_buffer(PICTURE_BYTES)
        signal.setitimer(signal.ITIMER_REAL, float(seconds) + GRACE_S)
        returned = call(wlt, written, SAVE_NOTHING)
        signal.setitimer(signal.ITIMER_REAL, 0)
        parent.tell({"returned": returned}, written.raw)


if __name__ == "__main__":
    main(*sys.argv[1:])
