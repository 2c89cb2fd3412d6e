"""Addresses are kept for as long as they are needed, and so many at most."""

from __future__ import annotations

from hall_server.contract.city.notices import Addressee, NoticeChannel
from hall_server.flows.address_book import AFTER_US, AGE_US, MOST, AddressBook

TO = Addressee(phone="+8613800000000")


def put(book: AddressBook, ticket: str, at: int = 0) -> None:
    book.put(ticket, TO, NoticeChannel.SMS, at)


def test_an_address_is_had_until_its_ticket_is_over_and_a_little_longer() -> None:
    book = AddressBook()
    put(book, "t")
    book.ended("t", 10)
    book.age(AFTER_US)
    assert book.get("t") is not None
    book.age(10 + AFTER_US)
    assert book.get("t") is None


def test_an_address_is_forgotten_after_a_day_and_when_it_is_wished() -> None:
    book = AddressBook()
    put(book, "a")
    put(book, "b")
    book.forget("b")
    assert len(book) == 1
    book.age(AGE_US)
    assert len(book) == 0


def test_the_oldest_address_makes_room() -> None:
    book = AddressBook()
    for number in range(MOST + 1):
        put(book, str(number))
    assert (len(book), book.get("0"), book.get("1") is not None) == (MOST, None, True)


def test_nobody_reads_an_address_by_accident() -> None:
    book = AddressBook()
    put(book, "t")
    assert "138" not in f"{book.get('t')!r} {TO!r} {book!r}"
