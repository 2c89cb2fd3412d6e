"""Which machine asks, as wrong PINs are counted by it."""

from __future__ import annotations

from typing import Any

import pytest
from litestar.connection import ASGIConnection

from hall_server.web.clerk import source_of


def asked(address: str, forwarded: str = "") -> str:
    headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded else []
    scope: Any = {"type": "http", "client": (address, 1), "headers": headers}
    return source_of(ASGIConnection(scope))


@pytest.mark.parametrize(
    ("address", "forwarded", "source"),
    [
        ("192.0.2.7", "", "192.0.2.7"),
        ("192.0.2.7", "203.0.113.9", "192.0.2.7"),  # said by nobody known
        ("127.0.0.1", "203.0.113.9", "203.0.113.9"),
        ("127.0.0.1", "6.6.6.6, 203.0.113.9", "203.0.113.9"),  # the proxy adds whom it saw behind what it was told
        ("127.0.0.1", "not an address", ""),
    ],
)
def test_only_a_proxy_on_the_same_machine_is_believed(address: str, forwarded: str, source: str) -> None:
    assert asked(address, forwarded) == source


def test_an_ipv6_neighbourhood_is_one_machine() -> None:
    assert asked("2001:db8:0:1::1") == asked("2001:db8:0:1:ffff::2") == "2001:db8:0:1::/64"
    assert asked("2001:db8:0:2::1") != asked("2001:db8:0:1::1")
