"""What the lamp on a kiosk says from afar, and what a lamp that can less shows instead."""

import pytest

from devices.values.indicator import Colour, IndicatorCapabilities, Light, Pattern
from kiosk.runner.signal_lamp import fitted, light_of
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES

CALLS = Light(Colour.AMBER, Pattern.SLOW)


@pytest.mark.parametrize(
    ("page", "light"),
    [
        ("starting", Light()),
        ("home", Light(Colour.GREEN)),
        ("services", Light(Colour.BLUE)),
        ("self_test", Light(Colour.BLUE)),
        ("help_called", CALLS),
        ("help_desk", Light(Colour.BLUE)),
        ("out_of_service", Light(Colour.RED)),
        ("staff_paused", Light(Colour.RED)),
    ],
)
def test_one_sees_from_afar_how_a_kiosk_is(page, light):
    assert light_of(EXAMPLES[page], ill=False) == light


def test_a_box_that_does_not_work_calls_a_person_until_somebody_asks_for_one_at_the_glass():
    assert light_of(EXAMPLES["home"], ill=True) == Light(Colour.AMBER)
    assert light_of(EXAMPLES["help_called"], ill=True) == CALLS
    assert light_of(replace(EXAMPLES["home"], paused=True), ill=True) == Light(Colour.RED)


@pytest.mark.parametrize(
    ("wanted", "colour", "shown"),
    [
        (CALLS, Colour.AMBER, Light(Colour.AMBER)),
        (Light(Colour.RED), Colour.AMBER, Light(Colour.AMBER)),
        (CALLS, Colour.WHITE, Light(Colour.WHITE)),
        (Light(Colour.GREEN), Colour.AMBER, Light()),
        (Light(Colour.BLUE), Colour.AMBER, Light()),
        (CALLS, Colour.GREEN, Light()),
        (Light(Colour.GREEN), Colour.GREEN, Light(Colour.GREEN)),
    ],
)
def test_a_lamp_of_one_colour_that_cannot_flash_shows_what_it_can(wanted, colour, shown):
    plain = IndicatorCapabilities(frozenset({Colour.DARK, colour}), frozenset({Pattern.STEADY}), confirms=False)
    assert fitted(wanted, plain) == shown
