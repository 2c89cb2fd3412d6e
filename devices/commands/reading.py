"""`kapok device read-card` and `scan`: show what is laid on the glass and held before the window, masked."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import click

from devices.commands.options import address_option, count_option, json_option, seconds_option
from devices.commands.terminal import card_row, only_on_a_terminal, say, show_stream
from devices.registry.code_scanner import code_scanner
from devices.registry.id_card import id_card_reader
from devices.values.id_card import CardEventKind

if TYPE_CHECKING:
    from devices.values.code_scanner import ScannedCode
    from devices.values.id_card import CardEvent


@click.command("read-card", epilog="\b\nExample: kapok device read-card --address /dev/ttyUSB0 --count 2")
@address_option
@count_option
@seconds_option
@click.option("--full-on-screen", is_flag=True, help="Show all of the card; on a terminal only, never into a file.")
@json_option
def read_card(address: str, count: int, seconds: float | None, *, full_on_screen: bool, as_json: bool) -> None:
    """Wait for identity cards 身份证 on the glass and show them masked: first character, last four digits."""
    only_on_a_terminal(full=full_on_screen)
    reader = id_card_reader({"driver": "sdt", "address": address})

    def show(event: CardEvent) -> bool:
        row = {"event": event.kind.value} | ({"reason": event.reason} if event.reason else {})
        if event.card is not None:
            row |= card_row(event.card, full=full_on_screen)
        say(row, "  ".join(row.values()), as_json=as_json)
        return event.kind in {CardEventKind.CARD, CardEventKind.UNREADABLE}

    asyncio.run(show_stream(reader, reader.events, show, count, seconds))


@click.command(epilog='\b\nExample: kapok device scan --address "serial:///dev/ttyUSB1?baud=9600"')
@address_option
@count_option
@seconds_option
@click.option("--full-on-screen", is_flag=True, help="Show the whole code; on a terminal only, never into a file.")
@json_option
def scan(address: str, count: int, seconds: float | None, *, full_on_screen: bool, as_json: bool) -> None:
    """Wait for codes 二维码 before the scanner; shows how long they are, in which encoding, and how they begin."""
    only_on_a_terminal(full=full_on_screen)
    scanner = code_scanner({"driver": "serial", "address": address})

    def show(code: ScannedCode) -> bool:
        text = code.text if full_on_screen else code.text[:4] + "…"
        row = {"bytes": str(len(code.data)), "encoding": code.encoding, "text": text}
        say(row, "  ".join(row.values()), as_json=as_json)
        return True

    asyncio.run(show_stream(scanner, scanner.codes, show, count, seconds))
