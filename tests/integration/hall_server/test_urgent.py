"""紧急通知 at the hall: posted, lifted, over by itself; told to everybody, past two servers, kept in the book."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.integration.hall_server.served import HALL_ID, Machine, Served, kapok
from tests.integration.hall_server.test_stream import Listening

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "二楼漏水，请走东门离开"
NOTICE = {"words": WORDS, "words_en": "Leave by the east door", "minutes": 5, "by": "0317"}


def news_of(listening: Listening) -> None:
    while listening.next()["event"] != "news":
        pass


def test_cl_h22_a_notice_wakes_everybody_and_stands_in_the_next_look_until_it_is_lifted(served: Served) -> None:
    desk, kiosk = served.machine("counter", "desk"), served.machine("kiosk", "K1", "K1")
    listening = Listening(kiosk)
    posted = desk.post("urgent_notice", NOTICE)
    assert posted.status_code == 201, posted.text
    news_of(listening)
    told = kiosk.get("now").json()["urgent"]
    assert (told["words"], told["words_en"], told["until"] - told["at"]) == (WORDS, NOTICE["words_en"], 300_000_000)
    assert desk.post("urgent_notice/lift", {"by": "0317"}).json() == {"notice": None}
    news_of(listening)
    assert kiosk.get("now").json()["urgent"] is None
    listening.close()
    for machine in (desk, kiosk):
        machine.close()


def test_a_second_server_and_one_that_starts_again_know_of_it(two: tuple[Served, Served]) -> None:
    first, second = two
    keys = first.credential("counter", "desk"), first.credential("kiosk", "K1", "K1")
    desk, kiosk = Machine(first.address, keys[0]), Machine(second.address, keys[1])
    listening = Listening(kiosk)
    desk.post("urgent_notice", NOTICE)
    news_of(listening)
    assert kiosk.get("now").json()["urgent"]["words"] == WORDS
    listening.close()
    kiosk.close()
    assert second.stop() == 0
    second.start()
    again = Machine(second.address, keys[1])
    assert again.get("now").json()["urgent"]["words"] == WORDS
    for machine in (desk, again):
        machine.close()


def test_who_may_not_and_what_is_wrong_is_said_and_nothing_stands(served: Served) -> None:
    desk, kiosk = served.machine("counter", "desk"), served.machine("kiosk", "K1", "K1")
    board = served.machine("board", "B1")
    refused = {
        "not_allowed": [kiosk.post("urgent_notice", NOTICE), board.post("urgent_notice/lift", {"by": "0317"})],
        "bad_request": [
            desk.post("urgent_notice", {**NOTICE, "words": "长" * 25}),
            desk.post("urgent_notice", {**NOTICE, "words": "两\n行"}),
            desk.post("urgent_notice", {**NOTICE, "minutes": 0}),
            desk.post("urgent_notice", {**NOTICE, "by": ""}),
        ],
    }
    for code, answers in refused.items():
        assert {answer.json()["code"] for answer in answers} == {code}
    assert desk.get("urgent_notice").json() == {"notice": None}
    for machine in (desk, kiosk, board):
        machine.close()


def test_staff_post_and_lift_it_at_a_terminal(served: Served, tmp_path: Path) -> None:
    path = tmp_path / "desk.toml"
    words = {**served.credential("counter", "desk"), "hall": HALL_ID, "server": served.address}
    path.write_text("".join(f"{name} = {json.dumps(word)}\n" for name, word in words.items()))
    key = ("--key", str(path))
    assert kapok("hall", "urgent", "show", *key).stdout == "no urgent notice stands\n"
    assert kapok("hall", "urgent", "post", WORDS, *key, "--by", "0317").stdout == f"{WORDS}\n"
    assert json.loads(kapok("hall", "urgent", "show", *key, "--json").stdout)["notice"]["words"] == WORDS
    assert "Usage" in kapok("hall", "urgent", "post", "长" * 25, *key, "--by", "0317").stderr
    assert kapok("hall", "urgent", "lift", *key, "--by", "0317").stdout == "no urgent notice stands\n"
