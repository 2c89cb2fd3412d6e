"""Whatever is sent: a problem document with a permanent code, never a 5xx, and nothing changed."""

from __future__ import annotations

import socket
import uuid
from typing import TYPE_CHECKING, Any

import pytest
import requests

from tests.integration.hall_server.served import HALL_ID, Machine, Served

if TYPE_CHECKING:
    from collections.abc import Iterator

ZERO = "00000000-0000-4000-8000-000000000000"


class House:
    def __init__(self, served: Served) -> None:
        self.served = served
        self.kiosk = served.machine("kiosk", "K1", "K1")
        self.board = served.machine("board", "B1")
        self.console = served.machine("counter", "C5", "5")
        self.anywhere = served.machine("counter", "Any")

    def machine(self, name: str) -> Machine:
        return {"kiosk": self.kiosk, "board": self.board, "console": self.console, "anywhere": self.anywhere}[name]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    served = Served(tmp_path_factory.mktemp("hall") / "data")
    served.start()
    made = House(served)
    yield made
    assert served.stop() == 0
    for machine in (made.kiosk, made.board, made.console, made.anywhere):
        machine.close()
    assert served.verify().endswith("whole")
    assert not [line for line in served.log if "Traceback" in line or "bug" in line]


def problem(answer: requests.Response, status: int, code: str) -> dict[str, Any]:
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json"), answer.text
    document: dict[str, Any] = answer.json()
    assert (document["code"], document["status"]) == (code, status)
    return document


def n_of(house: House) -> int:
    return requests.get(f"{house.kiosk.api}/health", timeout=20).json()["n"]


BODIES = [
    (b"", 400, "bad_request", "$"),
    (b"{", 400, "bad_json", ""),
    (b"nonsense", 400, "bad_json", ""),
    (b'{"item":"\xff"}', 400, "bad_json", ""),
    (b'{"item":"\\ud800"}', 400, "bad_json", ""),
    (b"[]", 400, "bad_request", "$"),
    (b"null", 400, "bad_request", "$"),
    (b'{"item":"i01","itme":1}', 400, "bad_request", "$"),
    (b'{"item":7}', 400, "bad_request", "$.item"),
    (b'{"item":""}', 400, "bad_request", "$.item"),
    (b'{"item":"i01","chips":["rich"]}', 400, "bad_request", "$.chips[0]"),
    (b'{"item":"i01","visitor":{"pseudonym":"11010119900101001X"}}', 400, "bad_request", "$.visitor.pseudonym"),
    (b'{"item":"i01","visitor":{"pseudonym":"' + b"0" * 32 + b'","id":"1"}}', 400, "bad_request", "$.visitor"),
    (b'{"item":"i01","visitor":{"pseudonym":"' + b"0" * 32 + b'\\n"}}', 400, "bad_request", "$.visitor.pseudonym"),
    (
        b'{"item":"i01","visitor":{"pseudonym":"' + b"0" * 32 + b'","number_mask":"11010119900307"}}',
        400,
        "bad_request",
        "$.visitor.number_mask",
    ),
    (b'{"item":"nothing"}', 404, "item_unknown", "$.item"),
    (b"[" * 16_000, 400, "bad_request", "$"),
    (b'{"item":' + b"[" * 16_000, 400, "bad_request", "$.item"),
    (b'{"item":"' + b"x" * 16_384 + b'"}', 413, "body_too_large", ""),
]


@pytest.mark.parametrize(("body", "status", "code", "field"), BODIES, ids=range(len(BODIES)))
def test_a_body_with_a_mistake_is_told(house: House, body: bytes, status: int, code: str, field: str) -> None:
    before = n_of(house)
    headers = {"Idempotency-Key": str(uuid.uuid4())}
    answer = house.kiosk.session.post(f"{house.kiosk.base}/tickets", data=body, headers=headers, timeout=20)
    assert problem(answer, status, code).get("field", "") == field
    assert n_of(house) == before


