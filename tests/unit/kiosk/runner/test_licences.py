"""A yes or no on its way to the hall; whose licences they are is in the order only."""

from itertools import count

from hall_server.contract.city.licences import Holder
from hall_server.contract.licence_visits import ConsentState, GiveConsent, LicencesFound
from kiosk.hall_client import HallSilentError
from kiosk.runner.errands import Errands
from kiosk.runner.holders import Holders
from kiosk.runner.licences import Consents
from kiosk.session.consent import KeepConsent, LicencesCame, Purpose

VISIT = "00000000-0000-4000-8000-000000000001"
PURPOSE = Purpose(("i05",), ("居民身份证",), ("有效身份证件",))
LOOKING = LicencesFound(VISIT, ConsentState.GIVEN, looking=True, bring=1)
FOUND = LicencesFound(VISIT, ConsentState.GIVEN, looking=False, bring=0)


class Desk:
    """A hall that looks for so many questions."""

    def __init__(self, looks=0, *, silent=False):
        self.orders, self.looks, self.silent = [], looks, silent

    def consent(self, key, visit, order):
        if self.silent:
            raise HallSilentError("test")
        self.orders.append((visit, order))

    def found(self, _visit):
        self.looks -= 1
        return LOOKING if self.looks >= 0 else FOUND


async def posted(desk, errand, holders):
    events, ids = [], count()
    errands = Errands()
    Consents(desk, holders, events.append, lambda: 1.0, lambda: str(next(ids)), again_s=0).serve(errands)
    await errands.begin(errand)
    return events


def known():
    holders = Holders(b"key")
    holders.handle("me", "handle")
    return holders


async def test_a_yes_is_told_and_what_is_found_comes_back_until_nothing_is_looked_for():
    desk = Desk(looks=2)
    events = await posted(desk, KeepConsent(VISIT, given=True, purpose=PURPOSE, holder="me"), known())
    assert [event.found for event in events] == [LOOKING, LOOKING, FOUND]
    order = GiveConsent(given=True, items=("i05",), licences=("居民身份证",), holder=Holder(handle="handle"))
    assert desk.orders == [(VISIT, order)]


async def test_a_no_is_told_without_anybody_and_nothing_comes_back():
    desk = Desk()
    assert await posted(desk, KeepConsent(VISIT, given=False, purpose=PURPOSE), known()) == []
    assert desk.orders == [(VISIT, GiveConsent(given=False, items=("i05",), licences=("居民身份证",)))]


async def test_a_hall_that_is_silent_or_nobody_known_means_that_everything_is_brought():
    errand = KeepConsent(VISIT, given=True, purpose=PURPOSE, holder="me")
    nothing = [LicencesCame(1.0, VISIT, None)]
    assert await posted(Desk(silent=True), errand, known()) == nothing
    assert await posted(Desk(), errand, Holders(b"key")) == nothing
    assert await posted(None, errand, known()) == nothing
