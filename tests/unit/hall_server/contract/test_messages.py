from __future__ import annotations

import msgspec
import pytest

from hall_server.contract import messages
from hall_server.contract.vocabulary import Chip, PrintAnswer

PSEUDONYM = "0" * 32


def test_a_whole_take_is_read() -> None:
    body = b'{"item":"i1","visitor":{"pseudonym":"%b","name_mask":"\xe9\x99\x88*"},"chips":["elder"],"for_other":true}'
    order = msgspec.json.decode(body % PSEUDONYM.encode(), type=messages.TakeTicket)
    assert order.visitor == messages.VisitorMask(PSEUDONYM, "陈*")
    assert (order.chips, order.for_other) == ((Chip.ELDER,), True)


@pytest.mark.parametrize(
    "body",
    [
        b'{"item":"i1","itm":1}',
        b'{"item":""}',
        b'{"item":"%b"}' % (b"x" * 65),
        b'{"item":1}',
        b"{}",
        b"[]",
        b'{"item":"i1","chips":["rich"]}',
        b'{"item":"i1","chips":["elder","elder","elder","elder","elder"]}',
        b'{"item":"i1","visitor":{"pseudonym":"11010119900101001X"}}',
        b'{"item":"i1","visitor":{"pseudonym":"%b","name_mask":"%b"}}' % (PSEUDONYM.encode(), b"x" * 17),
    ],
)
def test_a_take_with_a_mistake_is_refused(body: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(body, type=messages.TakeTicket)


@pytest.mark.parametrize("shape", [messages.ConfirmPrint, messages.CompleteTicket, messages.Empty, messages.SignIn])
def test_commands_refuse_unknown_fields(shape: type[messages.Command]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"answer":"paper","clerk":"1","outcome":null,"nonsense":1}', type=shape)


@pytest.mark.parametrize("clerk", ["", "a b", "1" * 33, "王"])
def test_a_clerk_is_named_by_a_staff_number(clerk: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(msgspec.json.encode({"clerk": clerk}), type=messages.SignIn)


def test_each_print_answer_is_read() -> None:
    for answer in PrintAnswer:
        body = msgspec.json.encode({"answer": answer})
        assert msgspec.json.decode(body, type=messages.ConfirmPrint).answer is answer
