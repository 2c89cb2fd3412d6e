"""A connection to PostgreSQL that is lost for long is tried again soon enough: a hall serves within two seconds."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from hall_server.store.postgres.link import Link
from hall_server.store.reading import UnreadableStoreError

if TYPE_CHECKING:
    from pathlib import Path


def test_nobody_waits_longer_than_a_second_however_often_the_database_was_not_there(tmp_path: Path) -> None:
    link = Link(f"postgresql://kapok@/hall?host={tmp_path}")
    for _ in range(10):
        link._not_before = 0.0  # as if the pause were over
        began = time.monotonic()
        with pytest.raises(UnreadableStoreError):
            link.get()
        tried_s = time.monotonic() - began
        assert link._not_before - time.monotonic() <= max(1.0, tried_s)
    with pytest.raises(UnreadableStoreError, match="no connection"):
        link.get()
