"""An id_token that is not what it should be signs nobody in, whatever is wrong with it or with its sender."""

from __future__ import annotations

import asyncio
import base64
import json
import time
from typing import NamedTuple

import jwt
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from hall_server.city.oidc import AT_ONCE, OidcProvider
from hall_server.city.oidc_shapes import OidcSettings
from hall_server.domain.identity_provider import ProviderRefusal, ProviderRefusedError, Trip
from tests.contracts.forging_provider import ForgingProvider, key, public

BACK = "http://127.0.0.1:8080/counter/sso/back"
GOING = Trip(b"\1" * 32, int(time.time()))
ANSWER = {"state": GOING.state, "code": "c"}


class Ago(NamedTuple):
    """So many seconds before the test runs."""

    s: int


DISCOVERY = "/.well-known/openid-configuration"


@pytest.fixture
async def forger():
    async with ForgingProvider() as one:
        yield one


def hall(forger, *, steady_s=time.monotonic, **more):
    return OidcProvider(OidcSettings(issuer=forger.issuer, client_id="hall", **more), time.time, steady_s)


async def came(forger, **more):
    return await hall(forger, **more).who_came(GOING, BACK, ANSWER)


async def why_not(answer):
    with pytest.raises(ProviderRefusedError) as told:
        await answer
    return told.value.why


def part(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


@pytest.mark.parametrize("name", ["EdDSA", "ES256", "ES384", "RS256", "PS256"])
async def test_each_algorithm_with_a_public_half_is_taken(forger, name):
    forger.keys = [{"kty": "unheard-of"}, public("EdDSA", 2), public(name), public(name, 3)]
    forger.id_token = forger.sign(forger.claims(GOING.nonce), name)
    assert await came(forger) == "0317"


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"iss": "http://127.0.0.1:1"}, ProviderRefusal.ISSUER),
        ({"aud": "another hall"}, ProviderRefusal.AUDIENCE),
        ({"aud": ["hall", "b"]}, ProviderRefusal.AUDIENCE),
        ({"aud": ["hall", "b"], "azp": "b"}, ProviderRefusal.AUDIENCE),
        ({"azp": "b"}, ProviderRefusal.AUDIENCE),
        ({"nonce": "of another sign-in"}, ProviderRefusal.NONCE),
        ({"nonce": None}, ProviderRefusal.NONCE),
        ({"exp": Ago(61)}, ProviderRefusal.NOT_NOW),
        ({"iat": Ago(-90)}, ProviderRefusal.NOT_NOW),
        ({"iat": Ago(700)}, ProviderRefusal.NOT_NOW),
        ({"exp": None}, ProviderRefusal.MALFORMED),
        ({"iat": None}, ProviderRefusal.MALFORMED),
        ({"sub": None}, ProviderRefusal.MALFORMED),
        ({"staff_no": None}, ProviderRefusal.CLAIM_MISSING),
        ({"staff_no": ""}, ProviderRefusal.CLAIM_MISSING),
        ({"staff_no": True}, ProviderRefusal.CLAIM_MISSING),
        ({"staff_no": ["0317"]}, ProviderRefusal.CLAIM_MISSING),
        ({"staff_no": "3" * 13}, ProviderRefusal.CLAIM_MISSING),
    ],
    ids=lambda one: str(next(iter(one.items())))[:40] if isinstance(one, dict) else "",
)
async def test_signed_claims_for_somebody_else_or_another_time_are_refused(forger, other, why):
    now = int(time.time())
    said = {name: now - value.s if isinstance(value, Ago) else value for name, value in other.items()}
    forger.id_token = forger.sign(forger.claims(GOING.nonce, **said))
    assert await why_not(came(forger)) is why


async def test_what_is_right_for_several_and_a_number_for_a_text_are_taken(forger):
    forger.id_token = forger.sign(forger.claims(GOING.nonce, aud=["hall", "b"], azp="hall", staff_no=317))
    assert await came(forger) == "317"


def unsigned(forger, claims):
    return f"{part({'alg': 'none'})}.{part(claims)}."


def hs256_of_the_public_key(forger, claims):
    pem = key("RS256").public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    signing = f"{part({'alg': 'HS256', 'kid': 'RS256-1'})}.{part(claims)}".encode()
    signature = jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256).sign(signing, pem)
    return f"{signing.decode()}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}"


