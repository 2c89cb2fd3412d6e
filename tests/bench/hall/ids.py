"""Ids of the benches' tickets: made as kiosks make them."""

from __future__ import annotations

import os
import time

from hall_server.contract.ids import RANDOM, sortable_id


def fresh_id() -> str:
    """A new UUID of version 7."""
    return sortable_id(time.time_ns() // 1_000_000, os.urandom(RANDOM))
