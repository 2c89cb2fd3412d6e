"""The first page when the hall, the machine or nobody is there."""

import pytest

from kiosk.session.state import Page
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES


@pytest.mark.parametrize(
    ("example", "words"),
    [
        ("home_free", "现在不用等"),
        ("home_no_counter", "现在没有开窗口"),
        ("home_out", "今天的号取完了"),
        ("home_closed", "明天 09:00 开门"),
        ("home_offline", "暂时没网，取号照常"),
        ("home_no_printer", "打印纸用完了"),
        ("home_no_reader", "读卡器现在用不了"),
    ],
)
@pytest.mark.parametrize("landscape", [False, True])
def test_it_says_what_is_not_as_usual(glass, example, words, landscape):
    glass.stand(replace(EXAMPLES[example], landscape=landscape))
    assert glass.says(words)


def test_the_idle_screen_ends_with_one_touch_that_does_nothing_else(glass):
    glass.stand("home_idle")
    assert glass.says("医保异地就医，手机上就能备案")
    assert not glass.has("home.take_a_number")
    glass.tap("home.wake")
    assert (glass.page, glass.visitor.touches) == (Page.HOME, [])
    assert glass.has("home.take_a_number")


def test_cl_h22_an_urgent_notice_stands_over_the_idle_screen_and_at_the_head_of_a_page(glass):
    glass.stand("home_urgent_idle")
    assert glass.says("二楼漏水，请走东门离开")
    assert glass.find("urgent_pane").isVisible()
    assert not glass.has("urgent")
    glass.tap("home.wake")
    assert glass.has("urgent")
    glass.tap("home.take_a_number")
    assert glass.page == Page.SERVICES
    assert glass.says("二楼漏水，请走东门离开")
