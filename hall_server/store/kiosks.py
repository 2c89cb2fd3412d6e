"""What a technician settles about kiosks, beside a hall that may go on serving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.store.kiosk_statements import RELEASE_KIOSK
from hall_server.store.place import place_of

if TYPE_CHECKING:
    from pathlib import Path


def release_kiosk(where: Path | str, hall_id: str, kiosk: str) -> bool:
    """Give a kiosk's identity to the machine that speaks next under it; whether there was such a kiosk."""
    return place_of(where).change([(RELEASE_KIOSK, {"of_hall": hall_id, "of_kiosk": kiosk})]) == 1
