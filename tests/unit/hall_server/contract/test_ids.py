"""Ids that sort by the time of their making (RFC 9562 §5.7)."""

from __future__ import annotations

import os
from uuid import RFC_4122, UUID

import pytest

from hall_server.contract.ids import RANDOM, sortable_id


def test_an_id_is_a_uuid_of_version_7() -> None:
    made = UUID(sortable_id(1_795_000_000_000, os.urandom(RANDOM)))
    assert (made.version, made.variant) == (7, RFC_4122)


def test_the_example_of_the_rfc_comes_out() -> None:  # RFC 9562, appendix A.6
    random = (0xCC3 << 64 | 0x18C4DC0C0C07398F).to_bytes(RANDOM, "big")
    assert sortable_id(0x017F22E279B0, random) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


def test_later_ids_sort_behind_earlier_ones() -> None:
    made = [sortable_id(1_795_000_000_000 + ms, os.urandom(RANDOM)) for ms in range(50)]
    assert made == sorted(made)


def test_ids_of_one_millisecond_differ() -> None:
    assert len({sortable_id(7, os.urandom(RANDOM)) for _ in range(1_000)}) == 1_000


@pytest.mark.parametrize("ms", [-1, 1 << 48, 1 << 60])
def test_a_clock_that_is_far_off_still_makes_ids(ms: int) -> None:
    assert UUID(sortable_id(ms, os.urandom(RANDOM))).version == 7


def test_too_little_randomness_is_refused() -> None:
    with pytest.raises(ValueError, match="10 random bytes"):
        sortable_id(7, b"1234")
