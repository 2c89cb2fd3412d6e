"""What stands in packaging/ is no package of ours (it would shadow a library): its folders are put in the way."""

from __future__ import annotations

import sys

from tests.house_rules.sources import ROOT

sys.path[:0] = [str(ROOT / "packaging" / folder) for folder in ("packages", "slots", "bundle")]
