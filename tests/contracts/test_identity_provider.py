"""What staff sign-in asks of a provider of identities: the reference city with each of its faults, and any other.

With KAPOK_IDENTITY_PROVIDER_ADDRESS (its issuer), _CLIENT and _SECRET the tests that need nobody at the keys run on a
real one (marked `hardware`). Against forgeries: test_identity_forgeries.py.
"""

from __future__ import annotations

import asyncio
import os
import re
import time
from urllib.parse import parse_qsl, urlsplit

import pytest
import requests

from hall_server.city.oidc import OidcProvider
from hall_server.city.oidc_shapes import OidcSettings
from hall_server.city.reference.key_folder import KeyFolder
from hall_server.domain.identity_provider import ProviderRefusal, ProviderRefusedError, Trip
from tests.integration.hall_server.city_served import ServedCity

HALL = "http://127.0.0.1:8080/counter"
BACK = f"{HALL}/sso/back"
REAL = "KAPOK_IDENTITY_PROVIDER"


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    served = ServedCity(tmp_path_factory.mktemp("idp") / "city")
    yield served
    assert served.stop() == 0
    assert not [line for line in served.log if "Traceback" in line]


@pytest.fixture(autouse=True)
def _no_fault(request):
    if "city" in request.fixturenames:
        assert request.getfixturevalue("city").ask("PUT", "/faults", json={}).status_code == 200


@pytest.fixture(params=["reference", pytest.param("real", marks=pytest.mark.hardware)])
def any_provider(request):
    if request.param == "real":
        if f"{REAL}_ADDRESS" not in os.environ:
            pytest.skip(f"no {REAL}_ADDRESS")
        settings = OidcSettings(
            issuer=os.environ[f"{REAL}_ADDRESS"],
            client_id=os.environ[f"{REAL}_CLIENT"],
            client_secret=os.environ.get(f"{REAL}_SECRET", ""),
        )
        return OidcProvider(settings)
    return provider(request.getfixturevalue("city"))


def provider(city, *, steady_s=time.monotonic, now_s=time.time, **more):
    settings = OidcSettings(issuer=f"{city.address}/idp", client_id="kapok-hall", **more)
    return OidcProvider(settings, now_s, steady_s)


def trip(byte=1):
    return Trip(bytes([byte]) * 32, int(time.time()))


def query(address):
    return dict(parse_qsl(urlsplit(address).query, keep_blank_values=True))


class Browser(requests.Session):
    """Goes where it is sent, but not back to the hall: what it would bring there is what is looked at."""

    def visit(self, address):
        return self.get(address, allow_redirects=False, timeout=10)

    def choose(self, page, staff_no, **more):
        fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.text))
        fields = {name: value.replace("&amp;", "&") for name, value in fields.items()}
        data = {**fields, "staff_no": staff_no, "answer": "yes", **more}
        address = page.url.partition("?")[0]
        return query(self.post(address, data=data, allow_redirects=False, timeout=10).headers["location"])


async def come_back(of, going, staff_no="0317"):
    browser = Browser()
    out = await of.way_out(going, BACK)
    return await asyncio.to_thread(lambda: browser.choose(browser.visit(out), staff_no))


async def refused(answer):
    with pytest.raises(ProviderRefusedError) as told:
        await answer
    return told.value.why


async def test_the_way_out_has_everything_in_its_address_and_nothing_secret(any_provider):
    going = trip()
    told = query(await any_provider.way_out(going, BACK))
    wanted = {"response_type": "code", "redirect_uri": BACK, "code_challenge_method": "S256"}
    assert wanted.items() <= told.items()
    assert (told["state"], told["nonce"], told["code_challenge"]) == (going.state, going.nonce, going.challenge)
    assert going.verifier not in str(told)


