"""A command is answered alike by the front and, written another way, by the framework behind it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import pytest

from hall_server.api.commands import COUNTER, TICKET
from tests.integration.hall_server.served import Machine, Served

if TYPE_CHECKING:
    from collections.abc import Iterator

NOBODYS = "00000000-0000-4000-8000-000000000000"
PATHS = [f"tickets/{NOBODYS}/{verb}" for verb in TICKET] + [f"counters/7/{verb}" for verb in COUNTER]
BODIES = [b"", b"{}", b"{", b'{"what":1}', b'{"answer":"paper"}', b'{"reason":"x","counter":99}', b"x" * 20_000]
HEADERS: list[dict[str, str]] = [
    {},
    {"Idempotency-Key": "no uuid"},
    {"Kapok-Seen": "nonsense"},
    {"Kapok-Seen": "00000000-0000-4000-8000-000000000001.1"},
]
OF_THE_ANSWER = frozenset({"content-type", "cache-control", "retry-after", "www-authenticate"})


class House:
    def __init__(self, served: Served) -> None:
        self.machines = {
            "kiosk": served.machine("kiosk", "K1", "K1"),
            "board": served.machine("board", "B1"),
            "console": served.machine("counter", "C5", "5"),
            "admin": served.machine("admin", "A"),
        }


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    served = Served(tmp_path_factory.mktemp("hall") / "data")
    served.start()
    made = House(served)
    yield made
    assert served.stop() == 0
    for machine in made.machines.values():
        machine.close()
    assert not [line for line in served.log if "Traceback" in line or "bug" in line]


def asked(machine: Machine, path: str, body: bytes, headers: dict[str, str]) -> tuple[Any, ...]:
    named: dict[str, str | None] = {"Idempotency-Key": str(uuid.uuid4()), **headers}
    answer = machine.session.post(f"{machine.base}/{path}", data=body, headers=named, timeout=20)
    kept = {name.lower(): words for name, words in answer.headers.items() if name.lower() in OF_THE_ANSWER}
    return answer.status_code, kept, "kapok-seen" in answer.headers, answer.json()


@pytest.mark.parametrize("path", PATHS)
def test_both_doorways_give_the_same_answer(house: House, path: str) -> None:
    for machine in house.machines.values():
        for body in BODIES:
            assert asked(machine, path, body, {}) == asked(machine, f"{path}/", body, {})
        for headers in HEADERS:
            assert asked(machine, path, b"", headers) == asked(machine, f"{path}/", b"", headers)


def test_a_life_is_the_same_through_both_doorways(house: House) -> None:
    kiosk, admin = house.machines["kiosk"], house.machines["admin"]
    told = []
    for counter, end in (("1", ""), ("2", "/")):
        assert admin.post(f"counters/{counter}/sign_in{end}", {"clerk": f"c{counter}"}).status_code == 200
        ticket = kiosk.take()["id"]
        assert kiosk.post(f"tickets/{ticket.upper()}/confirm_print{end}", {"answer": "paper"}).json()["id"] == ticket
        assert admin.post(f"tickets/{ticket}/call{end}", {"counter": int(counter)}).json()["state"] == "called"
        states = [admin.post(f"tickets/{ticket}/{verb}{end}").json()["state"] for verb in ("serve", "complete")]
        again = admin.post(f"counters/{counter}/call_next{end}")
        told.append((states, again.status_code, again.json()["code"]))
        assert admin.post(f"counters/{counter}/sign_out{end}").json()["state"] == "closed"
    assert told[0] == told[1] == (["serving", "completed"], 409, "nobody_waiting")
