"""Links are asked for once; whoever does not answer gives none."""

import pytest

from hall_server.contract.city.links import Link, LinkCategory, Links
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.runner.errands import Errands
from kiosk.runner.linking import LinkAsker
from kiosk.session.links import FindLinks, LinksCame, LinksUnheard

LINKS = (Link("l1", "示例网", "https://portal.example/"),)


class City:
    """A hall's city that answers, or raises."""

    def __init__(self, error=None):
        self.error = error

    def links(self, category):
        if self.error is not None:
            raise self.error
        return Links(category, LINKS)


async def posted(city):
    events, errands = [], Errands()
    LinkAsker(city, events.append, lambda: 7.0).serve(errands)
    await errands.begin(FindLinks("look", LinkCategory.OFFICIAL))
    return events


async def test_the_list_is_told_as_it_came():
    assert await posted(City()) == [LinksCame(7.0, "look", LINKS)]


@pytest.mark.parametrize(
    ("city", "code"),
    [
        (None, "hall_silent"),
        (City(HallSilentError("away")), "hall_silent"),
        (City(HallRefusedError("city_away")), "city_away"),
    ],
)
async def test_no_list_is_told_with_its_reason(city, code):
    assert await posted(city) == [LinksUnheard(7.0, "look", code)]
