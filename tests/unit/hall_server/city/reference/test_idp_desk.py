"""Codes of the reference provider: good once, for a minute, for whoever asked; sessions end by themselves."""

import jwt
import pytest

from hall_server.city.reference.idp_asked import Known, asked
from hall_server.city.reference.idp_desk import CODE_S, MOST, SESSION_S, IdpDesk, OAuthError
from hall_server.city.reference.idp_staff import STAFF
from hall_server.city.reference.key_ring import new_ring
from tests.unit.hall_server.city.reference.test_code_desk import _Kept
from tests.unit.hall_server.city.reference.test_idp_asked import RIGHT

NOW = 1_795_000_000
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"  # RFC 7636, appendix B
FORM = {
    "grant_type": "authorization_code",
    "client_id": "kapok-hall",
    "redirect_uri": RIGHT["redirect_uri"],
    "code_verifier": VERIFIER,
}


class Bench:
    def __init__(self, secret=""):
        self.at = NOW
        counted = iter(range(1, 5_000))
        ring = new_ring("city.demo", "", b"\5" * 32, b"\1" * 32, NOW)
        self.known = Known(secret=secret)
        self.desk = IdpDesk(_Kept(ring), self.known, lambda: self.at, lambda length: next(counted).to_bytes(length))

    def code(self):
        question = asked({**RIGHT, "code_challenge": CHALLENGE}, self.known)
        return self.desk.code(question, self.desk.sign_in(STAFF["0317"]))

    def exchange(self, code, login=None, **other):
        return self.desk.exchange({**FORM, "code": code, **other}, login, "http://city/idp")

    def refused(self, code, login=None, **other):
        with pytest.raises(OAuthError) as told:
            self.exchange(code, login, **other)
        return told.value.error


def test_a_code_is_worth_an_id_token_that_says_who_it_is():
    bench = Bench()
    id_token = bench.exchange(bench.code()).id_token
    key = jwt.PyJWK(bench.desk.key_set()["keys"][0])
    said = jwt.decode(id_token, key, algorithms=["EdDSA"], options={"verify_exp": False, "verify_aud": False})
    wanted = {"iss": "http://city/idp", "aud": "kapok-hall", "nonce": "n", "staff_no": "0317", "iat": NOW}
    assert wanted.items() <= said.items()
    assert said["exp"] == NOW + 300


def test_a_code_is_good_until_its_minute_is_over():
    bench = Bench()
    one, other = bench.code(), bench.code()
    bench.at += CODE_S - 1
    assert bench.exchange(one)
    bench.at += 1
    assert bench.refused(other) == "invalid_grant"


@pytest.mark.parametrize("other", [{"code_verifier": "x" * 43}, {"code_verifier": "é"}, {"redirect_uri": "http://a"}])
def test_a_code_that_was_shown_by_the_wrong_one_is_used_up(other):
    bench = Bench()
    code = bench.code()
    assert bench.refused(code, **other) == "invalid_grant"
    assert bench.refused(code) == "invalid_grant"


def test_a_code_stays_good_when_a_stranger_shows_it():
    bench = Bench()
    code = bench.code()
    assert bench.refused(code, client_id="somebody") == "invalid_client"
    assert bench.exchange(code)


@pytest.mark.parametrize("login", [None, ("kapok-hall", "wrong"), ("somebody", "secret"), ("", "")])
def test_a_hall_with_a_secret_must_show_it(login):
    bench = Bench("secret")
    code = bench.code()
    assert bench.refused(code, login) == "invalid_client"
    assert bench.exchange(code, ("kapok-hall", "secret"))


def test_sessions_end_after_a_working_day_and_when_somebody_signs_out():
    bench = Bench()
    one, other = (bench.desk.sign_in(STAFF[number]) for number in ("0317", "0318"))
    assert bench.desk.signed_in(one) is STAFF["0317"]
    bench.desk.sign_out(one)
    assert bench.desk.signed_in(one) is None
    bench.at += SESSION_S
    assert bench.desk.signed_in(other) is None


def test_what_is_kept_is_bounded_and_the_oldest_go_first():
    bench = Bench()
    codes = [bench.code() for _ in range(MOST + 1)]
    assert bench.refused(codes[0]) == "invalid_grant"
    assert bench.exchange(codes[1])
