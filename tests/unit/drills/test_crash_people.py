"""Who has no answer asks again under the same key before doing anything else."""

from __future__ import annotations

import random

from tests.drills.crash.book import Book
from tests.drills.crash.people import Console, Kiosk
from tests.drills.crash.wire import Answer, Command


class Line:
    """Gives the answers that it was given."""

    def __init__(self, *answers: Answer | None) -> None:
        self.answers = list(answers)
        self.asked: list[Command] = []

    def ask(self, command: Command) -> Answer | None:
        self.asked.append(command)
        return self.answers.pop(0)


def taken(ticket: str) -> Answer:
    return Answer(201, {"id": ticket, "label": "A001", "n": 1})


def test_a_kiosk_without_an_answer_asks_under_the_same_key() -> None:
    kiosk, line = Kiosk("K1", random.Random(1), {}), Line(None, Answer(503, {"code": "store_unavailable"}), taken("t"))
    for _ in range(3):
        kiosk.step(line, Book())
    assert len({command.key for command in line.asked}) == 1
    assert kiosk.pending is None


def test_a_console_serves_whom_it_called() -> None:
    console = Console("C1", random.Random(1), {}, 1)
    called = Answer(200, {"id": "t", "state": "called", "n": 3})
    line = Line(Answer(200, {"no": 1}), called, Answer(409, {"code": "recall_too_soon"}))
    for _ in range(3):
        console.step(line, Book())
    assert [command.path for command in line.asked[:2]] == ["counters/1/sign_in", "counters/1/call_next"]
    assert line.asked[2].path.startswith("tickets/t/")


def test_a_console_lets_go_of_a_visitor_who_has_left() -> None:
    console = Console("C1", random.Random(1), {}, 1)
    gone = Answer(409, {"code": "illegal_move"})
    line = Line(Answer(200, {"no": 1}), Answer(200, {"id": "t", "state": "called", "n": 3}), gone, gone)
    for _ in range(4):
        console.step(line, Book())
    assert line.asked[3].verb == "call_next"
