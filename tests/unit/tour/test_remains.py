"""The evening's look for people finds them, however they are written or packed, and takes nothing else for one."""

import base64
import contextlib
import gzip
import sqlite3
import zlib

import pytest

from tests.tour.people import PEOPLE
from tests.tour.remains import PLANTED, Look

ONE = PEOPLE[0]


@pytest.fixture
def look():
    return Look((ONE.name,), (ONE.number,))


@pytest.mark.parametrize("kind", PLANTED)
def test_each_kind_of_thing_that_should_be_nowhere_is_found(look, kind):
    assert look.into(PLANTED[kind], kind)


@pytest.mark.parametrize(
    "packed",
    [
        ONE.number.encode(),
        ONE.number.encode("utf-16-le"),
        base64.b64encode(zlib.compress(ONE.number.encode())),
        base64.urlsafe_b64encode(f"a word before {ONE.number}".encode()),
        gzip.compress(ONE.name.encode(), mtime=0),
        b"\x1b@" + ONE.name.encode("gb18030"),
    ],
)
def test_a_number_and_a_name_are_found_however_they_are_packed(look, packed):
    assert look.into(packed, "there")
    assert ONE.number not in repr(look.into(packed, "there"))


@pytest.mark.parametrize(
    "harmless",
    [
        b"made_at=1795391876123456 took=123456789012",
        b"0f8fad5b-d9cb-469f-a165-70867728950e",
        "陈** 到 4 号窗口".encode(),
        b"KPC1 codes of 1 issuers count",
        b'{"boot_id":"b","boottime_us":13812345678}',
        b'{"began_us": 13812345678}',
    ],
)
def test_times_ids_and_masks_are_nobody(look, harmless):
    assert look.into(harmless, "there") == []


@pytest.fixture
def folder(tmp_path):
    """A database whose words are so long that each goes on, on another page; every cut is tried."""
    with contextlib.closing(sqlite3.connect(tmp_path / "hall.db")) as opened:
        opened.execute("PRAGMA page_size = 512")
        opened.execute("CREATE TABLE told (word TEXT)")
        words = [("x" * 60 + ' "called_at":1795416271512345,' + "y" * (700 + more),) for more in range(508)]
        opened.executemany("INSERT INTO told VALUES (?)", words)
        opened.commit()
    return tmp_path


def test_a_moment_that_is_cut_where_a_page_ends_is_no_telephone_number(look, folder):
    raw = (folder / "hall.db").read_bytes()
    assert look.into(raw, "hall.db"), "some are cut so that eleven digits stand alone"
    assert look.into_folder(folder) == []


def test_a_telephone_number_in_such_a_database_is_found_all_the_same(look, folder):
    with contextlib.closing(sqlite3.connect(folder / "hall.db")) as opened:
        opened.execute("INSERT INTO told VALUES (?)", ("z" * 700 + ' "to":13800138000 ',))
        opened.commit()
    assert {one.what for one in look.into_folder(folder)} == {"a mobile number"}


@pytest.mark.parametrize(("column", "found"), [("boottime_us", set()), ("number", {"a mobile number"})])
def test_a_machine_that_is_up_for_four_hours_has_no_telephone_number_in_its_clock(look, tmp_path, column, found):
    with contextlib.closing(sqlite3.connect(tmp_path / "kiosk.db")) as opened:
        opened.execute(f"CREATE TABLE journal ({column} INTEGER)")
        opened.execute("INSERT INTO journal VALUES (13812345678)")
        opened.commit()
    assert {one.what for one in look.into_folder(tmp_path)} == found
