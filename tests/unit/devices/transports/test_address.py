"""From an address to a wire, and clear words for what is no address."""

import pytest

from devices.errors import DeviceConfigError
from devices.transports import open_transport
from devices.transports.file import FileTransport
from devices.transports.replay import ReplayTransport
from devices.transports.serial import SerialTransport
from devices.transports.tcp import TcpTransport
from devices.transports.usb import UsbBulkTransport


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/dev/ttyUSB0", SerialTransport),
        ("serial:///dev/ttyUSB0", SerialTransport),
        ("serial:///dev/ttyUSB0?baud=9600&rtscts=1", SerialTransport),
        ("tcp://127.0.0.1:9100", TcpTransport),
        ("tcp://[::1]:9100", TcpTransport),
        ("usb://0400:c35a", UsbBulkTransport),
        ("usb://0400:C35A?pipes=one", UsbBulkTransport),
        ("usb://0400:c35a?pipes=two", UsbBulkTransport),
        ("file:///dev/usb/lp0", FileTransport),
        ("replay:///tmp/trace.jsonl", ReplayTransport),
    ],
)
def test_each_form_of_address_gives_its_wire_without_opening_it(address, kind):
    assert isinstance(open_transport(address), kind)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ttyUSB0",
        "serial://",
        "serial:///dev/x?baud=fast",
        "serial:///dev/x?baud=１２",
        "serial:///dev/x?speed=9600",
        "serial:///dev/x?rtscts=yes",
        "tcp://host",
        "tcp://host:port",
        "tcp://:9100",
        "tcp://host:99999",
        "tcp://[::1",
        "file://host/dev/lp0",
        "file:lp0",
        "usb://",
        "usb://0400",
        "usb://400:c35a",
        "usb://0400:c35g",
        "usb://0400:c35a?pipes=three",
        "replay:",
        "http://host:1",
    ],
)
def test_what_is_no_address_is_refused_with_the_forms_that_are(address):
    with pytest.raises(DeviceConfigError, match="none of: /dev/"):
        open_transport(address, device="printer")


@pytest.mark.parametrize("baud", [0, -1, 10**12])
def test_a_baud_rate_that_no_line_does_is_refused(baud):
    with pytest.raises(DeviceConfigError, match=f"baud {baud} is not in"):
        open_transport("/dev/ttyUSB0", baud=baud)
