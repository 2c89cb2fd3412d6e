"""How long the paper lasts, drawn: a line until now, a band to where it ends, and the same in words (CL-C14)."""

from __future__ import annotations

from datetime import UTC, datetime

from hall_server.domain.fleet import HOUR_US, Condition, PaperEnd, Slot
from hall_server.web.paper_curve import HEIGHT, WIDTH, paper_curve

NOW = 500_000 * HOUR_US + HOUR_US // 2


def clock(at: int) -> datetime:
    return datetime.fromtimestamp(at / 1_000_000, UTC)


def slots(*papers: int | None) -> list[Slot]:
    """A slot every half hour until now."""
    first = NOW - len(papers) * HOUR_US // 2
    return [Slot("K1", first + no * HOUR_US // 2, Condition.WELL, paper) for no, paper in enumerate(papers)]


def points(told: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in (pair.split(",") for pair in told.split())]


def test_the_line_falls_to_now_and_the_band_reaches_the_ground_between_the_two_ends() -> None:
    end = PaperEnd(NOW + 2 * HOUR_US, NOW + 4 * HOUR_US)
    curve = paper_curve(slots(100, None, 80, 60), 40, end, NOW, clock)
    assert curve is not None
    was, band = points(curve.was), points(curve.band)
    assert [x for x, _ in was] == sorted(x for x, _ in was)
    assert [y for _, y in was] == sorted(y for _, y in was)  # less paper is further down
    assert was[-1] == band[0] == (curve.now_x, curve.now_y)
    ground = next(mark.y for mark in curve.levels if mark.words == "0")
    assert [y for _, y in band[1:]] == [ground, ground]
    assert band[1][0] < band[2][0]
    assert curve.words == f"现在约 40 张，大约 {clock(end.early):%H:%M} 到 {clock(end.late):%H:%M} 用完"
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in (*was, *band))


def test_an_end_beyond_the_drawing_leaves_it_at_its_edge_above_the_ground() -> None:
    end = PaperEnd(NOW + 12 * HOUR_US, NOW + 40 * HOUR_US)
    curve = paper_curve([], 390, end, NOW, clock)
    assert curve is not None
    ground = next(mark.y for mark in curve.levels if mark.words == "0")
    assert all(y < ground for _, y in points(curve.band))
    assert curve.words.endswith("以后用完")


def test_nobody_draws_what_nobody_knows_and_an_empty_roll_is_a_dot_on_the_ground() -> None:
    assert paper_curve(slots(10), None, None, NOW, clock) is None
    empty = paper_curve([], 0, None, NOW, clock)
    assert empty is not None
    assert (empty.band, empty.words) == ("", "现在约 0 张")
    assert empty.now_y == next(mark.y for mark in empty.levels if mark.words == "0")
