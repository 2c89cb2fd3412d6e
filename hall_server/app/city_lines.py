"""The site file's [city] as lines to its platforms. Reads the hall's key to the city, and keeps it out of every log."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from config.errors import ConfigError
from config.site import CityPort
from hall_server.city.line import Where
from hall_server.city.lines import Lines
from hall_server.contract.city.ports import PortName

if TYPE_CHECKING:
    from config.site import City, Site

_KEY_MAX = 4096
_AS_IT_IS = CityPort()


def city_lines(site: Site, file: str = "site file") -> Lines:
    """The lines of a site; none without [city]. Raises ConfigError for a key that cannot be read."""
    city = site.city
    if city is None:
        return Lines()
    key = _key(city, file)
    ports = {port: city.ports.get(port.value, _AS_IT_IS) for port in PortName}
    return Lines(
        {
            port: Where(address.rstrip("/"), site.hall.id, key, own.timeout_s or city.timeout_s)
            for port, own in ports.items()
            if not own.off and (address := own.address or _below(city.address, port))
        }
    )


def _below(address: str | None, port: PortName) -> str:
    return f"{address.rstrip('/')}/{port.value}" if address else ""


def _key(city: City, file: str) -> str:
    if not city.key_file:
        return ""
    try:
        with Path(city.key_file).open("rb") as opened:
            key = opened.read(_KEY_MAX + 1).decode("ascii").strip()
    except (OSError, UnicodeDecodeError):
        key = ""
    if not key or len(key) > _KEY_MAX or not key.isprintable():
        raise ConfigError(file, "city.key_file", f"one line of ASCII in {city.key_file}")
    return key
