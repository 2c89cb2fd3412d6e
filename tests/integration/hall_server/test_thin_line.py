"""What a visit costs on the wire (CL-A15): a village hall has 200 kbit/s."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from tests.integration.hall_server.served import Served

if TYPE_CHECKING:
    from collections.abc import Iterator

    import requests

THIN = 200_000 // 8  # bytes a second


@pytest.fixture
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    hall = Served(tmp_path_factory.mktemp("hall") / "data")
    hall.start()
    yield hall
    assert hall.stop() == 0


def on_the_wire(answer: requests.Response) -> int:
    """Bytes of request and answer, heads and bodies; what TCP adds is left out."""
    asked = answer.request
    heads = sum(len(name) + len(value) + 4 for part in (asked.headers, answer.headers) for name, value in part.items())
    body = int(answer.headers.get("Content-Length", len(answer.content)))  # squeezed, where it is
    return heads + len(asked.body or b"") + body + 2 * len(str(asked.url))


def test_a_whole_visit_is_a_second_of_a_thin_line(served: Served) -> None:
    kiosk, console = served.machine("kiosk", "K1", "K1"), served.machine("counter", "C5", "5")
    console.post("counters/5/sign_in", {"clerk": "1005"})
    key = str(uuid.uuid4())
    take = kiosk.post("tickets", {"item": "i01"}, key=key)
    visit = [
        take,
        kiosk.post(f"tickets/{key}/confirm_print", {"answer": "paper"}),
        console.post("counters/5/call_next"),
    ]
    visit += [console.post(f"tickets/{key}/{move}") for move in ("serve", "complete")]
    visit.append(kiosk.get("events?after=0"))
    assert {answer.status_code for answer in visit} == {200, 201}
    assert sum(map(on_the_wire, visit)) < THIN


def test_a_kiosk_that_starts_has_what_it_needs_in_some_seconds(served: Served) -> None:
    kiosk = served.machine("kiosk", "K1", "K1")
    assert sum(on_the_wire(kiosk.get(what)) for what in ("now", "catalogue")) < 2 * THIN


def test_a_catalogue_that_a_kiosk_knows_costs_next_to_nothing(served: Served) -> None:
    kiosk = served.machine("kiosk", "K1", "K1")
    first = kiosk.get("catalogue")
    assert first.headers["Content-Encoding"] == "gzip"
    again = kiosk.get("catalogue", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert on_the_wire(again) < THIN // 20


def test_whoever_does_not_know_gzip_reads_the_same_catalogue(served: Served) -> None:
    kiosk = served.machine("kiosk", "K1", "K1")
    plain = kiosk.get("catalogue", headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in plain.headers
    assert plain.json() == kiosk.get("catalogue").json()
