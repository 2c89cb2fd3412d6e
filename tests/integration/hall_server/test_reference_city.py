"""The reference city on a real port: its codes are read by the hall's own verifier, before and after a rotation."""

from __future__ import annotations

import json

import jsonschema_rs
import pytest
import requests

from hall_server.city.reference.code_routes import CODES
from hall_server.city.reference.problems import STATUS
from hall_server.contract.codes.answers import Accepted, Refused
from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.codes.trust_list import TrustListError
from tests.integration.hall_server.city_served import ServedCity
from tests.integration.hall_server.served import kapok


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    served = ServedCity(tmp_path_factory.mktemp("city") / "keys")
    yield served
    assert served.stop() == 0
    assert not [line for line in served.log if "Traceback" in line]


@pytest.fixture(autouse=True)
def _no_fault(city):
    yield
    assert city.ask("PUT", "/faults", json={}).status_code == 200


def test_a_fetched_code_is_read_against_the_fetched_list(city):
    answer = city.read(city.code("zhou"), city.trust(city.root()))
    assert isinstance(answer, Accepted)
    assert answer.claims.subject.startswith("demo-person-")


def test_codes_are_read_through_a_rotation_while_the_city_serves(city):
    root = city.root()
    before = city.trust(root)
    old = city.code()
    told = kapok("city", "rotate", "--data", str(city.data), "--lead", "0", "--json")
    assert told.returncode == 0, told.stderr
    new = city.code()
    after = city.trust(root, in_force=before)
    assert after.serial == before.serial + 1 == json.loads(told.stdout)["serial"]
    assert city.read(new, before) == Refused(Refusal.UNKNOWN_KEY)
    assert isinstance(city.read(new, after), Accepted)
    assert isinstance(city.read(old, after), Accepted)


def test_a_code_of_a_revoked_key_is_refused_with_the_next_list(city):
    root, old = city.root(), city.code()
    assert kapok("city", "rotate", "--data", str(city.data), "--revoke").returncode == 0
    trust = city.trust(root)
    assert city.read(old, trust) == Refused(Refusal.KEY_REVOKED)
    assert isinstance(city.read(city.code(), trust), Accepted)


def test_a_code_for_another_hall_is_refused_here(city):
    answer = city.read(city.code(audience="gz-other"), city.trust(city.root()))
    assert answer == Refused(Refusal.WRONG_AUDIENCE)


def test_persons_are_listed_without_handles(city):
    answer = city.ask("GET", "/persons")
    assert {one["id"] for one in answer.json()} >= {"chen", "zhou"}
    assert "demo-person" not in answer.text


@pytest.mark.parametrize(
    ("method", "path", "body", "code"),
    [
        ("POST", "/code", b"", "bad_json"),
        ("POST", "/code", b"\xff{", "bad_json"),
        ("POST", "/code", b"[" * 9_000, "bad_request"),
        ("POST", "/code", b'{"person":1}', "bad_request"),
        ("POST", "/code", b'{"person":"chen","more":1}', "bad_request"),
        ("POST", "/code", b'{"person":"chen","audience":"\\u0000"}', "bad_request"),
        ("POST", "/code", b'{"person":"nobody"}', "person_unknown"),
        ("POST", "/code", b" " * 2_000_000, "body_too_large"),
        ("PUT", "/faults", b'{"slow_s":1e9}', "bad_request"),
        ("PUT", "/faults", b'{"meteor":true}', "bad_request"),
        ("DELETE", "/code", b"", "method_not_allowed"),
        ("GET", "/trust-list/../keys.json", b"", "not_found"),
    ],
)
def test_bad_questions_get_a_clear_answer(city, method, path, body, code):
    answer = city.ask(method, path, data=body)
    assert (answer.status_code, answer.json()["code"]) == (STATUS[code], code)
    assert answer.headers["content-type"] == "application/problem+json"


QUESTIONS = {
    "/code": {"person": "chen"},
    "/faults": {"slow_s": 0.5},
    "/codes/online": {"service": "residence_code"},
    "/codes/verify": {"service": "residence_code", "code": "https://gdrk.gdga.gd.gov.cn/demo/chen/1/2/3"},
}


@pytest.mark.parametrize("one", [one for one in CODES.operations if one.answer is not bytes], ids=lambda one: one.path)
def test_what_is_answered_is_what_the_description_says(city, one):
    told = city.ask("GET", "/openapi.json").json()
    responses = told["paths"][one.path][one.method.lower()]["responses"]
    body = QUESTIONS.get(one.path)
    answer = city.ask(one.method, one.path, json=body)
    assert answer.status_code == one.status
    assert judge(told, responses[str(one.status)], "application/json").is_valid(answer.json())
    refused = city.ask("POST", "/code", json={"person": "nobody"})
    assert judge(told, responses["default"], "application/problem+json").is_valid(refused.json())
    assert not judge(told, responses["default"], "application/problem+json").is_valid(answer.json())


def judge(told, response, media_type):
    """Judges answers of this kind."""
    return jsonschema_rs.validator_for({**response["content"][media_type]["schema"], "components": told["components"]})


def test_down_is_told_by_machines_routes_and_not_by_the_switch(city):
    switched = city.ask("PUT", "/faults", json={"down": True}).json()
    assert {name for name, on in switched.items() if on} == {"down"}
    for method, path in (("POST", "/code"), ("GET", "/trust-list"), ("GET", "/trust-list.sig"), ("GET", "/persons")):
        answer = city.ask(method, path, data=b'{"person":"chen"}')
        assert (answer.status_code, answer.json()["code"]) == (503, "city_down")
    assert city.ask("GET", "/faults").json()["down"] is True


def test_a_list_that_a_wrong_city_answers_is_not_taken(city):
    root = city.root()
    city.ask("PUT", "/faults", json={"wrong": True})
    with pytest.raises(TrustListError, match="bad_signature"):
        city.trust(root)


def test_a_slow_city_runs_into_the_time_limit_of_whoever_asks(city):
    city.ask("PUT", "/faults", json={"slow_s": 30})
    with pytest.raises(requests.Timeout):
        requests.get(f"{city.address}/trust-list", timeout=0.5)
