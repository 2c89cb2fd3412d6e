"""One hall, one PostgreSQL, two servers: whichever is asked, it is one hall."""

from __future__ import annotations

import json
import time
import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from tests.integration.hall_server.served import Machine, Served
from tests.integration.hall_server.test_many_at_once import check_numbers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.postgres import Cluster

ITEMS = ("i01", "i04", "i22", "i15")
SOON_S = 20.0


def until(happens: Callable[[], object]) -> None:
    end = time.monotonic() + SOON_S
    while not happens():
        assert time.monotonic() < end
        time.sleep(0.01)


def at(served: Served, credential: dict[str, str]) -> Machine:
    return Machine(served.address, credential)


def test_numbers_taken_at_both_are_given_once_and_calls_are_made_once(two: tuple[Served, Served]) -> None:
    kiosk = two[0].credential("kiosk", "K1")

    def visits(no: int) -> list[str]:
        machine = at(two[no % 2], kiosk)
        labels = []
        for count in range(30):
            ticket = machine.take(ITEMS[(no + count) % len(ITEMS)])
            labels.append(ticket["label"])
            machine.confirm(ticket["id"])
        machine.close()
        return labels

    with ThreadPoolExecutor(8) as pool:
        taken = [label for labels in pool.map(visits, range(8)) for label in labels]
    assert max(Counter(taken).values()) == 1

    consoles = {no: two[0].credential("counter", f"C{no}", str(no)) for no in range(1, 9)}

    def calls(no: int) -> list[str]:
        machines = [at(served, consoles[no]) for served in two]  # a console that asks now here, now there
        signed = machines[0].post(f"counters/{no}/sign_in", {"clerk": f"10{no:02}"})
        assert signed.status_code == 200, signed.text
        called = []
        for turn in range(12):
            answer = machines[turn % 2].post(f"counters/{no}/call_next")
            if answer.status_code != 200:
                assert answer.json()["code"] == "nobody_waiting", answer.text
                break
            ticket = answer.json()["id"]
            called.append(ticket)
            for verb in ("serve", "complete"):
                said = machines[(turn + 1) % 2].post(f"tickets/{ticket}/{verb}")
                assert said.status_code == 200, said.text
        for machine in machines:
            machine.close()
        return called

    with ThreadPoolExecutor(8) as pool:
        called = [ticket for tickets in pool.map(calls, consoles) for ticket in tickets]
    assert called
    assert max(Counter(called).values()) == 1

    machine = at(two[1], kiosk)
    events = machine.events()
    check_numbers(events)
    assert {event["label"] for event in events if event["move"] == "take"} == set(taken)
    machine.close()


def test_the_same_key_has_the_same_answer_whichever_is_asked(two: tuple[Served, Served]) -> None:
    kiosk = two[0].credential("kiosk", "K1")
    machines = [at(served, kiosk) for served in two]
    for _ in range(10):
        key = str(uuid.uuid4())
        with ThreadPoolExecutor(2) as pool:
            asked = list(pool.map(lambda one, key=key: one.post("tickets", {"item": "i01"}, key), machines))
        assert [answer.status_code for answer in asked] == [201, 201]
        assert asked[0].json() == asked[1].json()
        assert machines[1].post("tickets", {"item": "i04"}, key).json()["code"] == "idempotency_key_reused"
    assert len(machines[0].events()) == 10
    for machine in machines:
        machine.close()


def test_what_was_seen_at_one_is_believed_at_the_other(two: tuple[Served, Served]) -> None:
    kiosk = two[0].credential("kiosk", "K1")
    machines = [at(served, kiosk) for served in two]
    seen = ""
    for turn in range(40):
        answer = machines[turn % 2].post("tickets", {"item": "i01"}, **({"Kapok-Seen": seen} if seen else {}))
        assert answer.status_code == 201, answer.text
        seen = answer.headers["Kapok-Seen"]
        assert seen.split(".")[1] == str(turn + 1)
        looked = machines[(turn + 1) % 2].get("now", headers={"Kapok-Seen": seen})
        assert (looked.status_code, looked.json()["n"]) == (200, turn + 1)
    life = seen.split(".")[0]
    behind = [machine.get("now", headers={"Kapok-Seen": f"{life}.999"}) for machine in machines]
    assert [answer.json()["code"] for answer in behind] == ["hall_rolled_back"] * 2
    until(lambda: len({machine.get("now").json()["incarnation"] for machine in machines} - {life}) == 1)
    for machine in machines:
        machine.close()


