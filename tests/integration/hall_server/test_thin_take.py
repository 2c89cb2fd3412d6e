"""What taking a number costs a kiosk on the wire: of 200 kbit/s a tenth of a second, whatever the number carries."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from tests.integration.hall_server.test_thin_line import THIN, on_the_wire

if TYPE_CHECKING:
    from tests.integration.hall_server.served import Served

PERSON = {"pseudonym": "ab" * 16, "name_mask": "陈*明", "number_mask": "123X"}
EVERYTHING = {
    "item": "i01",
    "visitor": PERSON,
    "chips": ["elder", "guide"],
    "modes": "LA",
    "more_items": ["i02", "i03"],
    "on_behalf": {"relation": "relative", "principal": PERSON, "organisation": "木棉科技"},
}


def test_a_number_and_its_answer_are_a_tenth_of_a_second_of_a_thin_line(served: Served) -> None:
    kiosk = served.machine("kiosk", "K1", "K1")
    for order, most in (({"item": "i01", "visitor": PERSON}, 1_600), (EVERYTHING, THIN // 10)):
        key = str(uuid.uuid4())
        taken = kiosk.post("tickets", order, key=key)
        assert taken.status_code == 201
        assert on_the_wire(taken) <= most
        assert on_the_wire(kiosk.post(f"tickets/{key}/confirm_print", {"answer": "paper"})) <= most
    kiosk.close()


def test_a_number_is_squeezed_for_a_kiosk_that_reads_it_and_says_the_same(served: Served) -> None:
    kiosk, key = served.machine("kiosk", "K1", "K1"), str(uuid.uuid4())
    squeezed = kiosk.post("tickets", {"item": "i01"}, key=key)
    plain = kiosk.post("tickets", {"item": "i01"}, key=key, **{"Accept-Encoding": "identity"})
    assert squeezed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert squeezed.json() == plain.json()
    assert on_the_wire(squeezed) < on_the_wire(plain)
    kiosk.close()


def test_a_look_at_the_hall_is_squeezed_for_a_kiosk_and_says_the_same(served: Served) -> None:
    kiosk, board = served.machine("kiosk", "K1", "K1"), served.machine("board", "B1")
    squeezed, plain = kiosk.get("now"), board.get("now")
    assert squeezed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert {**squeezed.json(), "at": 0} == {**plain.json(), "at": 0}
    assert on_the_wire(squeezed) <= THIN // 15
    assert "Content-Encoding" not in kiosk.get("now", headers={"Accept-Encoding": "identity"}).headers
    for machine in (kiosk, board):
        machine.close()


def test_a_call_for_help_is_less_than_a_number(served: Served) -> None:
    kiosk = served.machine("kiosk", "K1", "K1")
    call = kiosk.post("help", {"page": "K5", "modes": "LA"})
    assert on_the_wire(call) <= 1_200
    assert on_the_wire(kiosk.get(f"help/{call.json()['id']}")) <= 1_200
    kiosk.close()
