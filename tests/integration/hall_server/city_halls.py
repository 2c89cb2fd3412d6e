"""A hall with a city: both as processes, for the ports that a hall asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.integration.hall_server.served import SITE_FILE, Served

if TYPE_CHECKING:
    from pathlib import Path

    from tests.integration.hall_server.city_served import ServedCity


def site_with(folder: Path, *tables: str) -> Path:
    """The demo hall's file with more tables."""
    site = folder / "site.toml"
    site.write_text("\n".join([SITE_FILE.read_text(encoding="utf-8"), *tables, ""]), encoding="utf-8")
    return site


def hall_of(folder: Path, city: ServedCity, *tables: str) -> Served:
    """A hall that asks this city; not started."""
    table = f'[city]\naddress = "{city.address}"\ntimeout_s = 2.0'
    return Served(folder / "data", "--site", str(site_with(folder, table, *tables)))
