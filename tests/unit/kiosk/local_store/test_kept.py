"""A kept value that nobody can read is a fault of the store, not of the program."""

from __future__ import annotations

import pytest

from kiosk.local_store.facts import Facts
from kiosk.local_store.file import LocalStoreError
from kiosk.local_store.kept import value_of
from kiosk.local_store.machine import Machine
from kiosk.local_store.outbox import Outbox, Told

MACHINE = Machine("boot", "0" * 64, lambda: 0, lambda: 0)
BROKEN = [b"", b"{", b"\xff", b'"\xff"', b"null", b"[" * 5000, b'{"ticket_id": 1}', b'{"x": ' + b"[" * 5000]


class OneRow:
    """A file with one row of everything."""

    def __init__(self, body: bytes, value: bytes = b'"life"') -> None:
        self.body, self.value = body, value

    def rows(self, _statement: str, *_values: object) -> list[dict[str, object]]:
        return [{"value": self.value, "seq": 1, "body": self.body}]


@pytest.mark.parametrize("kept", BROKEN, ids=range(len(BROKEN)))
def test_a_value_that_cannot_be_read_is_a_fault_of_the_store(kept: bytes) -> None:
    with pytest.raises(LocalStoreError):
        value_of(kept, Told)
    with pytest.raises(LocalStoreError):
        Outbox(OneRow(kept)).batch(1)  # type: ignore[arg-type] # it is asked for rows only


def test_a_value_is_read_as_it_was() -> None:
    assert value_of(b'"life"', str) == "life"


@pytest.mark.parametrize("kept", BROKEN, ids=range(len(BROKEN)))
def test_what_was_kept_of_the_hall_and_cannot_be_read_is_as_if_it_had_not_been_kept(kept: bytes) -> None:
    facts = Facts(OneRow(b"", kept), MACHINE)  # type: ignore[arg-type] # it is asked for rows only
    assert (facts.contact(), facts.catalogue(), facts.quarantined()) == (None, None, None)
    assert facts.emergency_letter() == ""
    assert facts.epoch() == 0
