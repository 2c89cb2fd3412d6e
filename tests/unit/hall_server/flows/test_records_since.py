"""A moment is found in the book of records, wherever it lies, with few looks."""

from __future__ import annotations

import pytest

from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.records import Record
from hall_server.flows.records_since import before_moment


class Book:
    """Entries with these numbers, at ten times their number."""

    def __init__(self, *numbers: int) -> None:
        self.numbers, self.looks = numbers, 0

    def records_about(self, about: str) -> list[Record]:
        raise NotImplementedError

    def records(self, kind: str, after: int, limit: int) -> list[Record]:
        self.looks += 1
        found = [n for n in self.numbers if n > after][:limit]
        return [Record(n=n, at=n * 10, kind=kind, about="a", actor_kind=ActorKind.SERVER) for n in found]


@pytest.mark.parametrize("numbers", [(), (1,), (1, 2, 3), (5, 9, 10, 400), tuple(range(3, 2_000, 7))])
@pytest.mark.parametrize("since", [0, 1, 10, 11, 50, 95, 4_000, 13_000, 10**9])
def test_exactly_the_entries_since_a_moment_follow(numbers, since) -> None:
    book = Book(*numbers)
    after = before_moment(book, "use", since)
    assert [n for n in numbers if n > after] == [n for n in numbers if n * 10 >= since]


def test_a_long_book_costs_a_few_looks() -> None:
    book = Book(*range(1, 100_000))
    before_moment(book, "use", 700_000)
    assert book.looks < 50
