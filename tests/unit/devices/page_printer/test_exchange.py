"""Addresses of printers, taken apart."""

import pytest

from devices.errors import DeviceConfigError
from devices.page_printer.exchange import place_of


@pytest.mark.parametrize(
    ("address", "uri", "local"),
    [
        ("ipp://192.0.2.7/ipp/print", "ipp://192.0.2.7:631/ipp/print", False),
        ("ipps://printer.hall:443/ipp/print", "ipps://printer.hall:443/ipp/print", False),
        ("ipp://localhost/printers/A4", "ipp://localhost:631/printers/A4", True),
        ("ipp://[::1]:8631/ipp", "ipp://[::1]:8631/ipp", True),
        ("ipp://h", "ipp://h:631/", False),
    ],
)
def test_an_address_is_taken_apart(address, uri, local):
    place = place_of(address, "p")
    assert (place.uri, place.local) == (uri, local)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "192.0.2.7",
        "http://h/ipp",
        "ipp:///printers/A4",
        "ipp://h:0/ipp",
        "ipp://h:99999/ipp",
        "ipp://h:x/ipp",
        "ipp://u:p@h/ipp",
        "ipp://h/ipp print",
        "ipp://h/打印机",
        "ipp://h/ipp?x=1",
        "ipp://" + "a" * 70 + "/ipp",
        "ipp://[::1/ipp",
    ],
)
def test_what_is_no_address_is_answered_with_the_forms_that_there_are(address):
    with pytest.raises(DeviceConfigError, match="ipp://host"):
        place_of(address, "p")
