"""What a kiosk loads before its first frame: nothing of the network, nothing of the hall's own file."""

from __future__ import annotations

import subprocess
import sys

LATE = ("requests", "urllib3", "prometheus_client", "config.site")  # the site file is the hall's
ASKED = "import sys, kiosk.app, kiosk.bridge; print([name for name in sys.argv[1:] if name in sys.modules])"


def test_what_comes_later_or_is_the_hall_s_is_not_loaded_before_the_first_frame() -> None:
    ran = subprocess.run([sys.executable, "-c", ASKED, *LATE], capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.strip() == "[]"
