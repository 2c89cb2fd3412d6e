"""What a kiosk's file may say of its card reader, and where the emulated one may stand."""

import pytest

from devices.errors import DeviceConfigError
from devices.id_card.emulator import IdCardReaderEmulator
from devices.registry.id_card import BAUDS, KIND, id_card_reader
from devices.transports.tcp_line import TcpLine

SDT = {"driver": "sdt", "address": "/dev/ttyUSB0"}


def test_fingerprints_are_not_asked_for_unless_a_site_says_so():
    assert not id_card_reader(SDT).capabilities.print_lengths
    assert id_card_reader(SDT | {"print_lengths": True}).capabilities.print_lengths


def test_the_settings_reach_the_driver():
    reader = id_card_reader(SDT | {"left_behind_s": 5, "poll_s": 0.5, "newest_address": False, "photo_library": ""})
    assert (reader._timing.left_behind_s, reader._timing.poll_s) == (5, 0.5)
    assert not reader.capabilities.newest_address
    assert not reader.capabilities.photo


def test_the_search_for_a_rate_begins_with_the_one_that_is_named():
    assert len(id_card_reader(SDT)._lines) == 1
    lines = id_card_reader(SDT | {"find_baud": True, "baud": 9600})._lines
    assert [baud for baud, _ in lines] == [None, *(baud for baud in BAUDS if baud != 9600)]


@pytest.mark.parametrize("address", ["usb://0400:c35a", "usb://0483:5652?pipes=two", "tcp://127.0.0.1:5000"])
def test_a_reader_may_stand_on_usb_and_on_tcp(address):
    assert id_card_reader({"driver": "sdt", "address": address}).capabilities.sam_id == ""


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"left_behind_s": 0}, "expected more than 0"),
        ({"print_lengths": "yes"}, "expected bool"),
        ({"photo_library": 1}, "expected str"),
        ({"photo_library": "/nowhere.so"}, "no file '/nowhere.so'"),
    ],
)
def test_settings_that_cannot_be_are_refused(more, words):
    with pytest.raises(DeviceConfigError, match=words):
        id_card_reader(SDT | more)


def test_the_emulated_reader_stands_on_a_pty_or_on_tcp():
    make = KIND.stand_in().make
    assert isinstance(make({"link": None, "baud": None, "port": 0})._line, TcpLine)
    box = make({"link": "/tmp/card", "baud": None, "port": None})
    assert isinstance(box, IdCardReaderEmulator)
    assert box.address == "/tmp/card"
