"""Queues and what stands behind them."""

import pytest

from devices.page_printer.line import behind, tells_the_end
from devices.page_printer.reading import Abilities


def queue(uri, *, is_queue=True):
    nothing = frozenset()
    return Abilities(nothing, True, True, True, 1, nothing, nothing, is_queue, uri)


@pytest.mark.parametrize(
    ("uri", "address", "believed"),
    [
        ("ipp://192.0.2.7/ipp/print", "ipp://192.0.2.7/ipp/print", True),
        ("ipps://h/ipp/print?waitjob=false", "ipps://h/ipp/print", True),
        ("http://h:631/ipp", "", True),
        ("dnssd://Hall._ipp._tcp.local/?uuid=1", "", True),
        ("dnssd://Hall._pdl-datastream._tcp.local/", "", False),
        ("socket://192.0.2.7:9100", "", False),
        ("usb://Maker/Model", "", False),
        ("", "", False),
    ],
)
def test_only_a_queue_that_asks_its_printer_is_believed(uri, address, believed):
    assert behind(queue(uri), local=True) == address
    assert tells_the_end(queue(uri)) is believed


def test_a_printer_itself_is_believed_and_a_far_queue_tells_no_addresses():
    assert tells_the_end(queue("", is_queue=False))
    assert behind(queue("ipp://192.0.2.7/ipp/print"), local=False) == ""