def another_s_key(forger, claims):
    return forger.sign(claims, "EdDSA", 2, kid="EdDSA-1")


def key_in_the_header(forger, claims):
    return forger.sign(claims, "EdDSA", 2, kid="EdDSA-1", jwk=public("EdDSA", 2), jku="http://127.0.0.1:1/")


def unknown_key(forger, claims):
    return forger.sign(claims, "EdDSA", 2)


def no_name_where_two_keys_fit(forger, claims):
    forger.keys = [public("EdDSA"), public("EdDSA", 2)]
    return forger.sign(claims, kid="")


def key_of_another_kind(forger, claims):
    return forger.sign(claims, "ES256", kid="RS256-1")


def weak_key(forger, claims):
    forger.keys = [public("weak RS256")]
    with pytest.warns(jwt.InsecureKeyLengthWarning):
        return forger.sign(claims, "weak RS256")


def encryption_key(forger, claims):
    forger.keys = [public("EdDSA", use="enc")]
    return forger.sign(claims)


def broken_key(forger, claims):
    forger.keys = [{**public("EdDSA"), "x": "AAAA"}]
    return forger.sign(claims)


def other_claims_under_the_signature(forger, claims):
    head, _, signature = forger.sign(claims).split(".")
    return f"{head}.{part({**claims, 'staff_no': '0316'})}.{signature}"


def critical_extension(forger, claims):
    _, payload, signature = forger.sign(claims).split(".")
    return f"{part({'alg': 'EdDSA', 'kid': 'EdDSA-1', 'crit': ['b64'], 'b64': False})}.{payload}.{signature}"


@pytest.mark.parametrize(
    ("forged", "why"),
    [
        (unsigned, ProviderRefusal.ALGORITHM),
        (hs256_of_the_public_key, ProviderRefusal.ALGORITHM),
        (critical_extension, ProviderRefusal.ALGORITHM),
        (another_s_key, ProviderRefusal.SIGNATURE),
        (key_in_the_header, ProviderRefusal.SIGNATURE),
        (weak_key, ProviderRefusal.SIGNATURE),
        (other_claims_under_the_signature, ProviderRefusal.SIGNATURE),
        (unknown_key, ProviderRefusal.KEY_UNKNOWN),
        (no_name_where_two_keys_fit, ProviderRefusal.KEY_UNKNOWN),
        (key_of_another_kind, ProviderRefusal.KEY_UNKNOWN),
        (encryption_key, ProviderRefusal.KEY_UNKNOWN),
        (broken_key, ProviderRefusal.SIGNATURE),
    ],
)
async def test_a_forgery_is_refused(forger, forged, why):
    forger.keys = [public("EdDSA"), public("RS256")]
    forger.id_token = forged(forger, forger.claims(GOING.nonce))
    assert await why_not(came(forger)) is why


@pytest.mark.parametrize(
    "text", ["", ".", "..", "a.b.c", "é.é.é", "e30.e30.e30", "W10.W10.", "a" * 40_000, "[" * 900 + ".x.y"]
)
async def test_what_is_no_id_token_is_refused_and_throws_nothing(forger, text):
    forger.id_token = text
    assert await why_not(came(forger)) in {ProviderRefusal.MALFORMED, ProviderRefusal.NONSENSE}


async def test_a_signed_text_cut_or_changed_anywhere_signs_nobody_in(forger):
    right = forger.sign(forger.claims(GOING.nonce))
    of = hall(forger)
    for place in range(0, len(right) - 1, 7):  # of the last sign some bits mean nothing
        for text in (right[:place], right[:place] + ("A" if right[place] != "A" else "B") + right[place + 1 :]):
            forger.id_token = text
            assert await why_not(of.who_came(GOING, BACK, ANSWER))


async def test_an_unknown_key_is_asked_for_once_and_no_sooner_than_half_a_minute_later(forger):
    at = [100.0]
    of = hall(forger, steady_s=lambda: at[0])
    forger.id_token = forger.sign(forger.claims(GOING.nonce), "EdDSA", 2)
    for _ in range(3):
        assert await why_not(of.who_came(GOING, BACK, ANSWER)) is ProviderRefusal.KEY_UNKNOWN
    assert forger.asked.count("/jwks") == 1
    forger.keys.append(public("EdDSA", 2))
    at[0] += 31
    assert await of.who_came(GOING, BACK, ANSWER) == "0317"
    assert forger.asked.count("/jwks") == 2
    forger.keys.clear()  # withdrawn: believed for ten minutes at most
    at[0] += 601
    assert await why_not(of.who_came(GOING, BACK, ANSWER)) is ProviderRefusal.KEY_UNKNOWN