def test_who_listens_at_one_hears_what_happens_at_the_other_in_order(two: tuple[Served, Served]) -> None:
    kiosk = two[0].credential("kiosk", "K1")
    taker, listener = at(two[0], kiosk), at(two[1], kiosk)
    heard: list[int] = []
    with listener.get("stream?after=0", stream=True) as stream:
        lines = stream.iter_lines(decode_unicode=True, chunk_size=1)
        assert next(lines).startswith("event: build")
        labels = [taker.take()["label"] for _ in range(20)]
        news: list[dict[str, Any]] = []
        for line in lines:
            if line.startswith("data: {") and '"n"' in line:
                told = json.loads(line.removeprefix("data: "))
                news.append(told)
                heard += [event["n"] for event in told.get("events", ())]
                if told["n"] == 20:
                    break
    assert [one["n"] for one in news] == sorted({one["n"] for one in news})
    assert heard == sorted(heard)
    assert [event["label"] for event in listener.events()] == labels
    taker.close()
    listener.close()


def test_a_seat_taken_at_one_is_taken_at_the_other(two: tuple[Served, Served]) -> None:
    console = two[0].credential("counter", "C1")
    machines = [at(served, console) for served in two]
    assert machines[0].post("counters/1/sign_in", {"clerk": "1001"}).status_code == 200
    until(lambda: machines[1].get("now").json()["counters"][0]["state"] == "idle")
    assert machines[1].post("counters/1/sign_in", {"clerk": "1002"}).json()["code"] == "counter_taken"
    assert machines[1].post("counters/1/sign_out").status_code == 200
    until(lambda: machines[0].get("now").json()["counters"][0]["state"] == "closed")
    for machine in machines:
        machine.close()


def test_what_no_text_may_hold_is_refused_and_harms_nobody(two: tuple[Served, Served]) -> None:
    kiosk = at(two[0], two[0].credential("kiosk", "K1"))
    mask = {"pseudonym": "ab" * 16, "name_mask": "\x00*"}
    for path, body in (
        ("tickets", {"item": "i01", "correlation": "a\x00b"}),
        ("tickets", {"item": "i01", "visitor": mask}),
        ("tickets/%00/confirm_print", {"answer": "paper"}),
    ):
        said = kiosk.post(path, body)
        assert 400 <= said.status_code < 500, said.text
    assert 400 <= kiosk.get("tickets/a%00").status_code < 500
    assert kiosk.take()["label"].endswith("001")
    kiosk.close()


def test_when_one_dies_the_other_goes_on_where_it_stood(two: tuple[Served, Served]) -> None:
    kiosk = two[0].credential("kiosk", "K1")
    first, second = (at(served, kiosk) for served in two)
    before = [first.take()["label"] for _ in range(5)]
    two[0].kill()
    after = [second.take()["label"] for _ in range(5)]
    two[0].start()
    again = at(two[0], kiosk)
    after.append(again.take()["label"])
    assert [*before, *after] == [f"{before[0][0]}{number:03}" for number in range(1, 12)]
    for machine in (first, second, again):
        machine.close()


def test_a_database_that_goes_away_is_told_and_nothing_is_lost(tmp_path: Path, cluster: Cluster) -> None:
    served = Served(tmp_path / "data", database=cluster.new_database())
    served.start()
    kiosk = served.machine("kiosk", "K1")
    taken = [kiosk.take()["label"] for _ in range(3)]
    cluster.crash()
    key = str(uuid.uuid4())
    refused = kiosk.post("tickets", {"item": "i01"}, key)
    assert (refused.status_code, refused.json()["code"]) == (503, "store_unavailable")
    cluster.again()
    until(lambda: kiosk.post("tickets", {"item": "i01"}, key).status_code == 201)
    taken += [kiosk.post("tickets", {"item": "i01"}, key).json()["label"], kiosk.take()["label"]]
    assert taken == [f"{taken[0][0]}{number:03}" for number in range(1, 6)]
    kiosk.close()
    assert served.stop() == 0
    assert sum("commits fail" in line for line in served.log) == 1
    assert not any("Traceback" in line for line in served.log), "".join(served.log)


def test_timers_run_on_after_the_database_was_away(tmp_path: Path, cluster: Cluster) -> None:
    first, second = (Served(tmp_path / name, database=url) for url in [cluster.new_database()] for name in "ab")
    first.start()
    kiosk = first.machine("kiosk", "K1")
    cluster.crash()
    time.sleep(3)  # a timer looked for it and found nobody
    cluster.again()
    second.start()
    desk = second.machine("counter", "C1", "1")
    assert desk.post("urgent_notice", {"words": "请从最近的出口离开。", "minutes": 5, "by": "0317"}).status_code == 201
    until(lambda: kiosk.get("now").json()["urgent"] is not None)  # a timer looks into the book
    for machine in (kiosk, desk):
        machine.close()
    assert (first.stop(), second.stop()) == (0, 0)
