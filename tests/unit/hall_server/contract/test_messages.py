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
        b'{"item":"i1","chips":["elder","elder","elder","elder","elder","elder"]}',
        b'{"item":"i1","visitor":{"pseudonym":"11010119900101001X"}}',
        b'{"item":"i1","visitor":{"pseudonym":"%b\\n"}}' % PSEUDONYM.encode(),
        b'{"item":"i1","visitor":{"pseudonym":"%b","name_mask":"%b"}}' % (PSEUDONYM.encode(), b"x" * 17),
    ],
)
def test_a_take_with_a_mistake_is_refused(body: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(body, type=messages.TakeTicket)


def masked(name_mask: str, number_mask: str) -> messages.VisitorMask:
    told = {"pseudonym": PSEUDONYM, "name_mask": name_mask, "number_mask": number_mask}
    return msgspec.json.decode(msgspec.json.encode(told), type=messages.VisitorMask)


@pytest.mark.parametrize("name", ["", "*", "陈*", "陈*明", "陈**明", "欧阳**", "J**é", "S*", "S* J*", "S* J* P*"])
@pytest.mark.parametrize("number", ["", "1234", "123X", "**************123X", "…0018"])
def test_a_mask_as_kiosks_make_it_is_read(name: str, number: str) -> None:
    assert masked(name, number) == messages.VisitorMask(PSEUDONYM, name, number)


@pytest.mark.parametrize("name", ["陈", "陈小明", "陈*小明", "欧阳小*明", "John*", "S* Jo", "陈*明\n", "S* J* P* G*"])
def test_a_name_that_is_no_mask_is_refused(name: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        masked(name, "1234")


@pytest.mark.parametrize("number", ["11010119900101001X", "123", "12345", "123x", "1234\n", "1101****1234", "abcd"])
def test_a_number_that_is_no_mask_is_refused(number: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        masked("陈*", number)


@pytest.mark.parametrize("shape", [messages.ConfirmPrint, messages.CompleteTicket, messages.Empty, messages.SignIn])
def test_commands_refuse_unknown_fields(shape: type[messages.Command]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"answer":"paper","clerk":"1","outcome":null,"nonsense":1}', type=shape)


@pytest.mark.parametrize("clerk", ["", "a b", "1" * 33, "王", "1001\n"])
def test_a_clerk_is_named_by_a_staff_number(clerk: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(msgspec.json.encode({"clerk": clerk}), type=messages.SignIn)


def test_each_print_answer_is_read() -> None:
    for answer in PrintAnswer:
        body = msgspec.json.encode({"answer": answer})
        assert msgspec.json.decode(body, type=messages.ConfirmPrint).answer is answer
