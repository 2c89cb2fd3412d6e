"""[city]: where the city's platforms are. Without the table a hall has none of them, and serves all the same.

No postponed annotations here: msgspec needs the tables when it reads a file.
"""

from pathlib import Path
from typing import Annotated

import msgspec

from config.errors import ConfigError
from config.shapes import Table

Address = Annotated[str, msgspec.Meta(pattern=r"^https?://[^\s/?#@]+(/[^\s?#]*)?\Z", max_length=200)]
PortAddress = Annotated[
    str, msgspec.Meta(pattern=r"^(https?://[^\s/?#@]+(/[^\s?#]*)?|file:[^\x00-\x1f]+)\Z", max_length=200)
]
Host = Annotated[str, msgspec.Meta(pattern=r"^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}\Z", max_length=200)]
FOLDER = "file:"
PORTS = (
    "appointments", "items", "licences", "acceptance", "progress", "notices", "ratings", "complaints", "seals",
    "archive", "profile", "video", "index", "credit", "links", "codes",
)  # fmt: skip
TELLING = ("acceptance", "archive", "index", "notices", "ratings")  # told things and asked nothing
Seconds = Annotated[float, msgspec.Meta(ge=0.1, le=60)]


class CityPort(Table, frozen=True):
    """[city.ports.<name>]: one platform that is elsewhere, slower, or not there."""

    address: PortAddress | None = None  # None: <city address>/<name>; file:<folder>: for messages alone
    timeout_s: Seconds | None = None
    every_s: Annotated[float, msgspec.Meta(ge=1, le=86_400)] | None = None  # how often it is asked by the hall itself
    off: bool = False


class City(Table, frozen=True):
    """[city]."""

    address: Address | None = None  # None: only the ports that have addresses of their own
    key_file: str = ""  # what the hall shows the city (Authorization: Bearer …), a path from the site file
    timeout_s: Seconds = 3.0  # for one exchange, from first byte to last
    help_hosts: Annotated[tuple[Host, ...], msgspec.Meta(max_length=50)] = ()  # whose pages may be pushed to a kiosk
    ports: dict[str, CityPort] = msgspec.field(default_factory=dict)


def city_beside(path: Path, city: City | None) -> City | None:
    """The table with its path told from the working folder. ConfigError for a port that there is not."""
    if city is None:
        return None
    for name in city.ports:
        if name not in PORTS:
            raise ConfigError(path, f"city.ports.{name}", f"one of {', '.join(PORTS)}")
    if "\0" in city.key_file:
        raise ConfigError(path, "city.key_file", "a path of a file")
    for name, port in city.ports.items():
        if port.address and port.address.startswith(FOLDER) and name not in TELLING:
            raise ConfigError(
                path, f"city.ports.{name}.address", f"http(s)://…; a folder only for {', '.join(TELLING)}"
            )
    key_file = str(path.parent / city.key_file) if city.key_file else ""
    ports = {name: _folder_beside(path, port) for name, port in city.ports.items()}
    return msgspec.structs.replace(city, key_file=key_file, ports=ports)


def _folder_beside(path: Path, port: CityPort) -> CityPort:
    if not port.address or not port.address.startswith(FOLDER):
        return port
    folder = path.parent / port.address.removeprefix(FOLDER)
    return msgspec.structs.replace(port, address=f"{FOLDER}{folder.absolute()}")
