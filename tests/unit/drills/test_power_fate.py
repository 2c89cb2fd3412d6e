"""What survives a cut is drawn by the seed alone, of every kind there is."""

from __future__ import annotations

from tests.drills.power.fate import SECTOR, Fate, How

SIZE = 4 * SECTOR


def drawn(seed: int) -> tuple[str, list[bool], list[list[tuple[int, int]]]]:
    fate = Fate(seed, 1, 20)
    kept = [fate.keeps(step) for step in range(1, 11)]
    return fate.how, kept, [list(fate.parts(step, 100, SIZE)) for step in range(11, 21)]


def of_kind(how: How) -> Fate:
    return next(fate for seed in range(100) if (fate := Fate(seed, 1, 20)).how is how)


def test_the_same_seed_chooses_the_same() -> None:
    assert [drawn(seed) for seed in range(50)] == [drawn(seed) for seed in range(50)]


def test_every_kind_of_cache_comes_up() -> None:
    assert {Fate(seed, 1, 20).how for seed in range(50)} == set(How)


def test_a_dropped_cache_keeps_nothing() -> None:
    fate = of_kind(How.DROPPED)
    assert not any(fate.keeps(step) or list(fate.parts(step, 0, SIZE)) for step in range(20))


def test_an_ordered_cache_keeps_all_up_to_a_moment() -> None:
    fate = of_kind(How.IN_ORDER)
    kept = [fate.keeps(step) for step in range(1, 22)]
    assert kept == sorted(kept, reverse=True)


def test_a_shuffled_cache_keeps_a_later_step_and_loses_an_earlier_one() -> None:
    fates = [fate for seed in range(99) if (fate := Fate(seed, 1, 20)).how is How.SHUFFLED]
    found = [[fate.keeps(step) for step in range(9)] for fate in fates]
    assert any(kept != sorted(kept, reverse=True) for kept in found)


def test_a_step_that_is_asked_for_twice_has_one_fate() -> None:
    fate = of_kind(How.SHUFFLED)
    assert [fate.keeps(step) for step in (1, 2, 3)] == [fate.keeps(step) for step in (1, 2, 3)]


def test_torn_parts_lie_at_sectors_of_the_disk_not_of_the_write() -> None:
    parts = [one for seed in range(99) for one in Fate(seed, 1, 20).parts(3, 100, SIZE) if one != (0, SIZE)]
    assert parts
    for begin, end in parts:
        assert begin == 0 or (100 + begin) % SECTOR == 0
        assert end == SIZE or (100 + end) % SECTOR == 0
        assert 0 < end - begin <= SECTOR
