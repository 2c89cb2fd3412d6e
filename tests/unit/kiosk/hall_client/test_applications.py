"""How large the pieces of an application are: small on a thin line, large on a good one, never too large."""

from __future__ import annotations

import pytest

from hall_server.contract.city.applications import PIECE_MAX
from kiosk.hall_client.applications import Stride


def sizes(bytes_per_s: float, latency_s: float, pieces: int = 40) -> list[int]:
    """The sizes of the pieces that are sent over a line, one after the other."""
    stride, found = Stride(), []
    for _ in range(pieces):
        found.append(stride.size)
        stride.took(latency_s + stride.size / bytes_per_s, PIECE_MAX)
    return found


def test_on_a_line_of_200_kbit_s_no_piece_holds_the_line_longer_than_a_second() -> None:
    assert all(0.3 + size / 25_000 <= 1.2 for size in sizes(25_000, 0.3))
    assert min(sizes(25_000, 0.3)) >= 16 * 1024  # eleven megabytes in eleven minutes


def test_in_a_hall_s_own_network_pieces_are_soon_as_large_as_they_may_be() -> None:
    assert sizes(10_000_000, 0.001)[3:] == [PIECE_MAX] * 37


@pytest.mark.parametrize("rate", [100, 1_000, 8_000])
def test_on_a_line_that_is_worse_pieces_get_small_and_no_smaller_than_four_kilobytes(rate: int) -> None:
    assert sizes(rate, 0.5)[-1] in {4 * 1024, 8 * 1024}


def test_a_line_that_gets_better_is_used() -> None:
    stride = Stride()
    for _ in range(5):
        stride.took(30.0, PIECE_MAX)
    assert stride.size == Stride.LEAST
    for _ in range(8):
        stride.took(0.01, PIECE_MAX)
    assert stride.size == PIECE_MAX
