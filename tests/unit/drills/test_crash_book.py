"""What people were told is a promise: another answer to the same key, or one that shows a loss, is a finding."""

from __future__ import annotations

import random

from tests.drills.crash.book import Book
from tests.drills.crash.wire import Answer, Command

TAKE = Command("tickets", {"item": "i01"}, "11111111-1111-4111-8111-111111111111", "K1")
GOOD = Answer(201, {"id": TAKE.key, "label": "A001", "n": 1})


def test_the_same_answer_twice_is_no_finding() -> None:
    book = Book()
    book.hears(TAKE, GOOD)
    book.hears(TAKE, Answer(201, dict(GOOD.body)))
    assert book.findings == []
    assert book.told == {TAKE.key: "A001"}


def test_another_answer_to_the_same_key_is_a_finding() -> None:
    book = Book()
    book.hears(TAKE, GOOD)
    book.hears(TAKE, Answer(201, {**GOOD.body, "label": "A002"}))
    assert len(book.findings) == 1
    assert book.told == {TAKE.key: "A001"}


def test_who_is_put_off_has_no_answer_yet() -> None:
    book = Book()
    book.hears(TAKE, Answer(503, {"code": "store_unavailable"}))
    assert (book.findings, book.answers) == ([], {})
    assert book.put_off["store_unavailable"] == 1


def test_a_bug_and_a_proof_of_loss_are_findings() -> None:
    book = Book()
    book.hears(TAKE, Answer(500, {"code": "internal"}))
    book.hears(Command("tickets/x/serve", {}, "k"), Answer(404, {"code": "ticket_unknown"}))
    assert len(book.findings) == 2


def test_the_newest_answers_are_asked_for_again_once() -> None:
    book = Book()
    commands = [Command("tickets", {}, f"key-{no}") for no in range(10)]
    for command in commands:
        book.hears(command, Answer(201, {"id": command.key, "label": command.key, "n": 1}))
    again = book.again(random.Random(1), 4)
    assert again[:4] == commands[-4:]
    assert len({command.key for command in again}) == len(again)
