"""The city's table of complaints (CL-F16) that a site file names: read and checked; without one the usual one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from config.errors import ConfigError
from hall_server.domain.city.voices import CATEGORIES, categories_in

if TYPE_CHECKING:
    from hall_server.contract.voices import ComplaintCategory

_MOST_BYTES = 64 * 1024


def complaint_categories(named: str, site_file: str) -> tuple[ComplaintCategory, ...]:
    """The table in a file; the usual one for no name. Raises ConfigError."""
    if not named:
        return CATEGORIES
    try:
        with Path(named).open("rb") as opened:
            table = opened.read(_MOST_BYTES + 1)
        if len(table) > _MOST_BYTES:
            raise ValueError("at most 64 KiB")  # noqa: TRY301 - one refusal for all that is wrong with it
        return categories_in(table)
    except (OSError, ValueError) as error:
        expected = f"a table of complaints in {named}: {error}"
        raise ConfigError(site_file, "hall.complaint_categories", expected) from None
