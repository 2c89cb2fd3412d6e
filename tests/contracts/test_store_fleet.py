"""What every store must do with the timelines of kiosks: kept, changed in place, forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.domain.fleet import SLOT_US, Condition, Slot
from tests.contracts.test_store import AT, Stored, on_postgres, on_sqlite

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ONE, TWO = Slot("K1", AT, Condition.WELL, 390, "6.2"), Slot("K1", AT + SLOT_US, Condition.AWAY)


@pytest.fixture(params=["sqlite", "postgresql"])
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stored]:
    made = on_sqlite(tmp_path) if request.param == "sqlite" else on_postgres(str(request.getfixturevalue("database")))
    yield made
    made.reader.close()
    made.store.close()


def test_timelines_are_kept_changed_in_place_and_forgotten(stored: Stored) -> None:
    stored.run(lambda tx: tx.put_health_slots((TWO, ONE)))
    assert stored.reader.health_slots(AT) == [ONE, TWO]
    worse = msgspec.structs.replace(ONE, condition=Condition.WATCH, paper=None)
    stored.run(lambda tx: tx.put_health_slots((worse,)))
    assert stored.reader.health_slots(AT) == [worse, TWO]
    assert stored.reader.health_slots(AT + 1) == [TWO]
    stored.run(lambda tx: tx.forget_health_slots(AT + 1))
    assert stored.reader.health_slots(0) == [TWO]
