"""`make drill-crash`: kill servers, kiosk and PostgreSQL, break their disks → out/drill-crash.json.

Goes on where it was stopped; FRESH=1 begins again, SEED=n draws the same chances, ONLY=<leg>/<case> plays one case,
KILLS=n changes how many kills each database gets. Two legs run at a time, each in a process of its own.
"""

from __future__ import annotations

import sys

from tests.drills.crash.drill import main

sys.exit(main())
