"""Which port an address leads to, under any of its names."""

import pytest

from devices.transports.serial_ports import SerialPort, path_of, ports_there, same_port

PORT = SerialPort("/dev/ttyUSB0", also=("/dev/serial/by-id/usb-Reader_0001-if00",))


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/dev/ttyUSB0", "/dev/ttyUSB0"),
        ("serial:///dev/ttyUSB0?baud=9600", "/dev/ttyUSB0"),
        ("file:///dev/usb/lp0", "/dev/usb/lp0"),
        ("tcp://127.0.0.1:9100", ""),
        ("usb://0400:c35a", ""),
        ("http://[broken", ""),
        ("", ""),
        (None, ""),
        (7, ""),
    ],
)
def test_an_address_leads_to_a_file_or_to_none(address, path):
    assert path_of(address) == path


@pytest.mark.parametrize(
    ("address", "same"),
    [
        ("serial:///dev/ttyUSB0", True),
        ("/dev/serial/by-id/usb-Reader_0001-if00", True),
        ("/dev/ttyUSB1", False),
        ("tcp://h:1", False),
        (None, False),
    ],
)
def test_a_port_is_known_by_each_of_its_names(address, same):
    assert same_port(address, PORT) is same


def test_a_link_to_a_port_leads_to_it(tmp_path):
    link = tmp_path / "scanner"
    link.symlink_to("/dev/ttyUSB0")
    assert same_port(str(link), PORT)


def test_ports_are_listed_with_their_lasting_names(tmp_path):
    line, folder = tmp_path / "ttyUSB3", tmp_path / "serial/by-id"
    line.touch()
    folder.mkdir(parents=True)
    (folder / "usb-Scanner").symlink_to(line)
    (folder / "usb-Gone").symlink_to(tmp_path / "ttyUSB9")
    found = ports_there(tmp_path / "serial")
    assert SerialPort(str(line), (str(folder / "usb-Scanner"),)) in found
    assert not any("Gone" in name for port in found for name in port.also)
