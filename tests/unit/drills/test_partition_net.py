"""The simulated network: each way is cut for itself, and whoever asks hears exactly once."""

from __future__ import annotations

import random
from typing import Any

import pytest
import requests

from tests.drills.partition.loop import VirtualLoop
from tests.drills.partition.net import Answer, Asked, Link, Net


class Hall:
    """Counts what arrives."""

    up = True

    def __init__(self) -> None:
        self.heard = 0

    def handle(self, caller: str, role: str, asked: Asked, machine: str) -> Answer:
        self.heard += 1
        return Answer(200, asked.body)


def asked_over(link: Link, hall: Hall | None) -> tuple[list[Any], int]:
    loop = VirtualLoop()
    link.server = hall
    words: list[Any] = []
    Net(loop, random.Random(1)).ask(link, Asked("POST", "tickets", {}, b"x"), 5.0, words.append)
    loop.call_later(60, loop.stop)
    loop.run_forever()
    loop.close()
    return words, 0 if hall is None else hall.heard


@pytest.mark.parametrize(
    ("changed", "heard", "word"),
    [
        ({}, 1, Answer),
        ({"cut_out": 1}, 0, requests.ReadTimeout),
        ({"cut_back": 1}, 1, requests.ReadTimeout),  # done, and nobody knows
        ({"doubled": 1.0}, 2, Answer),
        ({"loss": 1.0}, 0, requests.ReadTimeout),
        ({"gone": True}, 0, requests.ReadTimeout),
    ],
)
def test_what_arrives_and_what_is_heard(changed: dict[str, Any], heard: int, word: type) -> None:
    words, times = asked_over(Link("K1", "K1", "kiosk", **changed), Hall())
    assert times == heard
    assert [type(one) for one in words] == [word]


def test_nobody_at_the_address_is_told_at_once() -> None:
    words, _ = asked_over(Link("K1", "K1", "kiosk"), None)
    assert [type(one) for one in words] == [requests.ConnectionError]


def test_a_server_that_is_down_hangs_up() -> None:
    hall = Hall()
    hall.up = False
    words, heard = asked_over(Link("K1", "K1", "kiosk"), hall)
    assert (heard, [type(one) for one in words]) == (0, [requests.ConnectionError])
