"""What lies on disks and in settings: a kiosk's store, the learned model, kept catalogues, wire traces, addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

import msgspec

from devices.errors import DeviceConfigError, DeviceError
from devices.transports.address import open_transport
from devices.transports.replay import ReplayTransport
from hall_server.api.examples import EXAMPLES
from hall_server.domain.forecast.model import (
    EXPERTS,
    LENGTHS,
    SCHEMA,
    BadModelError,
    Model,
    Pace,
    model_from,
    model_to,
)
from hall_server.domain.items.catalogue import Catalogue
from hall_server.domain.items.snapshots import body_of, catalogue_of
from kiosk.local_store.facts import Facts
from kiosk.local_store.file import LocalStoreError
from kiosk.local_store.journal import Journal
from kiosk.local_store.machine import Machine
from kiosk.local_store.outbox import Outbox
from kiosk.runner.wire import batch
from tests.fuzz.draw import Draw
from tests.fuzz.trees import edited, to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator

    from kiosk.local_store.file import StoreFile

T = TypeVar("T")
ROOMS = (
    "kiosk.local_store.facts",
    "kiosk.local_store.journal",
    "kiosk.local_store.outbox",
    "kiosk.runner.wire",
    "hall_server.domain.forecast.model",
    "hall_server.domain.items.snapshots",
    "devices.transports.replay",
    "devices.transports.address",
)
MAKERS = ("trees",)
ID = "00000000-0000-4000-8000-000000000001"
MACHINE = Machine(ID, "0" * 64, lambda: 9, lambda: 9)
MODEL: dict[str, Any] = {
    "schema": SCHEMA,
    "learned_to": "2026-01-31",
    "hall": {"records": 9, "pace_s": 60, "hours": {"9": 30.5}},
    "queues": {"A": {"pace_s": 40, "work_s": 80, "wait_s": 600}},
    "weights": [[1.0, *(0.0 for _ in range(EXPERTS - 2)), 0.5] for _ in range(LENGTHS)],
    "spread": {"low": -0.5, "high": 1.5},
    "spreads": {"A": {"low": -0.7, "high": 0.9}},
    "quality": {"days": 3, "records": 99, "mae_s": 120, "coverage": 0.8},
}
CATALOGUE: dict[str, Any] = {
    "version": "3f2a9c0d11e4b7a5",
    "effective_from": "2026-01-01",
    "items": {"i01": {"id": "i01", "elements": {"name": "办理", "legal": {"days": 5}}, "queue": "A", "reach": "city"}},
    "materials": {"m01": "身份证明"},
}
GIVEN: dict[str, Any] = {
    "ticket_id": ID,
    "label": "A601",
    "number": 601,
    "letter": "A",
    "queue": "A",
    "business_day": "2026-01-31",
    "origin": "lease",
    "order": {"item": "i01", "chips": ["elder"]},
    "boot_id": ID,
    "boottime_us": 5,
    "epoch": 3,
}
TOLD: dict[str, Any] = {"ticket_id": ID, "answer": "paper", "boot_id": ID, "boottime_us": 5, "number": GIVEN}
ROW: dict[str, Any] = {
    "ticket_id": ID,
    "label": "A601",
    "business_day": "2026-01-31",
    "stage": "reserved",
    "answer": "",
    "told": 0,
    "origin": "lease",
}
FACTS: tuple[tuple[str, Any], ...] = (
    ("contact", {"now": EXAMPLES["HallNow"], "boot_id": ID, "boottime_us": 5, "wall_us": 7}),
    ("catalogue", EXAMPLES["Catalogue"]),
    ("quarantined", {"code": "lease_fenced", "incarnation": ID, "boot_id": ID, "boottime_us": 1}),
    ("emergency_letter", ["X", "0" * 64]),
    ("epoch", 3),
)
TRACE = b'{"at": 0.1, "dir": ">", "hex": "1005"}\n{"at": 0.2, "dir": "<", "hex": "12"}\n'


class File:
    """A store's file whose SELECTs find what the fuzzer says."""

    def __init__(self, *rows: dict[str, Any]) -> None:
        self._rows = rows

    def rows(self, _statement: str, *_values: object) -> list[dict[str, Any]]:
        """What is in it."""
        return list(self._rows)


