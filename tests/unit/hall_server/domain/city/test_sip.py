"""A package is whole, the same each time, of nobody; one that was touched is found out."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.contract.city.archive import MAX_PACKAGE, PackageTold
from hall_server.contract.city.package import HASHES, PackageError, read_package, sha256_of
from hall_server.contract.messages import VisitorMask
from hall_server.contract.vocabulary import Move, Outcome, TicketState
from hall_server.domain.city.sip import package
from tests.unit.hall_server.domain.city.moves import moved
from tests.unit.hall_server.halls import NOON, SITE, ticket


def made() -> PackageTold:
    visitor = VisitorMask("ab" * 16, "陈*明", "1234")
    ended = ticket(TicketState.COMPLETED, outcome=Outcome.ACCEPTED, ended_at=NOON, items=("i1", "i2"), visitor=visitor)
    history = [moved(Move.CALL, TicketState.CALLED).event, moved(Move.COMPLETE, TicketState.COMPLETED, n=6).event]
    return package(SITE, ended, history, None, version=1, at=NOON)


WHOLE = made()


def repacked(**changed: bytes) -> bytes:
    """The package with files changed, added (a name), or left out (b"")."""
    told = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WHOLE.content)) as whole, zipfile.ZipFile(told, "w") as other:
        files = {one: whole.read(one) for one in whole.namelist()} | changed
        for path, data in files.items():
            if data:
                other.writestr(path, data)
    return told.getvalue()


def test_a_package_says_what_the_case_is_and_nobodys_name() -> None:
    case = read_package(WHOLE.content)
    assert (case.outcome, case.items, [one.name for one in case.documents]) == ("accepted", ("i1", "i2"), ["身份证"])
    assert (WHOLE.size, WHOLE.sha256) == (len(WHOLE.content), sha256_of(WHOLE.content))
    with zipfile.ZipFile(io.BytesIO(WHOLE.content)) as whole:
        text = b"".join(whole.read(one) for one in whole.namelist()).decode()
    assert not [one for one in ("陈*明", "1234", "ab" * 16) if one in text]


def test_the_same_history_makes_the_same_bytes() -> None:
    assert made() == WHOLE


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (repacked(**{"case.json": b"{}"}), "not_well_formed"),
        (repacked(**{"events.json": b"[]"}), "wrong_hash"),
        (repacked(**{"documents/01.txt": b"another"}), "wrong_hash"),
        (repacked(**{"documents/99.txt": b"one more"}), "not_listed"),
        (repacked(**{"documents/01.txt": b""}), "not_listed"),
        (repacked(**{HASHES: b""}), "not_well_formed"),
        (b"", "not_well_formed"),
        (b"PK\x03\x04" + b"\0" * 40, "not_well_formed"),
        (WHOLE.content + b"\0" * MAX_PACKAGE, "too_large"),
        (repacked(bomb=b"\0" * (5 * 1024 * 1024)), "too_large"),
    ],
)
def test_a_package_that_is_not_whole_is_found_out(content: bytes, why: str) -> None:
    with pytest.raises(PackageError) as found:
        read_package(content)
    assert found.value.why == why


@given(st.data())
def test_bytes_that_were_touched_are_never_a_trap(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(WHOLE.content) - 1))
    with_one = bytearray(WHOLE.content)
    with_one[at] ^= data.draw(st.integers(1, 255))
    try:
        case = read_package(bytes(with_one))
    except PackageError:
        return
    assert case == read_package(WHOLE.content)  # a byte of the envelope that says nothing
