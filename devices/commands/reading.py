"""`kapok device read-card` and `scan`: show what is laid on the glass and held before the window, masked."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import TYPE_CHECKING

import click

from devices import registry
from devices.commands.masking import code_row, id_card_row, social_security_row
from devices.commands.options import (
    config_option,
    count_option,
    driver_option,
    json_option,
    may_address_option,
    name_of,
    seconds_option,
    set_option,
    settings_from,
)
from devices.commands.terminal import only_on_a_terminal, say, show_stream
from devices.commands.trouble import refuse_unheard, what_helps
from devices.values.id_card import CardEventKind, IdCard

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from devices.values.code_scanner import ScannedCode
    from devices.values.id_card import CardEvent
    from devices.values.smart_card import SmartCardEvent

CARDS = click.Choice(["id-card", "smart-card"])

CARD_EXAMPLES = """\b
Example: kapok device read-card --address /dev/ttyUSB0 --count 2
Example: kapok device read-card --kind smart-card --address pcsc:?reader=ACS"""
SCAN_EXAMPLES = """\b
Example: kapok device scan --address "serial:///dev/ttyUSB1?baud=9600"
Example: kapok device scan --driver camera --address /dev/video0
Example: kapok device scan --driver evdev --address /dev/input/by-id/usb-…-event-kbd
Example: kapok device scan --config kiosk.toml"""


@click.command("read-card", epilog=CARD_EXAMPLES)
@click.option("--kind", type=CARDS, default="id-card", show_default=True, help="Which reader: 身份证 or 社保卡.")
@may_address_option
@driver_option
@set_option
@config_option
@count_option
@seconds_option
@click.option("--full-on-screen", is_flag=True, help="Show all of the card; on a terminal only, never into a file.")
@json_option
def read_card(
    kind: str,
    address: str,
    driver: str | None,
    more: tuple[str, ...],
    *,
    config: Path | None,
    count: int,
    seconds: float | None,
    full_on_screen: bool,
    as_json: bool,
) -> None:
    """Wait for identity cards 身份证 or social-security cards 社保卡 and show them masked.

    Shown are the first character of the name and the last four digits of the number.
    """
    only_on_a_terminal(full=full_on_screen)
    settings = settings_from(kind, config, driver, address, more)

    def show(event: CardEvent | SmartCardEvent) -> bool:
        row = {"event": event.kind.value}
        if event.reason:
            chinese, english = what_helps(event.reason)
            row |= {"reason": event.reason, "chinese": chinese, "english": english}
        if event.card is not None:
            today = datetime.now().astimezone().date()
            row |= (
                id_card_row(event.card, today, full=full_on_screen)
                if isinstance(event.card, IdCard)
                else social_security_row(event.card, today, full=full_on_screen)
            )
        say(row, "  ".join(row.values()), as_json=as_json)
        return event.kind in {CardEventKind.CARD, CardEventKind.UNREADABLE}

    _show(kind, settings, show, count, seconds)


@click.command(epilog=SCAN_EXAMPLES)
@may_address_option
@driver_option
@set_option
@config_option
@count_option
@seconds_option
@click.option("--full-on-screen", is_flag=True, help="Show the whole code; on a terminal only, never into a file.")
@json_option
def scan(
    address: str,
    driver: str | None,
    more: tuple[str, ...],
    *,
    config: Path | None,
    count: int,
    seconds: float | None,
    full_on_screen: bool,
    as_json: bool,
) -> None:
    """Wait for codes 二维码 before the scanner, a camera among them; shows how long they are and how they begin.

    A scanner that types into the kiosk's window (wedge) cannot be heard here; the answer says what to do.
    """
    only_on_a_terminal(full=full_on_screen)
    settings = settings_from("code-scanner", config, driver, address, more)

    def show(code: ScannedCode) -> bool:
        row = code_row(code, full=full_on_screen)
        say(row, "  ".join(row.values()), as_json=as_json)
        return True

    _show("code-scanner", settings, show, count, seconds)


def _show(kind: str, settings: dict[str, object], show: Callable[..., bool], count: int, seconds: float | None) -> None:
    refuse_unheard(kind, settings, simulated=True)
    table = registry.kind_of(name_of(kind))
    box = registry.build(table.name, settings)
    asyncio.run(show_stream(box, getattr(box, table.stream), show, count, seconds))
