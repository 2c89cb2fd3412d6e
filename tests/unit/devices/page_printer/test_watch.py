"""The watchdog over one job, by a clock that is told."""

import dataclasses

from devices.page_printer.reading import JobView
from devices.page_printer.talk import Patience
from devices.page_printer.watch import Sight, Watch
from devices.page_printer.words import JobState
from devices.values.page_printer import Engine, PagePhase, PagePrinterStatus, Paper

PATIENCE = Patience(silence_s=10, attention_s=60, progress_s=120, longest_s=1000)
RUNNING = JobView(1, "t", JobState.PROCESSING, 0)
FINE = PagePrinterStatus(answered=True, engine=Engine.PRINTING, paper=Paper.FULL)
OUT = dataclasses.replace(FINE, paper=Paper.OUT)
GONE = dataclasses.replace(FINE, vanished=True)


def test_a_job_that_moves_may_go_on_up_to_the_longest_time():
    watch = Watch(PATIENCE, 0)
    for second in range(0, 1000, 50):
        assert not watch.look(Sight(RUNNING, FINE, second), second)
    assert watch.look(Sight(RUNNING, FINE, 1000), 1000) == "deadline"


def test_a_job_that_does_not_move_is_given_up():
    watch = Watch(PATIENCE, 0)
    assert not watch.look(Sight(RUNNING, FINE, 1), 100)
    assert not watch.look(Sight(RUNNING, FINE, 1), 219)
    assert watch.look(Sight(RUNNING, FINE, 1), 220) == "deadline"


def test_a_silent_printer_is_given_up_unless_it_speaks_again_in_time():
    watch = Watch(PATIENCE, 0)
    silence = Sight(None, None)
    assert not watch.look(silence, 9)
    assert not watch.look(Sight(RUNNING, FINE), 9.5)
    assert not watch.look(silence, 19)
    assert watch.look(silence, 19.5) == "device_silent"


def test_a_printer_without_paper_is_waited_for_and_one_that_vanished_not_so_long():
    watch = Watch(PATIENCE, 0)
    assert not watch.look(Sight(RUNNING, OUT), 5)
    assert not watch.look(Sight(RUNNING, OUT), 64)
    assert watch.look(Sight(RUNNING, OUT), 65) == "paper_out"
    watch = Watch(PATIENCE, 0)
    assert not watch.look(Sight(RUNNING, GONE), 5)
    assert watch.look(Sight(RUNNING, GONE), 15) == "printer_vanished"


def test_paper_that_is_brought_in_time_starts_the_clock_anew():
    watch = Watch(PATIENCE, 0)
    for second, status in ((0, OUT), (59, OUT), (60, FINE), (61, OUT), (119, OUT)):
        assert not watch.look(Sight(RUNNING, status, second), second)


def test_news_are_told_once():
    watch = Watch(PATIENCE, 0)
    first = watch.news(Sight(RUNNING, FINE, 0))
    assert first is not None
    assert first.phase is PagePhase.PRINTING
    assert watch.news(Sight(RUNNING, FINE, 0)) is None
    assert watch.news(Sight(RUNNING, FINE, 1)).sheets == 1
    assert watch.news(Sight(RUNNING, OUT, 1)) == dataclasses.replace(
        first, phase=PagePhase.STOPPED, sheets=1, reason="paper_out"
    )
    assert watch.news(Sight(None, None, 1)).reason == "device_silent"
    waiting = JobView(1, "t", JobState.PENDING)
    assert watch.news(Sight(waiting, FINE)).phase is PagePhase.WAITING
