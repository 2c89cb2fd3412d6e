"""Slots and places by the clock of a small hall; and the floor that belongs to walk-ins at every counter."""

from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.domain.appointment import MINUTE, BookingRule, OutOfHours, SlotPlan, slot_at, slots
from hall_server.domain.calendar import Span
from hall_server.domain.site import CounterRule
from tests.unit.hall_server.domain.appointment.made import hall
from tests.unit.hall_server.halls import NOON

FRIDAY, SATURDAY = date(2026, 1, 2), date(2026, 1, 3)
MIDNIGHT = NOON - 720 * MINUTE


def by_clock(found: tuple[SlotPlan, ...]) -> dict[str, int]:
    minutes = ((slot.starts_at - MIDNIGHT) // MINUTE % 1440 for slot in found)
    return {f"{minute // 60:02}:{minute % 60:02}": slot.places for minute, slot in zip(minutes, found, strict=True)}


def test_places_follow_the_counters_that_are_open() -> None:
    """Two counters × 30 min × 0.5 ÷ 5 min = 6; one of them has lunch from 12 to 14."""
    found = by_clock(slots(hall(), "A", FRIDAY))
    assert next(iter(found)) == "09:00"
    assert list(found)[-1] == "17:00"
    assert len(found) == 17
    assert (found["11:30"], found["12:00"], found["13:30"], found["14:00"]) == (6, 3, 3, 6)


@pytest.mark.parametrize(
    ("share", "floor", "slot_min", "places"),
    [
        (0.5, 0.4, 30, 6),
        (0.5, 0.4, 60, 12),
        (0.4, 0.4, 30, 4),  # 4.8
        (0.6, 0.4, 30, 7),  # 7.2
        (1.0, 0.4, 30, 7),  # never more than the floor leaves
        (0.1, 0.4, 60, 2),  # 2.4
        (0.7, 0.3, 60, 16),  # 16.8; 0.7 × 24 is 16.799… in floats
        (0.25, 0.4, 20, 2),  # 2 exactly
    ],
)
def test_places_are_the_whole_ones(share: float, floor: float, slot_min: int, places: int) -> None:
    made = hall(BookingRule(slot_min=slot_min), share=share, floor=floor)
    assert by_clock(slots(made, "A", FRIDAY))["10:00"] == places


def test_a_counter_of_two_bookable_queues_divides_its_time() -> None:
    """Counter 2 calls A and C; without the division both could book it, and nothing would be left for walk-ins."""
    made = hall(share=0.5, C=0.5)
    assert by_clock(slots(made, "A", FRIDAY))["10:00"] == 4  # (1 + 1/2) × 30 × 0.5 ÷ 5 = 4.5
    assert by_clock(slots(made, "C", FRIDAY)) == {}  # 1/2 × 30 × 0.5 ÷ 10 = 0.75
    assert by_clock(slots(hall(BookingRule(slot_min=60), C=0.5), "C", FRIDAY))["10:00"] == 1


def test_a_queue_of_no_share_and_a_day_without_rule_or_counter_have_no_slots() -> None:
    assert slots(hall(), "C", FRIDAY) == ()
    assert slots(hall(), "A", SATURDAY) == ()
    assert slots(hall(BookingRule(first=SATURDAY)), "A", FRIDAY) == ()


def test_no_slot_begins_before_somebody_is_there() -> None:
    """The last slot is shorter: 17:00 to 18:00 has half an hour of counters."""
    made = by_clock(slots(hall(BookingRule(slot_min=120)), "A", FRIDAY))
    assert list(made) == ["10:00", "12:00", "14:00", "16:00"]  # at 08:00 nobody is there
    assert (made["10:00"], made["16:00"]) == (24, 18)


def test_outside_the_opening_hours_there_are_only_the_places_that_were_promised() -> None:
    """CL-C12."""
    evening = OutOfHours((5,), Span(17 * 60, 21 * 60 + 15), places=2)
    more = OutOfHours((5, 6), Span(20 * 60, 21 * 60), places=3, queues=("A",))
    made = hall(BookingRule(out_of_hours=(evening, more)))
    found = slots(made, "A", FRIDAY)
    outside = by_clock(tuple(slot for slot in found if slot.out_of_hours))
    assert outside == {"17:30": 2, "18:00": 2, "18:30": 2, "19:00": 2, "19:30": 2, "20:00": 3, "20:30": 3}
    assert not any(slot.out_of_hours for slot in found if slot.starts_at < NOON)
    assert by_clock(slots(made, "C", FRIDAY)) == dict.fromkeys(outside, 2)  # C has no share of the opening hours
    assert by_clock(slots(made, "A", SATURDAY)) == {"20:00": 3, "20:30": 3}


def test_a_slot_is_found_by_its_beginning_only() -> None:
    made = hall()
    found = slot_at(made, "A", NOON + 120 * MINUTE)
    assert found == SlotPlan(NOON + 120 * MINUTE, NOON + 150 * MINUTE, 6)
    assert slot_at(made, "A", NOON + 121 * MINUTE) is None
    assert slot_at(made, "A", NOON + 480 * MINUTE) is None


@st.composite
def any_hall(draw: st.DrawFn) -> Any:
    """Counters of any queues, shares up to the floor, slots of any length."""
    floor = draw(st.sampled_from((0.1, 0.3, 0.4, 0.75)))
    shares = {name: draw(st.integers(0, 100)) / 100 * (1 - floor) for name in ("A", "C")}
    rule = BookingRule(slot_min=draw(st.sampled_from((5, 15, 20, 30, 60, 120))))
    made = hall(rule, share=shares["A"], floor=floor, C=shares["C"])
    queues = draw(st.lists(st.sampled_from((("A",), ("C",), ("A", "C"), ("C", "A"))), min_size=1, max_size=6))
    counters = {no: CounterRule(no, str(no), names) for no, names in enumerate(queues, 1)}
    return msgspec.structs.replace(made, counters=counters)


@given(any_hall())
def test_every_set_of_slots_leaves_the_walk_ins_their_share_of_the_counters(made: Any) -> None:
    """CL-C10: what all queues can book of a slot is never more than 1 - floor of the minutes of the open counters."""
    booked: Counter[int] = Counter()
    for name in ("A", "C"):
        for slot in slots(made, name, FRIDAY):
            booked[slot.starts_at] += Fraction(slot.places * made.queues[name].service_s)
    for starts_at, seconds in booked.items():
        length = made.booking.rules[0].slot_min * 60
        noon = NOON <= starts_at < NOON + 120 * MINUTE
        there = [no for no in made.counters if no == 1 or not noon]
        assert seconds <= (1 - made.booking.walk_in_floor) * length * len(there) + 1e-6
