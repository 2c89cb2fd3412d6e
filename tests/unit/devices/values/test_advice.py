"""What to do about a reason code: said in two languages for every code, and for one that nobody knows."""

import pytest

from devices.values.advice import ADVICE, UNKNOWN, Action, advice_for
from devices.values.health import DeviceHealth, Health


@pytest.mark.parametrize("code", [*ADVICE, "never heard of"])
def test_each_code_says_what_to_do_in_chinese_and_in_english(code):
    advice = advice_for(code)
    assert any("一" <= letter <= "鿿" for letter in advice.chinese)
    assert advice.english.isascii()
    assert advice.action in Action


def test_a_code_that_nobody_knows_is_a_technician_s():
    assert advice_for("haunted") is UNKNOWN


def test_a_health_brings_its_advice_along():
    assert DeviceHealth("p", Health.FAULT, "paper_out").advice == ADVICE["paper_out"]
    assert DeviceHealth("p", Health.NORMAL).advice is None
