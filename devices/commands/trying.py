"""`kapok test printer|scanner|card|lamp|sound`: one try of one box, as a technician makes it on the floor.

What a person sees and hears is the test; the line says what the box itself told of it.
"""

from __future__ import annotations

import asyncio
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from devices import registry
from devices.commands.masking import code_row, id_card_row
from devices.commands.options import (
    config_option,
    driver_option,
    json_option,
    may_address_option,
    name_of,
    set_option,
    settings_from,
)
from devices.commands.terminal import opened, say, show_stream
from devices.commands.trouble import DeviceGroup, help_against, refuse_unheard, what_helps
from devices.errors import DeviceConfigError, DeviceError
from devices.receipt_printer.trial import trial_slip
from devices.values.completion import End
from devices.values.id_card import CardEventKind
from devices.values.indicator import TRIAL, Colour, Light
from devices.values.receipt_printer import PrintOutcome
from devices.values.speaker import Chime, Language, Utterance

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping
    from pathlib import Path

    from devices.ports.code_scanner import CodeScanner
    from devices.ports.id_card import IdCardReader
    from devices.ports.indicator import Indicator
    from devices.ports.receipt_printer import ReceiptPrinter
    from devices.ports.speaker import Speaker
    from devices.values.code_scanner import ScannedCode
    from devices.values.id_card import CardEvent

Outcome: TypeAlias = tuple[str, dict[str, str]]  # a code, and what there is to show
Attempt: TypeAlias = "Callable[..., Coroutine[Any, Any, Outcome]]"  # (box, seconds)

WORKS, UNSURE, BROKEN = 0, 1, 2  # exit codes
SECONDS = 15.0
WORDS = {
    "printed": ("测试票打出来了：看看字清不清、切没切断", "the test slip is out: is it sharp, is it cut?"),
    "print_unknown": ("打印机没有回话：看看票出来没有", "the printer said nothing: look whether a slip is out"),
    "card_read": ("读到了", "read"),
    "code_read": ("扫到了", "read"),
    "nothing_came": (
        "等了 {seconds:.0f} 秒，什么也没有：放好再试一次",
        "nothing in {seconds:.0f} s: hold it there and try again",
    ),
    "lamp_shown": ("红、绿、蓝都亮过，现在灭了：都看到了吗", "red, green, blue were shown, it is dark now: seen all?"),
    "lamp_unknown": ("灯不会回话：看到红、绿、蓝了吗", "this lamp cannot answer: did you see red, green, blue?"),
    "said": ("说过了：听到了吗", "said: did you hear it?"),
}
_LIGHTS = (*TRIAL, Colour.DARK)
_LIGHT_S = 0.8
_SPOKEN = ("这是声音测试，请一号到一号窗口。", Language.MANDARIN), ("Sound test.", Language.ENGLISH)

EXAMPLES = """\b
Examples:
  kapok test printer --config kiosk.toml
  kapok test card --config kiosk.toml --seconds 30
  kapok test lamp --address /dev/ttyUSB2"""


@click.group(cls=DeviceGroup, epilog=EXAMPLES)
def test() -> None:
    """Try one box 试一下: print a slip, read a card, scan a code, light the lamp, make a sound. Stop the kiosk first.

    Exit code 0: it worked. 1: nothing came, or the box cannot tell. 2: it does not work.
    """


def _tries(kind: str) -> Callable[[Attempt], click.Command]:
    """A command of `test` that tries a box of a kind."""

    def made(attempt: Attempt) -> click.Command:
        @may_address_option
        @driver_option
        @set_option
        @config_option
        @click.option("--seconds", default=SECONDS, show_default=True, type=click.FloatRange(min=0.1))
        @json_option
        def command(
            address: str,
            driver: str | None,
            more: tuple[str, ...],
            *,
            config: Path | None,
            seconds: float,
            as_json: bool,
        ) -> None:
            settings = settings_from(kind, config, driver, address, more)
            refuse_unheard(kind, settings)
            sys.exit(_tried(kind, settings, attempt, seconds, as_json=as_json))

        command.__doc__ = attempt.__doc__
        name = attempt.__name__.removeprefix("_")
        return test.command(name)(command)

    return made


