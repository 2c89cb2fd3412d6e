"""有消息告诉我 (CL-C16): a telephone is told to the hall for one ticket, under one key, and never logged."""

import logging

import pytest

from hall_server.contract.notice_wishes import NoticesWished, WishNotices
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.runner.errands import Errands
from kiosk.runner.notices import Notices
from kiosk.session.phone import TextMe, TextNoMore, TextsSet
from tests.unit.kiosk.session.visits import ID, LOOK

NUMBER = "+85251237788"


class Desk:
    """A hall that fails as it is told to, one answer after the other, and then hears."""

    def __init__(self, *errors):
        self.errors, self.heard = list(errors), []

    def text(self, key, ticket_id, order):
        return self._hear((key, ticket_id, order.phone))

    def text_no_more(self, key, ticket_id):
        return self._hear((key, ticket_id))

    def _hear(self, what):
        self.heard.append(what)
        if self.errors:
            raise self.errors.pop(0)
        return NoticesWished(ticket=ID, wished=True)


async def posted(errand, desk):
    events, errands = [], Errands()
    Notices(desk, events.append, lambda: 1.0, lambda: LOOK).serve(errands)
    await errands.begin(errand)
    return events


async def test_the_hall_is_told_once():
    desk = Desk()
    assert await posted(TextMe(ID, NUMBER), desk) == [TextsSet(1.0, ID, heard=True)]
    assert desk.heard == [(LOOK, ID, NUMBER)]


async def test_a_hall_that_was_silent_is_asked_again_under_the_same_key():
    desk = Desk(HallSilentError("test"))
    assert await posted(TextMe(ID, NUMBER), desk) == [TextsSet(1.0, ID, heard=True)]
    assert desk.heard == [(LOOK, ID, NUMBER)] * 2


@pytest.mark.parametrize(
    "desk",
    [None, Desk(HallSilentError("test"), HallSilentError("test")), Desk(HallRefusedError("not_found"))],
    ids=["no hall", "silent", "no platform"],
)
async def test_what_nobody_heard_is_not_promised(desk, caplog):
    with caplog.at_level(logging.DEBUG):
        assert await posted(TextMe(ID, NUMBER), desk) == [TextsSet(1.0, ID, heard=False)]
    assert "51237788" not in caplog.text


async def test_no_more_of_it_needs_no_answer():
    desk = Desk()
    assert await posted(TextNoMore(ID), desk) == []
    assert desk.heard == [(LOOK, ID)]
    assert await posted(TextNoMore(ID), None) == []


def test_an_order_shows_nobody():
    assert "51237788" not in repr(WishNotices(phone=NUMBER)) + repr(TextMe(ID, NUMBER))