def test_an_endless_body_is_cut_off(house: House) -> None:
    headers = {"Idempotency-Key": str(uuid.uuid4())}
    endless = (b"x" * 1024 for _ in range(64))
    answer = house.kiosk.session.post(f"{house.kiosk.base}/tickets", data=endless, headers=headers, timeout=20)
    problem(answer, 413, "body_too_large")


@pytest.mark.parametrize(
    ("key", "code"),
    [
        (None, "idempotency_key_missing"),
        ("", "idempotency_key_invalid"),
        ("abc", "idempotency_key_invalid"),
        (ZERO + "0", "idempotency_key_invalid"),
        ("{" + ZERO + "}", "idempotency_key_invalid"),
    ],
)
def test_a_command_without_a_proper_key_is_refused(house: House, key: str | None, code: str) -> None:
    headers = {} if key is None else {"Idempotency-Key": key}
    answer = house.kiosk.session.post(f"{house.kiosk.base}/tickets", json={"item": "i01"}, headers=headers, timeout=20)
    assert problem(answer, 400, code)["field"] == "Idempotency-Key"


def test_a_key_used_again_gives_the_first_answer_or_is_refused(house: House) -> None:
    key = str(uuid.uuid4())
    first = house.kiosk.post("tickets", {"item": "i01"}, key)
    again = house.kiosk.post("tickets", {"item": "i01"}, key.upper())
    assert (again.status_code, again.json()) == (201, first.json())
    problem(house.kiosk.post("tickets", {"item": "i02"}, key), 422, "idempotency_key_reused")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("kiosk", "GET", "tickets/nothing"), (404, "ticket_unknown")),
        (("kiosk", "GET", "tickets/%00%ff%2e"), (404, "ticket_unknown")),
        (("kiosk", "GET", "nothing"), (404, "not_found")),
        (("kiosk", "GET", "events?after=-1"), (400, "bad_request")),
        (("kiosk", "GET", "events?after=x"), (400, "bad_request")),
        (("kiosk", "GET", "events?after=" + "9" * 30), (400, "bad_request")),
        (("kiosk", "GET", "events?limit=501"), (400, "bad_request")),
        (("kiosk", "GET", "events?limit=0"), (400, "bad_request")),
        (("kiosk", "GET", "stream?after=x"), (400, "bad_request")),
        (("kiosk", "GET", "stream?after=" + "9" * 30), (400, "bad_request")),
        (("kiosk", "POST", "stream"), (405, "method_not_allowed")),
        (("kiosk", "DELETE", "now"), (405, "method_not_allowed")),
        (("kiosk", "DELETE", "tickets"), (405, "method_not_allowed")),
        (("kiosk", "POST", "tickets/" + ZERO + "/confirm_print"), (400, "bad_request")),
        (("kiosk", "POST", "tickets/" + ZERO + "/serve"), (403, "not_allowed")),
        (("kiosk", "GET", "counters/5/queue"), (403, "not_allowed")),
        (("board", "GET", "catalogue"), (403, "not_allowed")),
        (("board", "POST", "tickets"), (403, "not_allowed")),
        (("board", "GET", "tickets/" + ZERO), (403, "not_allowed")),
        (("console", "POST", "tickets"), (403, "not_allowed")),
        (("console", "POST", "counters/6/call_next"), (403, "not_allowed")),
        (("console", "POST", "counters/5/call_next"), (409, "counter_closed")),
        (("anywhere", "POST", "counters/99/call_next"), (404, "counter_unknown")),
        (("anywhere", "POST", "counters/99999999999999999999/call_next"), (404, "counter_unknown")),
        (("anywhere", "POST", "counters/x/call_next"), (404, "not_found")),
        (("anywhere", "GET", "counters/99/queue"), (404, "counter_unknown")),
        (("console", "POST", "tickets/" + ZERO + "/recall"), (404, "ticket_unknown")),
        (("console", "POST", "tickets/" + ZERO + "/fly"), (404, "not_found")),
        (("console", "POST", "counters/5/sign_in"), (400, "bad_request")),
    ],
)
def test_a_request_that_cannot_be_is_told(house: House, asked: tuple[str, str, str], told: tuple[int, str]) -> None:
    machine, method, path = asked
    asker = house.machine(machine)
    headers = {"Idempotency-Key": str(uuid.uuid4())}
    before = n_of(house)
    problem(asker.session.request(method, f"{asker.base}/{path}", headers=headers, timeout=20), *told)
    assert n_of(house) == before