def _tried(
    kind: str,
    settings: Mapping[str, object],
    attempt: Attempt,
    seconds: float,
    *,
    as_json: bool,
) -> int:
    """The exit code, after the one line."""
    try:
        code, shown = asyncio.run(attempt(registry.build(name_of(kind), settings), seconds))
        chinese, english = WORDS.get(code) or what_helps(code)
    except DeviceConfigError:
        raise
    except DeviceError as error:
        code, shown, (chinese, english) = error.code, {}, help_against(error)
    chinese, english = (words.format(seconds=seconds) for words in (chinese, english))
    result = WORKS if code in {"printed", "card_read", "code_read", "lamp_shown", "said"} else BROKEN
    result = UNSURE if code in {"nothing_came", "print_unknown", "lamp_unknown"} else result
    row = {"test": name_of(kind), "code": code, "exit": result, **shown, "chinese": chinese, "english": english}
    mark = "✔▲✘"[result]
    seen = "  ".join(shown.values())
    say(
        row,
        f"{mark} {name_of(kind)}: {chinese}\n      {english}" + (f"\n      {seen}" if seen else ""),
        as_json=as_json,
    )
    return result


@_tries("receipt-printer")
async def _printer(box: ReceiptPrinter, seconds: float) -> Outcome:
    """Print a test slip 测试票: large digits, Chinese words, a code, cut. It carries no number of the hall."""
    del seconds
    async with opened(box):
        result = await box.print(trial_slip(datetime.now().astimezone(), "test"))
    if result.outcome is PrintOutcome.PRINTED:
        return "printed", {}
    return ("print_unknown" if result.outcome is PrintOutcome.UNKNOWN else result.reason), {}


@_tries("id-card")
async def _card(box: IdCardReader, seconds: float) -> Outcome:
    """Wait for an identity card 身份证 and show it masked: lay one on the glass."""
    seen: list[CardEvent] = []

    def show(event: CardEvent) -> bool:
        if event.kind in {CardEventKind.CARD, CardEventKind.UNREADABLE}:
            seen.append(event)
        return bool(seen)

    await show_stream(box, box.events, show, 1, seconds)
    if not seen:
        return "nothing_came", {}
    card = seen[0].card
    if card is None:
        return seen[0].reason, {}
    return "card_read", id_card_row(card, datetime.now().astimezone().date(), full=False)


@_tries("code-scanner")
async def _scanner(box: CodeScanner, seconds: float) -> Outcome:
    """Wait for a code 二维码 and show how long it is and how it begins: hold one before the window."""
    seen: list[dict[str, str]] = []

    def show(code: ScannedCode) -> bool:
        seen.append(code_row(code, full=False))
        return True

    await show_stream(box, box.codes, show, 1, seconds)
    return ("code_read", seen[0]) if seen else ("nothing_came", {})


@_tries("indicator")
async def _lamp(box: Indicator, seconds: float) -> Outcome:
    """Light the lamp 指示灯 red, green, blue, then dark."""
    del seconds
    ends = []
    async with opened(box):
        for colour in _LIGHTS:
            ends.append(await box.show(Light(colour)))
            await asyncio.sleep(_LIGHT_S)
    told = {one.end for one in ends}
    wrong = next((one.reason for one in ends if one.end is End.REFUSED), "")
    return wrong or ("lamp_unknown" if End.UNKNOWN in told else "lamp_shown"), {}


@_tries("speaker")
async def _sound(box: Speaker, seconds: float) -> Outcome:
    """A chime and a sentence 声音 in Mandarin and English."""
    async with opened(box):
        for text, language in _SPOKEN:
            said = await box.say(Utterance(text, language, Chime.CALL, expires_s=seconds))
            if said.end is not End.DONE:
                return said.reason or "device_silent", {}
    return "said", {}
