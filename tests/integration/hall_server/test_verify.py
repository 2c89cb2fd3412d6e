"""A history that somebody touched is found out."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from hall_server.store.sqlite_store import SqliteReader
from hall_server.store.verify import verify
from tests.integration.hall_server.made import MadeHall
from tests.unit.hall_server.halls import SITE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    made = MadeHall(tmp_path)
    who = made.open(1)
    for _ in range(3):
        made.waiting()
    made.call(who)
    made.close()
    return made.path


def tampered(path: Path, *statements: str) -> list[str]:
    db = sqlite3.connect(path)
    for statement in statements:
        assert db.execute(statement).rowcount > 0
    db.commit()
    db.close()
    reader = SqliteReader(path, SITE.id)
    findings = verify(reader, SITE.id).findings
    reader.close()
    return findings


def test_a_whole_history_has_no_findings(path: Path) -> None:
    assert tampered(path, "UPDATE hall_head SET n = n") == []


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("UPDATE ticket SET state = 'void' WHERE label = 'A002'", "ticket A002"),
        ("UPDATE ticket SET kiosk = 'K9' WHERE label = 'A003'", "ticket A003"),
        ("UPDATE ticket_event SET body = replace(body, 'A001', 'A009') WHERE n = 1", "event 1: the chain"),
        ("UPDATE ticket_event SET body = x'7b' WHERE n = 3", "event 3: the chain"),
        ("UPDATE ticket_event SET hash = zeroblob(32) WHERE n = 4", "event 4: the chain"),
        ("UPDATE ticket_event SET at = at + 1 WHERE n = 2", "event 2: its columns"),
        ("UPDATE ticket SET state = 'nonsense' WHERE label = 'A002'", "damaged"),
        ("DELETE FROM ticket_event WHERE n = 2", "event 3: the chain"),
        ("DELETE FROM ticket_event WHERE n = 7", "the head stands at 7"),
        ("UPDATE hall_head SET hash = zeroblob(32)", "the head stands at"),
        ("DELETE FROM hall_head", "the head stands at 0"),
        ("DELETE FROM ticket WHERE label = 'A002'", "its row is gone"),
    ],
)
def test_each_touch_is_found(path: Path, statement: str, finding: str) -> None:
    assert any(finding in found for found in tampered(path, statement))


def test_a_damaged_file_is_a_finding(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * 40_000)
    reader = SqliteReader(path, SITE.id)
    assert "damaged" in verify(reader, SITE.id).findings[0]
    reader.close()
