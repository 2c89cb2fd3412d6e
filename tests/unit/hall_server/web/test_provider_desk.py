"""PINs while the provider is away: for so many minutes, found by the hall itself, over when somebody comes by it."""

from __future__ import annotations

import logging
import re
import time

import pytest
from litestar import Request

from config.site import Sso, User
from hall_server.domain.identity_provider import ProviderRefusal, ProviderRefusedError, trip_of
from hall_server.web.provider_desk import BACK, ProviderDesk

LI = User(staff_no="0317", name="李慧")


class Scripted:
    """A provider that answers as it is told."""

    def __init__(self):
        self.refuses: ProviderRefusal | None = None
        self.staff_no = "0317"
        self.back_to = ""

    async def way_out(self, trip, back_to):
        self.back_to = back_to
        if self.refuses:
            raise ProviderRefusedError(self.refuses)
        return "https://sso.example/authorize"

    async def who_came(self, trip, back_to, answer):
        await self.way_out(trip, back_to)
        return self.staff_no

    def way_off(self, back_to):
        return f"https://sso.example/off?{back_to}"


class Desk:
    def __init__(self, **settings):
        self.at = 1_000.0
        self.provider = Scripted()
        sso = Sso("https://sso.example", "hall", **settings)
        self.desk = ProviderDesk(self.provider, sso, "https://hao.example", {"0317": LI}, lambda: self.at)

    async def try_out(self, refuses=None, host="hall.test:8080"):
        self.provider.refuses = refuses
        try:
            return await self.desk.way_out(asked(host))
        except ProviderRefusedError as error:
            return error.why


def asked(host="hall.test:8080", query=""):
    scope = {"type": "http", "method": "GET", "scheme": "http", "path": BACK, "root_path": "", "path_params": {}}
    sent = [(b"host", host.encode())]
    return Request({**scope, "query_string": query.encode(), "headers": sent, "server": ("127.0.0.1", 8080)})


async def test_cl_h1_pins_are_refused_until_the_provider_is_found_away_and_again_when_the_time_is_over():
    one = Desk(pin="outage", outage_min=30)
    assert one.desk.only_by_provider
    assert await one.try_out(ProviderRefusal.AWAY) is ProviderRefusal.AWAY
    assert not one.desk.only_by_provider
    one.at += 30 * 60 - 1
    assert not one.desk.only_by_provider
    one.at += 1
    assert one.desk.only_by_provider


@pytest.mark.parametrize("why", sorted(set(ProviderRefusal) - {ProviderRefusal.AWAY, ProviderRefusal.NONSENSE}))
async def test_what_is_no_outage_opens_nothing(why):
    one = Desk(pin="outage")
    assert await one.try_out(why) is why
    assert one.desk.only_by_provider


async def test_whoever_comes_by_the_provider_ends_the_outage_for_all():
    one = Desk(pin="outage")
    await one.try_out(ProviderRefusal.NONSENSE)
    way = await one.try_out()
    assert not one.desk.only_by_provider  # it answers, but nobody has come by it yet
    assert (await one.desk.who_came(asked(), way.cookie)) is LI
    assert one.desk.only_by_provider


async def test_pins_that_are_always_taken_are_never_refused_and_never_written_down(caplog):
    one = Desk()
    await one.try_out(ProviderRefusal.AWAY)
    assert (one.desk.only_by_provider, one.desk.pins_for_s()) == (False, 0.0)
    caplog.clear()
    one.desk.told_pin(LI)
    assert not caplog.records


async def test_cl_h1_a_pin_in_place_of_the_provider_is_written_down_with_the_staff_number(caplog):
    one = Desk(pin="outage", outage_min=10)
    await one.try_out(ProviderRefusal.AWAY)
    one.at += 60
    with caplog.at_level(logging.WARNING):
        one.desk.told_pin(LI)
    assert "staff_no=0317 minutes_left=9" in caplog.text
    assert "李慧" not in caplog.text


@pytest.mark.parametrize(
    "host", ["", "a b", "hall.test/x", "hall.test@evil.example", "evil.example\\", "[::1", "a:1:2"]
)
async def test_a_host_that_is_none_leads_nowhere(host):
    assert await Desk().try_out(host=host) is ProviderRefusal.SETUP


async def test_the_way_back_is_the_host_of_the_browser_or_the_public_address():
    one, other = Desk(), Desk(back_to="public_address")
    assert (await one.try_out()).secure is False
    assert one.provider.back_to == f"http://hall.test:8080{BACK}"
    assert (await other.try_out()).secure is True
    assert other.provider.back_to == f"https://hao.example{BACK}"


async def test_whom_the_hall_does_not_know_is_not_signed_in():
    one = Desk()
    way = await one.try_out()
    one.provider.staff_no = "9999"
    with pytest.raises(ProviderRefusedError) as told:
        await one.desk.who_came(asked(), way.cookie)
    assert told.value.why is ProviderRefusal.STAFF_UNKNOWN


async def test_each_way_out_is_another_and_is_remembered_by_the_browser_alone():
    one = Desk()
    ways = {(await one.try_out()).cookie for _ in range(3)}
    assert len(ways) == 3
    assert all(trip_of(way, time.time()) and re.fullmatch(r"[\w-]{43}\.\d+", way) for way in ways)


async def test_nobody_is_sent_to_sign_out_at_a_provider_that_is_away():
    one = Desk(pin="outage")
    assert one.desk.way_off(asked(), "/counter") == "https://sso.example/off?http://hall.test:8080/counter"
    await one.try_out(ProviderRefusal.AWAY)
    assert one.desk.way_off(asked(), "/counter") == ""
