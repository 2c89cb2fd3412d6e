"""`kapok hall kiosks`: which machines lease numbers, and whose identity a technician has settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hall_server.commands.home import at_home_of
from hall_server.commands.shared import JSON, say

if TYPE_CHECKING:
    from hall_server.commands.home import Home
    from hall_server.domain.lease import KioskIdentity


@click.command(
    epilog=(
        "\b\nExamples:\n"
        "  kapok hall kiosks --data hall/\n"
        "  kapok hall kiosks --data hall/ --release K1     # after the copy is off, or a board was changed\n"
    )
)
@at_home_of
@click.option("--release", "kiosk", default="", help="Give this identity to the machine that speaks next under it.")
@JSON
def kiosks(home: Home, *, kiosk: str, as_json: bool) -> None:
    """Kiosks that were lent numbers: epoch, emergency letter, quarantine; --release settles a quarantine."""
    if kiosk:
        from hall_server.store.kiosks import release_kiosk

        if not release_kiosk(home.where, home.hall(), kiosk):
            raise click.ClickException(f"no such kiosk was ever lent numbers: {kiosk}")
    told = [_told(one) for one in home.reader().kiosks()]
    lines = [f"{one['kiosk']:<12}epoch {one['epoch']:<6}letter {one['letter']:<4}{one['state']}" for one in told]
    say(told, "\n".join(lines) or "no kiosk was lent numbers yet", as_json=as_json)


def _told(one: KioskIdentity) -> dict[str, str | int]:
    state = one.quarantined or ("well" if one.fingerprint else "released")
    return {"kiosk": one.kiosk, "epoch": one.epoch, "letter": one.emergency_letter, "state": state}
