"""The only rooms that touch the outside: wires that carry bytes and know no protocol."""

from devices.transports.address import open_transport

__all__ = ["open_transport"]
