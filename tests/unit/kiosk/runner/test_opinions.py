"""What visitors say goes to the hall at once, and what was kept when the hall is heard again."""

import asyncio
from dataclasses import replace

import pytest

from kiosk.hall_client import HallRefusedError
from kiosk.local_store import LocalStoreError
from kiosk.runner.errands import Errands
from kiosk.runner.opinions import Opinions
from kiosk.runner.voices import Said
from kiosk.session.rating import RatingSent, RatingStep, SendRating
from kiosk.session.state import Session

RATE = SendRating("key", "ticket", 4)


class Voices:
    """Says what it was made to say, or raises it."""

    def __init__(self, said=None):
        self.said, self.heard, self.delivered = said, [], asyncio.Event()

    async def rate(self, key, ticket_id, order):
        self.heard.append((key, ticket_id, order.stars))
        if isinstance(self.said, Exception):
            raise self.said
        return self.said

    async def deliver(self):
        self.delivered.set()
        if isinstance(self.said, Exception):
            raise self.said
        return 1


async def told(voices, errand=RATE):
    posted, errands = [], Errands()
    Opinions(voices, posted.append, lambda: 1.0).serve(errands)
    await errands.begin(errand)
    return posted


@pytest.mark.parametrize(
    ("said", "step"),
    [
        (Said(heard=True), RatingStep.HEARD),
        (Said(heard=True, again=True), RatingStep.AGAIN),
        (Said(heard=False), RatingStep.KEPT),
        (Said(heard=False, kept=False), RatingStep.LOST),
        (HallRefusedError("illegal_move"), RatingStep.NOT_YET),
        (HallRefusedError("ticket_unknown"), RatingStep.LOST),
        (LocalStoreError("full"), RatingStep.LOST),
    ],
    ids=["heard", "again", "kept", "too_many", "not_yet", "unknown", "disk"],
)
async def test_what_became_of_a_rating_is_told(said, step):
    voices = Voices(said)
    assert await told(voices) == [RatingSent(1.0, "key", step)]
    assert voices.heard == [("key", "ticket", 4)]


async def test_a_kiosk_without_a_hall_for_it_says_so():
    assert await told(None) == [RatingSent(1.0, "key", RatingStep.LOST)]


@pytest.mark.parametrize("said", [None, HallRefusedError("not_allowed"), ValueError("ours")])
async def test_what_waits_is_told_when_the_hall_is_heard_again(said):
    voices = Voices(said)
    opinions = Opinions(voices, print, lambda: 1.0)
    running = asyncio.create_task(opinions.run())
    away = Session()
    for session in (away, replace(away, online=True), away, replace(away, online=True)):
        opinions.look(session)
        if session.online:
            await asyncio.wait_for(voices.delivered.wait(), 5)
            voices.delivered.clear()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


async def test_what_the_hall_did_not_hear_is_told_again_after_a_while():
    voices = Voices()
    opinions = Opinions(voices, print, lambda: 1.0, again_s=0.01)
    opinions.look(replace(Session(), online=True))
    running = asyncio.create_task(opinions.run())
    for _ in range(2):
        await asyncio.wait_for(voices.delivered.wait(), 5)
        voices.delivered.clear()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
