"""A call for help over the wire: from a kiosk to a greeter and back, by stream, at a terminal, past two servers."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any

from tests.integration.hall_server.served import HALL_ID, Machine, Served, kapok
from tests.integration.hall_server.test_stream import Listening

if TYPE_CHECKING:
    from pathlib import Path

ASK = {"page": "K5", "speech": "yue", "modes": "L"}


def ask(kiosk: Machine) -> dict[str, Any]:
    answer = kiosk.post("help", ASK)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def next_help(listening: Listening) -> int:
    while (message := listening.next())["event"] != "help":
        assert message["event"] in {"build", "beat"}
    assert "id" not in message
    return int(message["data"]["n"])


def test_a_call_wakes_the_greeter_and_the_answer_wakes_the_kiosk(served: Served) -> None:
    kiosk, desk = served.machine("kiosk", "K1", "K1"), served.machine("counter", "greeter")
    at_the_desk, at_the_kiosk = Listening(desk), Listening(kiosk)
    call = ask(kiosk)
    assert next_help(at_the_desk) == next_help(at_the_kiosk) == call["n"] == 1
    (waiting,) = desk.get("help").json()["calls"]
    assert waiting == call == {**call, **ASK, "kiosk": "K1", "state": "called"}
    coming = desk.post(f"help/{call['id']}/coming", {"by": "0317", "minutes": 2})
    assert (coming.status_code, next_help(at_the_kiosk)) == (200, 2)
    assert kiosk.get(f"help/{call['id']}").json() == coming.json()
    assert (coming.json()["by"], coming.json()["minutes"]) == ("0317", 2)
    for listening, machine in ((at_the_desk, desk), (at_the_kiosk, kiosk)):
        listening.close()
        machine.close()


def test_two_servers_of_a_hall_tell_each_other(two: tuple[Served, Served]) -> None:
    keys = two[0].credential("kiosk", "K1", "K1"), two[0].credential("counter", "greeter")
    kiosk, desk = Machine(two[0].address, keys[0]), Machine(two[1].address, keys[1])
    at_the_desk, at_the_kiosk = Listening(desk), Listening(kiosk)
    call = ask(kiosk)
    assert next_help(at_the_desk) == 1
    assert [one["id"] for one in desk.get("help").json()["calls"]] == [call["id"]]
    assert next_help(at_the_kiosk) == 1
    assert desk.post(f"help/{call['id']}/seen", {"by": "0317"}).json()["n"] == 2
    assert next_help(at_the_kiosk) == 2
    assert kiosk.get(f"help/{call['id']}").json()["state"] == "seen"
    for listening, machine in ((at_the_desk, desk), (at_the_kiosk, kiosk)):
        listening.close()
        machine.close()


def test_who_may_not_and_what_is_wrong_is_said_and_changes_nothing(served: Served) -> None:
    kiosk, other = served.machine("kiosk", "K1", "K1"), served.machine("kiosk", "K2", "K2")
    desk, board = served.machine("counter", "greeter"), served.machine("board", "B1")
    call = ask(kiosk)["id"]
    refused = {
        "not_allowed": [desk.post("help", ASK), board.get("help"), kiosk.get("help"), kiosk.post(f"help/{call}/seen")],
        "help_unknown": [
            other.get(f"help/{call}"),
            other.post(f"help/{call}/give_up"),
            desk.get(f"help/{uuid.uuid4()}"),
        ],
        "bad_request": [
            kiosk.post("help"),
            kiosk.post("help", {"page": "请人帮忙"}),
            kiosk.post("help", {**ASK, "modes": "l"}),
            kiosk.post("help", {**ASK, "name": "陈大明"}),
            desk.post(f"help/{call}/coming", {"minutes": 31}),
            desk.post(f"help/{call}/seen"),
        ],
        "bad_json": [
            kiosk.session.post(f"{kiosk.base}/help", data=b"{", headers={"Idempotency-Key": str(uuid.uuid4())})
        ],
        "idempotency_key_missing": [kiosk.session.post(f"{kiosk.base}/help", json=ASK)],
    }
    for code, answers in refused.items():
        assert {answer.json()["code"] for answer in answers} == {code}
    assert [(one["id"], one["n"]) for one in desk.get("help").json()["calls"]] == [(call, 1)]
    for machine in (kiosk, other, desk, board):
        machine.close()


def test_a_greeter_answers_at_a_terminal(served: Served, tmp_path: Path) -> None:
    kiosk, key = served.machine("kiosk", "K1", "K1"), served.credential("counter", "greeter")
    desk = tmp_path / "desk.toml"
    words = {**key, "hall": HALL_ID, "server": served.address}
    desk.write_text("".join(f"{name} = {json.dumps(word)}\n" for name, word in words.items()))
    say = ("hall", "help")
    assert kapok(*say, "list", "--key", str(desk)).stdout == "nobody waits for help\n"
    call = ask(kiosk)
    listed = kapok(*say, "list", "--key", str(desk)).stdout
    assert "1 号机" in listed
    assert "K5  yue L  nobody has seen it" in listed
    for verb, more in (("seen", ()), ("coming", ("--minutes", "2")), ("done", ())):
        said = kapok(*say, verb, call["id"][:8], "--key", str(desk), "--by", "0317", *more, "--json")
        assert (said.returncode, json.loads(said.stdout)["state"]) == (0, verb), said.stderr
    gone = kapok(*say, "seen", call["id"], "--key", str(desk), "--by", "0317")
    assert (gone.returncode, gone.stderr) == (1, "Error: illegal_move: done by 0317\n")
    away = kapok(*say, "list", "--key", str(desk), "--server", "http://127.0.0.1:9")
    assert "does not answer" in away.stderr
    kiosk.close()