async def test_a_code_that_nobody_gave_out_is_refused(any_provider):
    going = trip()
    await any_provider.way_out(going, BACK)
    answer = {"state": going.state, "code": "nobody-gave-this-out"}
    why = await refused(any_provider.who_came(going, BACK, {**answer, "iss": any_provider._settings.issuer}))
    assert why is ProviderRefusal.CODE_REFUSED


async def test_whoever_is_chosen_comes_back_by_their_staff_number(city):
    of, going = provider(city), trip()
    assert await of.who_came(going, BACK, await come_back(of, going, "0318")) == "0318"


async def test_another_process_of_the_hall_hears_the_answer_as_well(city):
    going = trip()
    answer = await come_back(provider(city), going)
    assert await provider(city).who_came(going, BACK, answer) == "0317"


async def test_a_code_is_good_once(city):
    of, going = provider(city), trip()
    answer = await come_back(of, going)
    assert await of.who_came(going, BACK, answer) == "0317"
    assert await refused(of.who_came(going, BACK, answer)) is ProviderRefusal.CODE_REFUSED


async def test_a_code_of_another_browser_is_refused(city):
    of, mine, theirs = provider(city), trip(), trip(2)
    answer = await come_back(of, theirs)
    assert await refused(of.who_came(mine, BACK, answer)) is ProviderRefusal.TRIP_LOST
    stolen = {**answer, "state": mine.state}  # the verifier is another's
    assert await refused(of.who_came(mine, BACK, stolen)) is ProviderRefusal.CODE_REFUSED


async def test_a_code_for_another_way_back_is_refused(city):
    of, going = provider(city), trip()
    answer = await come_back(of, going)
    assert await refused(of.who_came(going, BACK + "x", answer)) is ProviderRefusal.CODE_REFUSED


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"iss": "http://other.example"}, ProviderRefusal.ISSUER),
        ({"iss": None}, ProviderRefusal.ISSUER),
        ({"state": None}, ProviderRefusal.TRIP_LOST),
        ({"state": "é\udcff"}, ProviderRefusal.TRIP_LOST),
        ({"code": None}, ProviderRefusal.TRIP_LOST),
        ({"code": "x" * 3000}, ProviderRefusal.TRIP_LOST),
        ({"error": "access_denied"}, ProviderRefusal.DECLINED),
        ({"error": "server_error"}, ProviderRefusal.TROUBLE),
        ({"error": "unauthorized_client"}, ProviderRefusal.SETUP),
    ],
)
async def test_what_a_browser_brings_is_believed_for_nothing_but_the_code(city, change, why):
    of, going = provider(city), trip()
    answer = {**await come_back(of, going), **change}
    answer = {name: value for name, value in answer.items() if value is not None}
    assert await refused(of.who_came(going, BACK, answer)) is why


async def test_nobody_who_says_no_is_signed_in(city):
    of, going, browser = provider(city), trip(), Browser()
    page = browser.visit(await of.way_out(going, BACK))
    answer = browser.choose(page, "0317", answer="no")
    assert await refused(of.who_came(going, BACK, answer)) is ProviderRefusal.DECLINED


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        ({"down": True}, ProviderRefusal.AWAY),
        ({"wrong": True}, ProviderRefusal.NONSENSE),
        ({"slow_s": 30}, ProviderRefusal.AWAY),
    ],
    ids=lambda one: next(iter(one)) if isinstance(one, dict) else "",
)
async def test_a_fault_costs_nothing_but_its_own_sign_ins_and_is_over_when_it_ends(city, fault, why):
    of, going = provider(city, timeout_s=0.6), trip()
    answer = await come_back(provider(city), going)
    city.ask("PUT", "/faults", json=fault)
    turns = asyncio.create_task(count_turns())
    assert await refused(of.way_out(trip(3), BACK)) is why
    assert await refused(of.who_came(going, BACK, answer)) is why
    turns.cancel()
    assert await turns > 3  # the loop went on turning meanwhile
    city.ask("PUT", "/faults", json={})
    assert await provider(city).who_came(going, BACK, answer) == "0317"  # nothing was used up


