"""Faults are played before the routes: what a machine gets with each."""

from __future__ import annotations

import asyncio

import msgspec
import pytest

from hall_server.city.reference.faults import NONSENSE, Faults, FaultSwitch
from hall_server.contract.codes.trust_list import TrustListError, read_trust_list, sign_trust_list


async def asked(faults, switch=None):
    """The answer that goes out: status and body; (200, b"well") is the city's own."""
    sent = []

    async def well(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"well", "more_body": False})

    async def keep(message):
        sent.append(message)

    switch = switch or FaultSwitch()
    switch.turn(faults)
    await switch.before()(well)({"type": "http"}, None, keep)
    return sent[0]["status"], sent[1]["body"]


async def test_nothing_is_in_the_way_when_nothing_is_switched_on():
    assert await asked(Faults()) == (200, b"well")


async def test_down_answers_503_with_its_code():
    status, body = await asked(Faults(down=True))
    assert (status, msgspec.json.decode(body)["code"]) == (503, "city_down")


async def test_wrong_answers_200_and_json_that_no_shape_takes():
    assert await asked(Faults(wrong=True)) == (200, NONSENSE)
    root = b"\5" * 32
    with pytest.raises(TrustListError, match="not_well_formed"):
        read_trust_list(NONSENSE, sign_trust_list(NONSENSE, root), [b"\0" * 32, _public(root)])


async def test_slow_answers_later_and_lets_go_of_whoever_waits_when_it_is_switched_off():
    assert await asked(Faults(slow_s=0.001)) == (200, b"well")
    switch = FaultSwitch()
    waiting = asyncio.ensure_future(asked(Faults(slow_s=60), switch))
    for _ in range(10):
        await asyncio.sleep(0)
    assert not waiting.done()
    switch.turn(Faults())
    assert await waiting == (200, b"well")


@pytest.mark.parametrize(
    "body", [b'{"slow_s":-1}', b'{"slow_s":61}', b'{"slow_s":"3"}', b'{"broken":true}', b'{"down":1}', b"[]"]
)
def test_a_fault_that_is_none_is_not_taken(body):
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(body, type=Faults)


def _public(private):
    from hall_server.contract.crypto.algorithms import ED25519, PROVIDERS

    return PROVIDERS[ED25519].public_of(private)
