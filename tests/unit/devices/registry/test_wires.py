"""The hook through which wires can be recorded without their drivers noticing."""

import pytest

from devices.registry.wires import hooked, wire
from devices.transports.tcp import TcpTransport


def made():
    return wire("toaster", {"address": "tcp://127.0.0.1:9"})


def test_a_wire_is_plain_without_a_hook():
    assert isinstance(made(), TcpTransport)


def test_each_wire_goes_through_the_hook_inside_and_none_after():
    seen = []
    with hooked(lambda inner: seen.append(inner) or "wrapped"):
        assert made() == "wrapped"
    assert isinstance(seen[0], TcpTransport)
    assert isinstance(made(), TcpTransport)


def test_the_hook_is_gone_when_making_fails():
    with pytest.raises(ZeroDivisionError), hooked(lambda _inner: 1 / 0):
        made()
    assert isinstance(made(), TcpTransport)