def test_a_path_cannot_forge_a_line_of_the_log(house: House) -> None:
    requests.get(f"{house.kiosk.api}/halls/x%0AFORGED/now", timeout=20)
    house.kiosk.get("counters/5/queue")  # is refused with a line too: whatever came before has been written
    assert not [line for line in house.served.log if line.startswith("FORGED")]


@pytest.mark.parametrize(
    "authorization",
    [None, "", "Kapok", "Kapok x.y", "Bearer abc", "Kapok {id}.wrong-secret-wrong-secret", "Kapok nobody.{secret}"],
)
def test_nobody_comes_in_without_a_key(house: House, authorization: str | None) -> None:
    key_id, secret = str(house.kiosk.session.headers["Authorization"]).removeprefix("Kapok ").split(".")
    headers = {"Authorization": authorization.format(id=key_id, secret=secret)} if authorization is not None else {}
    for path in ("now", "stream"):
        answer = requests.get(f"{house.kiosk.base}/{path}", headers=headers, timeout=20)
        problem(answer, 401, "not_authenticated")
        assert answer.headers["WWW-Authenticate"] == "Kapok"


def test_another_hall_is_unknown(house: House) -> None:
    for path in ("now", "stream", "events"):
        url = house.kiosk.base.replace(HALL_ID, "another") + "/" + path
        problem(house.kiosk.session.get(url, timeout=20), 404, "hall_unknown")


FAMILIES = ["now", "catalogue", "events", "stream", "tickets", f"tickets/{ZERO}", f"tickets/{ZERO}/recall"]
FAMILIES += ["counters/3/queue", "counters/x/queue", "counters/3/call_next", "stream/more", ""]
METHODS = ["HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"]


@pytest.mark.parametrize("hall", [HALL_ID, "another", "%00", "..%2f", "木棉"])
@pytest.mark.parametrize("who", ["nobody", "kiosk"])
def test_no_method_on_any_address_of_any_hall_is_a_server_error(house: House, hall: str, who: str) -> None:
    before = n_of(house)
    session = requests if who == "nobody" else house.kiosk.session
    for path in FAMILIES:
        url = house.kiosk.base.replace(HALL_ID, hall) + "/" + path
        for method in METHODS:
            answer = session.request(method, url, timeout=20)  # type: ignore[attr-defined]  # a module or a session
            assert answer.status_code == 204 or 400 <= answer.status_code < 500, (method, url)
            assert method != "HEAD" or not answer.content
        if who == "nobody" or hall != HALL_ID:
            assert 400 <= session.get(url, timeout=20).status_code < 500, url  # type: ignore[attr-defined]  # likewise
    assert n_of(house) == before


def test_a_ticket_in_the_wrong_state_is_told_with_its_state(house: House) -> None:
    ticket = house.kiosk.take()
    document = problem(house.anywhere.post(f"tickets/{ticket['id']}/complete"), 409, "illegal_move")
    assert "reserved" in document["detail"]
    house.kiosk.confirm(ticket["id"], "void")
    late = house.kiosk.post(f"tickets/{ticket['id']}/confirm_print", {"answer": "paper"})
    problem(late, 409, "illegal_move")


@pytest.mark.parametrize("seen", ["x", "1.2", ZERO, f"{ZERO}.-1"])
def test_a_strange_seen_header_is_told(house: House, seen: str) -> None:
    assert problem(house.kiosk.get("now", headers={"Kapok-Seen": seen}), 400, "bad_request")["field"] == "Kapok-Seen"


