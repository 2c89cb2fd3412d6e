"""Who goes first on the line to the hall: what a visitor waits for."""

from __future__ import annotations

import threading
import time

import pytest

from kiosk.hall_client import HallSilentError
from kiosk.hall_client.identity import identity_of
from kiosk.hall_client.wires import Precedence, Wires

LONG_S = 60.0


def test_where_nobody_waits_a_look_begins_at_once() -> None:
    began = time.monotonic()
    Precedence(LONG_S).give_way()
    assert time.monotonic() - began < LONG_S / 10


def test_a_look_begins_when_the_visitors_number_has_come() -> None:
    precedence, order = Precedence(LONG_S), list[str]()
    asked, came = threading.Event(), threading.Event()

    def take() -> None:
        with precedence.first():
            asked.set()
            came.wait(LONG_S)
            order.append("number")

    def look() -> None:
        precedence.give_way()
        order.append("look")

    visitor, watch = threading.Thread(target=take), threading.Thread(target=look)
    visitor.start()
    assert asked.wait(LONG_S)
    watch.start()
    watch.join(0.05)
    assert order == []
    came.set()
    for thread in (visitor, watch):
        thread.join(LONG_S)
    assert order == ["number", "look"]


def test_a_call_that_takes_long_holds_a_look_up_for_a_while_and_no_longer() -> None:
    precedence = Precedence(0.05)
    with precedence.first():
        began = time.monotonic()
        precedence.give_way()
        assert 0.04 < time.monotonic() - began < LONG_S / 10


def test_a_thread_keeps_its_session_and_gets_none_after_the_end() -> None:
    wires = Wires({"User-Agent": "kapok-kiosk"}, identity_of("k1", "secret"))
    session = wires.session()
    assert wires.session() is session
    assert dict(session.headers) == {"User-Agent": "kapok-kiosk"}
    wires.hang_up()
    with pytest.raises(HallSilentError, match="closed"):
        wires.session()
