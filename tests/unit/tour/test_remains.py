"""The evening's look for people finds them, however they are written or packed, and takes nothing else for one."""

import base64
import gzip
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
    ],
)
def test_times_ids_and_masks_are_nobody(look, harmless):
    assert look.into(harmless, "there") == []
