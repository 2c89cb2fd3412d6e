"""`kapok demo`: a whole hall on this machine, to look at (tour) or to play with (run)."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
import time
from pathlib import Path

import click


@click.group()
def demo() -> None:
    """A whole hall on this machine: server, kiosk, card reader, printer, board, consoles.

    The boxes are emulated on real serial lines and sockets; everything else is what a hall would run.
    """


@demo.command()
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("out/tour"), show_default=True)
def tour(out: Path) -> None:
    """Play one scripted day, headless, in under five minutes.

    Ten visitors and more, three clerks, and what may go wrong on one morning. Leaves pictures of every screen and slip
    and a transcript in --out; exits 1 when anything that must hold did not.

    Example:  kapok demo tour --out /tmp/day
    """
    from playwright.async_api import Error as PageError

    from tests.tour.day import Day
    from tests.tour.evening import look_through
    from tests.tour.programs import ProgramFailedError
    from tests.tour.stage import Stage
    from tests.tour.transcript import Transcript

    _make_empty(out)
    started = time.monotonic()
    transcript = Transcript(out / "transcript.txt")
    stage = Stage(out.resolve(), quick=True)

    async def play() -> list[str]:
        playing = asyncio.current_task()
        assert playing
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, playing.cancel)
        try:
            ledger = await Day(stage, transcript).run()
            await stage.stop()
            ledger.wrong += await asyncio.to_thread(look_through, stage, transcript)
        finally:
            await stage.close()
        transcript.text("\nWhat became of the numbers")
        for what, count in ledger.table():
            transcript.text(f"  {count:4d}  {what}")
        transcript.text(f"  {len(ledger.slips):4d}  whole slips on paper 小票")
        transcript.text(f"  {len(ledger.board_calls):4d}  calls shown on the board 大屏")
        return ledger.violations()

    try:
        wrong = asyncio.run(play())
    except asyncio.CancelledError:
        wrong = ["the tour was told to stop"]
    except (ProgramFailedError, TimeoutError, PageError) as error:
        wrong = [str(error) or "something took too long"]
    transcript.text(f"\n{time.monotonic() - started:.0f} s; pictures, slips and logs in {out}")
    for sentence in wrong:
        transcript.text(f"NOT HELD: {sentence}")
    if not wrong:
        transcript.text(
            "HELD: slips on paper = tickets ever confirmed on paper; calls on the board = call events, in order, once; "
            "the city has every message once; nothing that was left names anybody"
        )
    sys.exit(1 if wrong else 0)


def _make_empty(out: Path) -> None:
    """An empty folder for the day; what an earlier tour left there is thrown away, anything else is left alone."""
    marker = out / "transcript.txt"
    if out.exists() and any(out.iterdir()) and not marker.exists():
        raise click.UsageError(f"{out} is not empty and no earlier tour; name another folder with --out")
    if marker.exists():
        shutil.rmtree(out)
    out.mkdir(parents=True, exist_ok=True)


@demo.command()
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port of the hall; 0 takes a free one.")
def run(port: int) -> None:
    """Put up a hall to play with; without a display, plays the tour instead.

    Prints the addresses of board and consoles and the clerks' PINs, which are made fresh each time. Then takes words:
    `lay NAME NUMBER`, `lift` for the card reader, `paper-out`, `mute`, `heal` for the printer. Ctrl-C ends everything.
    """
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        click.echo("no display here: playing the tour instead (kapok demo tour)")
        click.get_current_context().invoke(tour, out=Path("out/tour"))
    from tests.tour.playground import playground

    asyncio.run(playground(Path("out/demo").resolve(), port))


if __name__ == "__main__":
    demo()
