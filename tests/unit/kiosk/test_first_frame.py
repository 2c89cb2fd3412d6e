"""What a kiosk loads before its first frame: nothing of the network, which comes with the first question."""

from __future__ import annotations

import subprocess
import sys

LATE = ("requests", "urllib3", "prometheus_client")
ASKED = "import sys, kiosk.app, kiosk.bridge; print([name for name in sys.argv[1:] if name in sys.modules])"


def test_libraries_of_the_network_are_not_loaded_before_the_first_frame() -> None:
    ran = subprocess.run([sys.executable, "-c", ASKED, *LATE], capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.strip() == "[]"
