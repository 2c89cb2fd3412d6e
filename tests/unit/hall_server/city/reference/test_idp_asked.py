"""Where the reference provider may send browsers, and what it says is wrong with a question."""

import pytest

from hall_server.city.reference.idp_asked import Known, StrangerError, asked, origin

RIGHT = {
    "client_id": "kapok-hall",
    "redirect_uri": "http://127.0.0.1:8080/counter/sso/back",
    "response_type": "code",
    "scope": "openid profile",
    "state": "s",
    "nonce": "n",
    "code_challenge": "A" * 43,
    "code_challenge_method": "S256",
}
NAMED = Known(back_to=("https://hall.example/counter/sso/back",))


def test_a_right_question_is_answered_where_it_came_from():
    question = asked(RIGHT, Known())
    assert (question.wrong, question.prompt) == ("", frozenset())
    answer = question.answer("http://city", code="c d")
    assert answer == "http://127.0.0.1:8080/counter/sso/back?code=c+d&iss=http%3A%2F%2Fcity&state=s"


def test_a_query_of_the_hall_s_own_is_kept():
    question = asked({**RIGHT, "redirect_uri": "http://127.0.0.1/?a=1", "state": ""}, Known())
    assert question.answer("i", code="c") == "http://127.0.0.1/?a=1&code=c&iss=i"


@pytest.mark.parametrize("address", ["http://localhost:1/x", "http://[::1]:8080/x", "https://127.0.0.1/"])
def test_any_port_of_this_machine_will_do_when_nothing_is_named(address):
    assert asked({**RIGHT, "redirect_uri": address}, Known()).redirect_uri == address


@pytest.mark.parametrize(
    "address",
    [
        "", "/counter", "//127.0.0.1/", "http://", "http://hall.example/", "http://127.0.0.1.example/", "ftp://127.0.0.1/",
        "http://127.0.0.1@evil.example/", "http://evil.example#@127.0.0.1/", "http://127.0.0.1:99999/",
        "http://127.0.0.1/\r\nLocation: x", "http://127.0.0.1/;script-src *", "http://127。0。0。1/", "http://[::1/",
    ],
)  # fmt: skip
def test_nobody_is_sent_anywhere_else(address):
    with pytest.raises(StrangerError):
        asked({**RIGHT, "redirect_uri": address}, Known())


@pytest.mark.parametrize(
    "address", [RIGHT["redirect_uri"], "https://hall.example/counter/sso/back/", "https://hall.example/"]
)
def test_when_addresses_are_named_nothing_else_will_do(address):
    with pytest.raises(StrangerError):
        asked({**RIGHT, "redirect_uri": address}, NAMED)


def test_after_signing_out_browsers_go_back_to_the_hall_only():
    assert NAMED.may_return("https://hall.example/counter")
    assert Known().may_return("http://localhost:8080/counter")
    for address in ("", "https://hall.example.evil/", "http://hall.example/counter", "http://localhost:8080/counter"):
        assert not NAMED.may_return(address)


def test_an_origin_is_scheme_and_host():
    assert origin("http://hall.test:8080/counter?a=1") == "http://hall.test:8080"
    assert origin("javascript:alert(1)") == ""
