"""Which pushed pages a kiosk may show: hosts by name, nothing that looks like them."""

from __future__ import annotations

import msgspec
import pytest

from hall_server.contract.city.talk import LineKind, Speaker, TalkLine
from hall_server.domain.city.talk import allowed, host_of

HOSTS = frozenset({"guide.example"})
TEXT = TalkLine(n=1, by=Speaker.STAFF, at=1, words="您好")


def pushed(page: str) -> TalkLine:
    return TalkLine(n=2, by=Speaker.STAFF, at=1, kind=LineKind.PAGE, page=page)


def test_words_pass_and_pages_of_named_hosts_too() -> None:
    lines = (TEXT, pushed("https://guide.example/i01?x=1#y"), pushed("https://GUIDE.example."))
    assert allowed(lines, HOSTS) == (lines, ())


@pytest.mark.parametrize(
    "page",
    [
        "https://other.example/",
        "https://a.guide.example/",
        "https://guide.example.evil.example/",
        "https://guide.example@evil.example/",
        "https://evil.example\\@guide.example/",
        "https://evil.example/guide.example",
        "https://guide.example:8443/",
        "https://guide.example:99999999/",
        "https://[::1]/",
        "https://[guide.example/",
        "http://guide.example/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://guide.exam\nple/",
        "https://guide.example\t/",
        "https://guide。example/",
    ],
)
def test_a_page_of_another_host_is_left_out_and_its_host_told(page: str) -> None:
    line = pushed(page)
    kept, dropped = allowed((TEXT, line), HOSTS)
    assert kept == (TEXT,)
    assert dropped == (host_of(page),)
    assert host_of(page) != "guide.example"


def test_without_named_hosts_no_page_is_shown() -> None:
    assert allowed((pushed("https://guide.example/"),), frozenset())[0] == ()


@pytest.mark.parametrize(
    "told",
    [
        {"kind": "page"},
        {"kind": "text", "page": "https://a.example/"},
        {"kind": "page", "page": "http://a.example/"},
        {"words": "a\u0007b"},
        {"words": "x" * 501},
        {"n": 0},
        {"by": "robot"},
    ],
    ids=range(7),
)
def test_a_line_that_makes_no_sense_is_none(told: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"n": 1, "by": "staff", "at": 1, **told}, TalkLine)
