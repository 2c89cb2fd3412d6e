import pytest

from hall_server.contract.messages import HallNow, QueueNow, WaitBand
from hall_server.web.board_words import FREE, SHUT, WAIT, headline, queue_row


def _now(open_counters: int, waiting: int = 0, hours: tuple[str, str] = ("09:00", "17:30")) -> HallNow:
    return HallNow(
        hall="h", hall_name="厅", n=1, incarnation="i", at=0, business_day="2026-10-16",
        opens=hours[0], closes=hours[1], hotline="12345",
        waiting=waiting, wait=None, open_counters=open_counters, queues=(), counters=(),
    )  # fmt: skip


FREE_QUEUE = QueueNow("A", "A", "综合", 0, 2, None)
BUSY_QUEUE = QueueNow("C", "C", "企业", 4, 1, WaitBand(8, 15))
SHUT_QUEUE = QueueNow("D", "D", "不动产", 1, 0, None)


def test_a_queue_reads_free_or_a_band_or_shut():
    assert queue_row(FREE_QUEUE).state == FREE
    row = queue_row(BUSY_QUEUE)
    assert (row.state, row.low_min, row.high_min) == (WAIT, 8, 15)
    assert queue_row(SHUT_QUEUE).state == SHUT


def test_nothing_to_wait_for_is_said_only_when_it_is_true_of_every_row():
    rows = [queue_row(FREE_QUEUE)]
    assert headline(_now(2), rows, 0, "10:00")[0] == "现在不用等"
    assert headline(_now(2), [*rows, queue_row(SHUT_QUEUE)], 0, "10:00")[0] == "现在人不多"


def test_many_waiting_people_are_asked_to_listen():
    assert headline(_now(2), [queue_row(BUSY_QUEUE)], 9, "10:00")[0] == "请留意叫号"


@pytest.mark.parametrize(
    ("clock", "waiting", "title"),
    [("08:15", 0, "还没开门"), ("17:45", 0, "今天办完了"), ("17:45", 3, "请稍等"), ("11:00", 0, "请稍等")],
)
def test_a_hall_without_an_open_counter_says_when_or_to_stay(clock, waiting, title):
    assert headline(_now(0, waiting), [], waiting, clock)[0] == title


@pytest.mark.parametrize("clock", ["00:00", "04:00", "12:00", "23:59"])
def test_a_day_without_hours_is_said_and_promises_nothing(clock):
    assert headline(_now(0, hours=("", "")), [], 0, clock) == ("今天不开门", "有事请打 12345。")
    title, advice = headline(_now(0, 2, hours=("", "")), [], 2, clock)
    assert (title, "马上" in advice, "一直有效" in advice) == ("请稍等", False, True)


def test_somebody_who_works_on_a_day_without_hours_is_shown_as_on_any_other():
    assert headline(_now(1, hours=("", "")), [queue_row(FREE_QUEUE)], 0, "10:00")[0] == "现在不用等"
