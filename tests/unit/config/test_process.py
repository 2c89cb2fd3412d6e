"""What a starting process does to its own memory."""

from __future__ import annotations

import gc

import pytest

from config.process import loaded_to_stay


def test_what_a_start_loads_is_looked_through_neither_then_nor_later() -> None:
    kept: list[list[int]] = []
    before = gc.get_freeze_count()
    try:
        with loaded_to_stay():
            assert not gc.isenabled()
            kept += [[number] for number in range(1000)]
        assert gc.isenabled()
        assert gc.get_freeze_count() >= before + len(kept)
    finally:
        gc.unfreeze()


def test_a_start_that_fails_leaves_the_collector_at_work() -> None:
    with pytest.raises(ImportError), loaded_to_stay():
        raise ImportError("no such module")
    gc.unfreeze()
    assert gc.isenabled()
