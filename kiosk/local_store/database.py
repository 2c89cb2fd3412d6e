"""sqlite-utils without what it takes along when it finds it: numpy and pandas, for types of columns that nobody stores.

They cost a kiosk's start a tenth of its work, and its memory some megabytes.
"""

from __future__ import annotations

import sys
from typing import Any

_NOT_ASKED_FOR = [name for name in ("numpy", "pandas") if name not in sys.modules]
_nowhere: dict[str, Any] = dict.fromkeys(_NOT_ASKED_FOR)  # None: "no such module", for a moment
sys.modules.update(_nowhere)
try:
    from sqlite_utils import Database
finally:
    for _name in _NOT_ASKED_FOR:
        del sys.modules[_name]

__all__ = ["Database"]