async def count_turns():
    turns = 0
    try:
        while True:
            await asyncio.sleep(0)
            turns += 1
    except asyncio.CancelledError:
        return turns


async def test_keys_are_changed_while_the_hall_remembers_the_old_ones(city):
    at = [0.0]
    of, going = provider(city, steady_s=lambda: at[0]), trip()
    assert await of.who_came(going, BACK, await come_back(of, going)) == "0317"
    KeyFolder(city.data / "idp").rotate(int(time.time()), revoke=True)
    at[0] += 31
    assert await of.who_came(going, BACK, await come_back(of, going)) == "0317"


async def test_whoever_is_signed_in_there_is_not_asked_again_unless_the_hall_wants_it(city):
    of, browser = provider(city), Browser()
    browser.choose(browser.visit(await of.way_out(trip(), BACK)), "0319")
    going = trip(2)
    at_once = browser.visit(await of.way_out(going, BACK))
    assert await of.who_came(going, BACK, query(at_once.headers["location"])) == "0319"
    strict = provider(city, ask_again=True)
    assert browser.visit(await strict.way_out(trip(3), BACK)).status_code == 200
    off = browser.visit(of.way_off(HALL))
    assert off.headers["location"] == HALL
    assert browser.visit(await of.way_out(trip(4), BACK)).status_code == 200


@pytest.mark.parametrize(
    "change",
    [
        {"redirect_uri": "http://elsewhere.example/counter/sso/back"},
        {"redirect_uri": "http://127.0.0.1@elsewhere.example/"},
        {"redirect_uri": "http://127.0.0.1\\@elsewhere.example/"},
        {"redirect_uri": "javascript://127.0.0.1/%0aalert(1)"},
        {"redirect_uri": "http://127.0.0.1:1/;form-action *"},
        {"client_id": "somebody"},
    ],
)
async def test_the_city_sends_nobody_where_they_must_not_go(city, change):
    address = await provider(city).way_out(trip(), BACK)
    page = Browser().get(f"{city.address}/idp/authorize", params={**query(address), **change}, allow_redirects=False)
    assert (page.status_code, "location" in page.headers) == (400, False)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"code_challenge": ""}, "invalid_request"),
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"scope": "profile"}, "invalid_scope"),
        ({"prompt": "none"}, "login_required"),
    ],
)
async def test_the_city_tells_the_hall_what_is_wrong_with_its_question(city, change, error):
    going = trip()
    address = await provider(city).way_out(going, BACK)
    page = Browser().get(f"{city.address}/idp/authorize", params={**query(address), **change}, allow_redirects=False)
    told = query(page.headers["location"])
    assert (told["error"], told["state"], told["iss"]) == (error, going.state, f"{city.address}/idp")


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (b"", "invalid_client"),
        (b"client_id=kapok-hall", "unsupported_grant_type"),
        (b"client_id=kapok-hall&client_secret=x&grant_type=authorization_code", "invalid_client"),
        (b"client_id=kapok-hall&grant_type=authorization_code", "invalid_grant"),
        (b"client_id=kapok-hall&grant_type=authorization_code&code=a&code=b", "invalid_client"),
        (b"\xff\x00&&&=;" * 50, "invalid_client"),
    ],
)
def test_the_city_refuses_bad_exchanges_in_oauth_s_words(city, body, error):
    form = {"content-type": "application/x-www-form-urlencoded"}
    answer = city.ask("POST", "/idp/token", data=body, headers=form)
    assert answer.json() == {"error": error}
    assert answer.status_code == (401 if error == "invalid_client" else 400)


async def test_a_secret_that_is_wrong_is_for_the_technician(city):
    of, going = provider(city, client_secret="not it"), trip()
    assert await refused(of.who_came(going, BACK, await come_back(of, going))) is ProviderRefusal.SETUP
