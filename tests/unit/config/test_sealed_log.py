"""A log on a stick is opened by its passphrase alone, and nothing of it is shown when a byte is another."""

from __future__ import annotations

import pytest

from config.sealed_log import (
    HEADER,
    MAGIC,
    MOST,
    SIGNS,
    Flaw,
    SealedLogError,
    fresh_passphrase,
    look_over,
    opened,
    sealed,
)

TEXT = "2026-11-23 09:42:05,001 WARNING kapok.kiosk: 缺纸\n" * 3
PASSPHRASE = "7K2M-9QXA-0FTH-4RWD-C3JE"
FILE = sealed(TEXT, PASSPHRASE)


def flaw(file: bytes, passphrase: str = PASSPHRASE) -> Flaw:
    with pytest.raises(SealedLogError) as raised:
        opened(file, passphrase)
    return raised.value.flaw


def test_what_was_sealed_is_read_again() -> None:
    assert opened(FILE, PASSPHRASE) == TEXT
    assert "缺纸".encode() not in FILE
    assert opened(sealed("", PASSPHRASE), PASSPHRASE) == ""


def test_the_same_log_is_never_sealed_the_same_way_twice() -> None:
    assert sealed(TEXT, PASSPHRASE)[9:] != FILE[9:]


@pytest.mark.parametrize("written", ["7k2m9qxa0fth4rwdc3je", " 7K2M 9QXA OFTH 4RWD C3JE ", "7KZM-9QXA-OFTH-4RWD-C3JE"])
def test_a_passphrase_may_be_written_as_hands_write_it(written: str) -> None:
    assert opened(FILE, written) == TEXT


@pytest.mark.parametrize("wrong", ["", "7K2M-9QXA-0FTH-4RWD-C3JF", "7K2M-9QXA-0FTH-4RWD", "缺纸"])
def test_another_passphrase_opens_nothing(wrong: str) -> None:
    assert flaw(FILE, wrong) is Flaw.WRONG


@pytest.mark.parametrize("at", [9, 24, 25, 36, HEADER.size, HEADER.size + 20, len(FILE) - 1])
def test_a_byte_that_was_changed_is_found(at: int) -> None:
    assert flaw(FILE[:at] + bytes([FILE[at] ^ 1]) + FILE[at + 1 :]) is Flaw.WRONG


@pytest.mark.parametrize("size", [4, 8, 20, HEADER.size, HEADER.size + 5, len(FILE) - 1])
def test_a_file_that_was_cut_short_says_so(size: int) -> None:
    assert flaw(FILE[:size]) is Flaw.TORN


def test_a_file_that_goes_on_says_so() -> None:
    assert flaw(FILE + b"\0") is Flaw.TORN


@pytest.mark.parametrize("file", [b"", b"PK\x03\x04" + FILE, TEXT.encode()])
def test_another_kind_of_file_is_told_apart_before_anybody_is_asked(file: bytes) -> None:
    with pytest.raises(SealedLogError) as raised:
        look_over(file)
    assert raised.value.flaw is Flaw.NOT_OURS


def test_a_newer_kind_is_told_apart() -> None:
    assert flaw(MAGIC + b"\x02" + FILE[9:]) is Flaw.NEWER


def test_a_passphrase_is_five_groups_without_signs_that_look_alike() -> None:
    made = {fresh_passphrase() for _ in range(50)}
    assert len(made) == 50
    for one in made:
        assert [len(group) for group in one.split("-")] == [4] * 5
        assert set(one) <= {*SIGNS, "-"}
    assert not set(SIGNS) & set("OILSZBU")


def test_more_than_sixteen_megabytes_are_refused() -> None:
    with pytest.raises(ValueError, match=str(MOST + 1)):
        sealed("a" * (MOST + 1), PASSPHRASE)
