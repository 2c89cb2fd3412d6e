import pytest

from hall_server.contract.messages import HallNow, QueueNow, WaitBand
from hall_server.web.board_words import FREE, SHUT, WAIT, headline, queue_row


def _now(open_counters: int, waiting: int = 0) -> HallNow:
    return HallNow(
        hall="h", hall_name="厅", n=1, incarnation="i", at=0, business_day="2026-10-16", opens="09:00", closes="17:30",
        hotline="12345", waiting=waiting, wait=None, open_counters=open_counters, queues=(), counters=(),
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