def test_a_hall_that_was_rolled_back_begins_a_new_life_once(house: House) -> None:
    life, n = house.kiosk.get("now").headers["Kapok-Seen"].split(".")
    ahead = {"Kapok-Seen": f"{life}.{int(n) + 5}"}
    answer = house.kiosk.get("now", headers=ahead)
    problem(answer, 409, "hall_rolled_back")
    new_life = answer.headers["Kapok-Seen"].split(".")[0]
    assert new_life != life
    again = house.kiosk.post("tickets", {"item": "i01"}, **ahead)
    problem(again, 409, "hall_rolled_back")
    assert again.headers["Kapok-Seen"].split(".")[0] == new_life
    assert house.kiosk.get("now", headers={"Kapok-Seen": f"{new_life}.{n}"}).status_code == 200


def test_made_up_lives_begin_at_most_one_and_a_board_begins_none(house: House) -> None:
    def life() -> str:
        return str(requests.get(f"{house.kiosk.api}/health", timeout=20).json()["incarnation"])

    before, lives = life(), set()
    for _ in range(5):
        for number in (0, 7):
            problem(house.board.get("now", headers={"Kapok-Seen": f"{uuid.uuid4()}.{number}"}), 409, "hall_rolled_back")
    present = house.board.get("now").headers["Kapok-Seen"].split(".")[0]
    problem(house.board.get("now", headers={"Kapok-Seen": f"{present}.999999"}), 409, "hall_rolled_back")
    assert life() == before
    for _ in range(5):
        problem(house.kiosk.get("now", headers={"Kapok-Seen": f"{uuid.uuid4()}.0"}), 409, "hall_rolled_back")
        lives.add(life())
    assert len(lives) == 1


@pytest.mark.parametrize(
    "raw", [b"\x00\x01\x02\r\n\r\n", b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n", b"POST / HTTP/9\r\n\r\n"]
)
def test_noise_on_the_wire_harms_nobody(house: House, raw: bytes) -> None:
    host, port = house.served.address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=20) as wire:
        wire.sendall(raw)
        assert not wire.recv(4096).startswith(b"HTTP/1.1 5")
    assert house.kiosk.get("now").status_code == 200


def test_a_client_that_hangs_up_in_the_middle_harms_nobody(house: House) -> None:
    host, port = house.served.address.removeprefix("http://").split(":")
    before = n_of(house)
    authorization = str(house.kiosk.session.headers["Authorization"])
    head = f"POST /api/v1/halls/{HALL_ID}/tickets HTTP/1.1\r\nHost: h\r\nAuthorization: {authorization}\r\n"
    with socket.create_connection((host, int(port)), timeout=20) as wire:
        wire.sendall(f"{head}Idempotency-Key: {uuid.uuid4()}\r\nContent-Length: 100\r\n\r\n{{".encode())
    assert house.kiosk.get("now").status_code == 200
    assert n_of(house) == before


def test_the_api_tells_itself(house: House) -> None:
    document = requests.get(f"{house.kiosk.api}/openapi.json", timeout=20).json()
    paths = {path.split("{hall_id}")[-1] for path in document["paths"]}
    assert {"/now", "/events", "/stream", "/tickets", "/tickets/{ticket_id}/confirm_print"} <= paths
    take = document["paths"]["/api/v1/halls/{hall_id}/tickets"]["post"]
    assert take["requestBody"]["content"]["application/json"]["schema"]["$ref"].endswith("/TakeTicket")
    assert r"\Z" not in str(document)
    assert {"TakeTicket", "TicketView", "Problem", "EventPage"} <= set(document["components"]["schemas"])
    assert requests.get(f"{house.kiosk.api}/openapi.yaml", timeout=20).json()["code"] == "not_found"


def test_an_unknown_path_outside_the_api_is_a_problem_too(house: House) -> None:
    problem(requests.get(f"{house.served.address}/nothing", timeout=20), 404, "not_found")