class Trace:
    """The file of a trace, not on any disk."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def read_text(self, encoding: str) -> str:
        """As a path would."""
        return self._data.decode(encoding)


def attempt(data: bytes) -> None:
    """The first byte says what is read, and whether it is bytes or an example with edits."""
    draw = Draw(data)
    what = draw.byte()
    (_model, _catalogue, _facts, _outbox, _journal, _trace, _address, _facts)[what % 8](draw, bool(what & 64))


def _body(draw: Draw, example: Any, *, raw: bool) -> bytes:
    return draw.rest() if raw else to_json(edited(draw, example))


def _model(draw: Draw, raw: bool) -> None:
    hour = draw.byte()
    try:
        model = model_from(_body(draw, MODEL, raw=raw))
    except BadModelError:
        return
    assert model_from(model_to(model)) == model, "read, written and read again is another model"
    assert isinstance(model, Model)
    for queue in (*model.queues, "nobody's"):
        pace = model.pace(queue, hour)
        assert 0 <= pace <= 86_400
    assert all(isinstance(pace, Pace) for pace in model.queues.values())


def _catalogue(draw: Draw, raw: bool) -> None:
    try:
        found = catalogue_of(_body(draw, CATALOGUE, raw=raw))
    except msgspec.MsgspecError:
        return
    assert isinstance(found, Catalogue)
    assert catalogue_of(body_of(found)) == found, "read, written and read again is another catalogue"


def _facts(draw: Draw, raw: bool) -> None:
    name, example = draw.pick(FACTS)
    facts = Facts(_file({"value": _body(draw, example, raw=raw)}), MACHINE)
    kept(getattr(facts, name))


def _outbox(draw: Draw, raw: bool) -> None:
    file = _file({"value": to_json(ID), "seq": draw.byte(), "body": _body(draw, TOLD, raw=raw)})
    rows = kept(lambda: Outbox(file).batch(9))
    if rows is not None:
        again = msgspec.json.encode(rows[0].told)
        assert msgspec.json.encode(msgspec.json.decode(again, type=type(rows[0].told))) == again
        msgspec.json.encode(batch(rows, MACHINE, ID, 3))
    kept(Outbox(_file({"value": draw.rest()})).incarnation)
    kept(Outbox(_file({"value": to_json(draw.byte())})).highest)


def _journal(draw: Draw, raw: bool) -> None:
    row = {**ROW, "number": draw.rest() if raw else to_json(edited(draw, GIVEN))}
    if not raw:
        row = edited(draw, row)
    if not isinstance(row, dict) or not ROW.keys() <= row.keys():
        return  # a table has its columns
    file = _file(row)
    journal = Journal(file, MACHINE, Outbox(file))
    kept(journal.untold)
    kept(lambda: journal.row(ID))


def _trace(draw: Draw, raw: bool) -> None:
    data = draw.rest() if raw else b"\n".join(to_json(edited(draw, {"dir": "<", "hex": "12"})) for _ in range(3))
    trace = ReplayTransport("trace")
    trace._path = cast("Any", Trace(data))
    try:
        now(trace.open())
        for _ in range(9):
            direction, said = trace._steps[0] if trace._steps else ("", b"")
            now(trace.write(said) if direction == ">" else trace.read_some(0))
    except DeviceError:
        return


def _address(draw: Draw, raw: bool) -> None:
    start = "" if raw else draw.pick(("serial:///dev/ttyS0?", "tcp://", "replay:///", "/dev/", "tcp://127.0.0.1:"))
    try:
        open_transport(start + draw.rest().decode("utf-8", "replace"))
    except DeviceConfigError:
        return


def kept(read: Callable[[], T]) -> T | None:
    """What a store gives; None for a row that nobody can read, which is a LocalStoreError and no other."""
    try:
        return read()
    except LocalStoreError:
        return None


def now(promise: Coroutine[Any, Any, T]) -> T | None:
    """The result of a coroutine; None when it would wait."""
    try:
        promise.send(None)
    except StopIteration as end:
        return cast("T", end.value)
    promise.close()
    return None


def _file(row: dict[str, Any]) -> StoreFile:
    return cast("StoreFile", File(row))


def _examples() -> Iterator[bytes]:
    for which in range(8):
        for edits in (b"\0\0", b"\1\1\1\5\x33", b"\2\3\1\1\7\x22\1\3\5\x41"):
            yield bytes((which, 0)) + edits
            yield bytes((which, 3)) + edits


SEEDS = (
    *_examples(),
    b"\x40\0" + to_json(MODEL),
    b"\x41" + to_json(CATALOGUE),
    *(bytes((0x42, place)) + to_json(example) for place, (_, example) in enumerate(FACTS)),
    b"\x43\1" + to_json(TOLD),
    b"\x44" + to_json(GIVEN),
    *(bytes((0x40 | which, 0)) + deep for which in range(5) for deep in (b'{"x": ' + b"[" * 3000, b'{"\xff": 1}')),
    b"\x45" + TRACE,
    b"\x46serial:///dev/ttyUSB0?baud=9600&rtscts=1",
    b"\x46tcp://[::1]:9100",
    b"\x06\1127.0.0.1:99999",
)