@pytest.mark.parametrize("path", [DISCOVERY, "/token", "/jwks"])
@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ((500, {}, b"{}"), ProviderRefusal.AWAY),
        ((302, {"location": "http://127.0.0.1:1/"}, b""), ProviderRefusal.NONSENSE),
        ((200, {"content-encoding": "gzip"}, b"{}"), ProviderRefusal.NONSENSE),
        ((200, {}, b" " * 300_000), ProviderRefusal.NONSENSE),
        ((200, {}, b"[]"), ProviderRefusal.NONSENSE),
        ((200, {}, b"[" * 100_000), ProviderRefusal.NONSENSE),
        ((200, {}, b"\xff\xfe"), ProviderRefusal.NONSENSE),
        ((418, {}, b"tea"), ProviderRefusal.NONSENSE),
    ],
    ids=lambda one: f"{one[0]} {one[2][:4]!r}" if isinstance(one, tuple) else "",
)
async def test_an_answer_that_is_none_is_told_from_one_that_does_not_come(forger, path, answer, why):
    forger.id_token = forger.sign(forger.claims(GOING.nonce))
    forger.answers[path] = answer
    assert await why_not(came(forger)) is why


@pytest.mark.parametrize(
    ("status", "error", "why"),
    [
        (400, "invalid_grant", ProviderRefusal.CODE_REFUSED),
        (401, "invalid_client", ProviderRefusal.SETUP),
        (400, "unauthorized_client", ProviderRefusal.SETUP),
    ],
)
async def test_a_refused_exchange_says_whose_fault_it_is(forger, status, error, why):
    forger.answers["/token"] = (status, {}, json.dumps({"error": error}).encode())
    assert await why_not(came(forger)) is why


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"issuer": "http://127.0.0.1:1"}, ProviderRefusal.NONSENSE),
        ({"jwks_uri": "file:///etc/passwd"}, ProviderRefusal.NONSENSE),
        ({"token_endpoint": None}, ProviderRefusal.NONSENSE),
        ({"code_challenge_methods_supported": ["plain"]}, ProviderRefusal.SETUP),
        ({"response_types_supported": ["id_token"]}, ProviderRefusal.SETUP),
    ],
)
async def test_a_provider_that_publishes_something_else_is_not_gone_to(forger, more, why):
    forger.more = more
    assert await why_not(hall(forger).way_out(GOING, BACK)) is why


async def test_a_secret_goes_in_the_header_or_where_the_provider_wants_it(forger):
    forger.id_token = forger.sign(forger.claims(GOING.nonce))
    await came(forger, client_secret="a:b c")
    assert f"Basic {base64.b64encode(b'hall:a%3Ab%20c').decode()}" in forger.heads[forger.asked.index("/token")]
    assert "client_secret" not in forger.forms[forger.asked.index("/token")]
    forger.more = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
    await came(forger, client_secret="a:b c")
    assert "client_secret=a%3Ab+c" in forger.forms[-2]
    assert f"code_verifier={GOING.verifier}" in forger.forms[-2]


async def test_a_proxy_of_the_environment_is_not_asked(forger, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert await hall(forger).way_out(GOING, BACK)


async def test_a_silent_provider_holds_eight_sign_ins_and_no_more(forger):
    forger.silent = True
    of = hall(forger, timeout_s=0.7)
    waiting = [asyncio.create_task(why_not(of.way_out(GOING, BACK))) for _ in range(AT_ONCE)]
    while not forger.asked:
        await asyncio.sleep(0.01)
    assert await why_not(of.way_out(GOING, BACK)) is ProviderRefusal.BUSY
    assert await asyncio.gather(*waiting) == [ProviderRefusal.AWAY] * AT_ONCE
    assert len(forger.asked) == 1
    forger.silent = False
    assert await of.way_out(GOING, BACK)


async def test_a_closed_port_is_away(forger):
    closed = OidcSettings(issuer="http://127.0.0.1:1", client_id="hall")
    assert await why_not(OidcProvider(closed).way_out(GOING, BACK)) is ProviderRefusal.AWAY
