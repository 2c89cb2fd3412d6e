"""告警 posted to a webhook and 安全事件 sent to a sink: real sockets and files, sinks that fail, nothing told twice."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.app.alert_post import AlertPost
from hall_server.app.security_log import POSITION, SecurityLog
from hall_server.contract.machine_acts import KIND, MachineAct, MachineRecord
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.alerts import Alert, AlertKind
from hall_server.domain.records import Record
from tests.e2e.web.hall import HallProcess
from tests.e2e.web.staff import NUMBERS, Person
from tests.integration.hall_server.made import MadeHall

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOO_MANY = 429
OPENED = Alert("K1", AlertKind.PAPER, 1_792_030_920_000_000)


class Hook:
    """Takes JSON; answers with the statuses that it is given, then with 204."""

    def __init__(self) -> None:
        self.told: list[dict[str, str]] = []
        self.answers: list[int] = []
        hook = self

        class Taking(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                hook.told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                self.send_response(hook.answers.pop(0) if hook.answers else 204)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Quiet."""

        self._server = HTTPServer(("127.0.0.1", 0), Taking)
        self.address = f"http://127.0.0.1:{self._server.server_port}/hook"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def hook() -> Iterator[Hook]:
    made = Hook()
    yield made
    made.close()


def posted(hook: Hook, answers: list[int], many: int) -> list[dict[str, str]]:
    """What the hook was told of one alert that opened and closed."""
    hook.answers = answers

    async def run() -> None:
        post = AlertPost(hook.address, "gz-demo", pauses_s=(0, 0))
        post.put(OPENED)
        post.put(msgspec.structs.replace(OPENED, closed_at=OPENED.opened_at + 60_000_000))
        running = asyncio.create_task(post.run())
        async with asyncio.timeout(20):
            while len(hook.told) < many:
                await asyncio.sleep(0.01)
        running.cancel()

    asyncio.run(run())
    return hook.told


def test_an_alert_is_posted_when_it_opens_and_when_it_closes_under_one_id(hook: Hook) -> None:
    opened, closed = posted(hook, [], 2)
    assert (opened["state"], closed["state"], opened["id"] == closed["id"]) == ("opened", "closed", True)
    assert set(opened) == {"id", "hall", "kiosk", "alert", "state", "at"}


def test_a_hook_that_fails_is_asked_again_a_few_times_and_a_no_stands(hook: Hook) -> None:
    told = posted(hook, [500, 429, 503, 403], 4)
    assert [one["state"] for one in told] == ["opened"] * 3 + ["closed"]


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[MadeHall]:
    made = MadeHall(tmp_path)
    yield made
    made.close()


def happened(hall: MadeHall, act: MachineAct) -> None:
    what = msgspec.Raw(msgspec.json.encode(MachineRecord(act)))
    at, kind = hall.clock.now(), ActorKind.KIOSK
    hall.store.run(
        lambda tx: tx.add_record(Record(at=at, kind=KIND, about="K1", actor_kind=kind, actor="K1", what=what))
    )


def test_cl_h18_a_file_gets_each_event_once_also_after_a_start_and_after_it_was_away(
    hall: MadeHall, tmp_path: Path
) -> None:
    (tmp_path / POSITION).write_text("0")
    sink = SecurityLog("logs/security.log", tmp_path, "gz-demo", hall.reader)
    happened(hall, MachineAct.DOOR_OPENED)
    happened(hall, MachineAct.PAPER_CHANGED)
    with pytest.raises(FileNotFoundError):
        sink.tell()
    (tmp_path / "logs").mkdir()
    assert sink.tell() == 1
    happened(hall, MachineAct.DOOR_CLOSED)
    assert SecurityLog("logs/security.log", tmp_path, "gz-demo", hall.reader).tell() == 1
    file = tmp_path / "logs/security.log"
    assert [line.split()[5] for line in file.read_text().splitlines()] == ["door_opened", "door_closed"]
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_syslog_gets_a_datagram_for_each_event(hall: MadeHall, tmp_path: Path) -> None:
    (tmp_path / POSITION).write_text("0")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as syslog:
        syslog.bind(("127.0.0.1", 0))
        syslog.settimeout(10)
        happened(hall, MachineAct.TILTED)
        SecurityLog(f"syslog://127.0.0.1:{syslog.getsockname()[1]}", tmp_path, "gz-demo", hall.reader).tell()
        assert b" kapok-hall - tilted [kapok@32473 " in syslog.recv(2_000)


@pytest.mark.slow
def test_a_hall_that_serves_tells_its_sink_of_an_account_that_wrong_pins_shut_out(tmp_path: Path) -> None:
    process = HallProcess(tmp_path, more='[alerts]\nsecurity_log = "security.log"')
    try:
        somebody = Person(process.start(), NUMBERS["clerk"])
        while somebody.sign_in("0000").status_code != TOO_MANY:
            pass
        process.until(lambda: "shut_out" in told(process.data / "security.log"))
        assert NUMBERS["clerk"] not in told(process.data / "security.log").replace("gz-demo", "")
    finally:
        process.stop()


def told(file: Path) -> str:
    """What stands in it, as soon as it is there."""
    return file.read_text() if file.exists() else ""
