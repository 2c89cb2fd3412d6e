"""The drill of identity-card readers: taps through every fault of the cable, of the reader and of the card."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from devices.drill.id_card_glass import on_a_line, on_usb, set_up
from devices.drill.rows import Row
from devices.id_card.codec import Command
from devices.id_card.emulator import Fault
from devices.transports.usb_device import TWO_PIPES, Pipes
from devices.values.health import Health
from devices.values.id_card import CardEventKind

if TYPE_CHECKING:
    from devices.drill.bench import Bench
    from devices.drill.id_card_glass import Glass

OUT_S = 2.0  # how long the cable stays out
AT_9600_BAUD = (12, 0.0125)  # bytes, and seconds behind them
HALF_A_CARD = 600  # bytes: well inside the long answer
SEVERAL_LOOKS_S = 1.0  # the driver has asked more than once by then
FORGOTTEN_S = 1.0
ENDLESS = 1_000_000
ONE_PAIR = Pipes((0x01,), (0x82,))


# --- the cable --------------------------------------------------------------------------------------------------------


async def normal(bench: Bench) -> None:
    """Two taps."""
    async with on_a_line(bench) as (glass, _):
        await glass.read(1)
        await glass.read(2)


async def slow(bench: Bench) -> None:
    """A line of 9600 baud: the long answer takes 1.35 s."""
    async with on_a_line(bench) as (glass, cable):
        cable.piece_bytes, cable.piece_s = AT_9600_BAUD
        await glass.read_through(cable.heal)


async def split(bench: Bench) -> None:
    """Answers in pieces of three bytes."""
    async with on_a_line(bench) as (glass, cable):
        cable.piece_bytes = 3
        await glass.read_through(cable.heal)


async def merged(bench: Bench) -> None:
    """Answers to several questions come in one go, all of them late."""
    async with on_a_line(bench) as (glass, cable):
        cable.hold()
        await asyncio.sleep(SEVERAL_LOOKS_S)
        await cable.release()
        bench.over()
        await glass.read(1)


async def noise(bench: Bench) -> None:
    """Bytes before and behind each answer, some of them like the head of one."""
    async with on_a_line(bench) as (glass, cable):
        cable.spoil = lambda data: b"\x00\xff\xaa\xaa\x96\x69\xaa" + data + b"\xaa\x00"
        await glass.read_through(cable.heal)


async def mute(bench: Bench) -> None:
    """No answer, until the supervisor has heard of it."""
    async with on_a_line(bench) as (glass, cable):
        await glass.read(1)
        cable.mute = True
        await glass.kept.until(Health.FAULT)
        await asyncio.sleep(OUT_S)
        cable.heal()
        bench.over()
        await glass.kept.until(Health.NORMAL)
        await glass.read(2)


async def unplug_replug(bench: Bench, *, tcp: bool = False) -> None:
    """The cable comes out in the middle of the long answer: half a card is no card."""
    async with on_a_line(bench, tcp=tcp) as (glass, cable):
        await glass.read(1)
        cable.cut_after(heard=HALF_A_CARD)
        glass.lay(2)
        await glass.kept.until(Health.FAULT)
        glass.box.lift()
        await asyncio.sleep(OUT_S)
        await cable.plug()
        bench.over()
        await glass.kept.until(Health.NORMAL)
        await glass.read(3)


# --- the reader -------------------------------------------------------------------------------------------------------


async def spoilt(bench: Bench, fault: Fault, times: int = 1, on: Command = Command.READ) -> None:
    """One of the emulator's own faults, at the long answer or at another one."""
    async with on_a_line(bench) as (glass, _):
        glass.box.fail(fault, times=times, on=on)
        await glass.read_through(glass.box.heal)


async def given_up(bench: Bench) -> None:
    """A question is given up while its answer is under way; the next answer belongs to the next question."""
    async with on_a_line(bench) as (glass, _):
        glass.box.fail(Fault.LATE, on=Command.STATUS)
        async with glass.kept.supervisor.use() as reader:
            asked = asyncio.create_task(glass.box.wait_until_heard(Command.STATUS))
            asking = asyncio.create_task(reader.status())
            await asked
            asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)
        bench.over()
        await glass.read(1)


async def other_baud(bench: Bench) -> None:
    """A reader that listens at another rate than the usual one is found."""
    bench.over()
    async with set_up(bench, only_at=9600, find_baud=True) as glass:
        await glass.read(1)


# --- the card ---------------------------------------------------------------------------------------------------------


async def pulled_away(bench: Bench) -> None:
    """The card is taken away in the middle of being read: said so, and read when it is laid again."""
    async with on_a_line(bench) as (glass, _):
        glass.box.fail(Fault.CUT, on=Command.READ)
        glass.lay(1)
        await glass.until(CardEventKind.UNREADABLE)
        bench.over()
        await glass.until(CardEventKind.GONE)
        await glass.read(2)


async def unreadable(bench: Bench) -> None:
    """Something lies there that cannot be read; the next card can."""
    async with on_a_line(bench) as (glass, _):
        glass.box.lay_unreadable()
        await glass.until(CardEventKind.UNREADABLE)
        bench.over()
        await glass.lift()
        await glass.read(1)


async def left_behind(bench: Bench) -> None:
    """A card that is forgotten on the glass: told once, and gone when it is taken."""
    async with set_up(bench, left_behind_s=FORGOTTEN_S) as glass:
        glass.lay(1)
        await glass.card()
        bench.reported((await glass.until(CardEventKind.LEFT_BEHIND)).kind)
        bench.over()
        await glass.lift()
        await glass.read(2)


async def expired(bench: Bench) -> None:
    """A card whose last day is over is read, not refused."""
    async with set_up(bench) as glass:
        glass.lay(1, until="20200131")
        card = await glass.card()
        if card is not None and card.valid_until is not None:
            bench.note(f"read; valid until {card.valid_until}")
        bench.over()
        await glass.lift()
        await glass.read(2)


async def newest_address(bench: Bench) -> None:
    """An address that comes broken is asked for again, and the card is told once, with it."""
    async with set_up(bench) as glass:
        glass.box.fail(Fault.WRONG_CHECKSUM, on=Command.READ_ADDRESS)
        laid = glass.lay(1, newest="某某市某某区另一路2号")
        if await glass.card() != laid:
            raise AssertionError("the card that was read is not the one that was laid")
        bench.over()
        await glass.lift()
        await glass.read(2)


# --- USB --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Usb:
    """The rows of one layout of pipes."""

    pipes: Pipes

    async def normal(self, bench: Bench) -> None:
        """Two taps."""
        async with on_usb(bench, self.pipes) as (glass, _):
            await glass.read(1)
            await glass.read(2)

    async def stalled(self, bench: Bench) -> None:
        """Every pipe stalls once; the halt is cleared."""
        async with on_usb(bench, self.pipes) as (glass, cable):
            for pipe in self.pipes.outs + self.pipes.ins:
                cable.stall(pipe)
            bench.over()
            await glass.read(1)

    async def mute(self, bench: Bench) -> None:
        """No answer, until the supervisor has heard of it."""
        async with on_usb(bench, self.pipes) as (glass, _):
            glass.box.fail(Fault.MUTE, times=ENDLESS)
            await glass.kept.until(Health.FAULT)
            glass.box.heal()
            bench.over()
            await glass.kept.until(Health.NORMAL)
            await glass.read(1)

    async def unplug_replug(self, bench: Bench) -> None:
        """The plug comes out in the middle of the long answer."""
        async with on_usb(bench, self.pipes) as (glass, _):
            await glass.read(1)
            glass.box.fail(Fault.UNPLUGGED, on=Command.READ)
            glass.lay(2)
            await glass.kept.until(Health.FAULT)
            await self._replug(glass)
            bench.over()
            await glass.kept.until(Health.NORMAL)
            await glass.read(3)

    async def _replug(self, glass: Glass) -> None:
        await glass.box.stop()
        glass.box.lift()
        await asyncio.sleep(OUT_S)
        await glass.box.start()


def _usb_rows(name: str, pipes: Pipes) -> tuple[Row, ...]:
    usb = Usb(pipes)
    runs = {"normal": usb.normal, "stalled": usb.stalled, "mute": usb.mute, "unplug_replug": usb.unplug_replug}
    return tuple(Row("sdt", f"{name}_{fault}", run) for fault, run in runs.items())


ROWS = (
    Row("sdt", "normal", normal),
    Row("sdt", "slow", slow),
    Row("sdt", "split", split),
    Row("sdt", "merged", merged),
    Row("sdt", "noise", noise),
    Row("sdt", "wrong_checksum", partial(spoilt, fault=Fault.WRONG_CHECKSUM, times=2)),
    Row("sdt", "mute", mute),
    Row("sdt", "unplug_replug", unplug_replug),
    Row("sdt", "tcp_unplug_replug", partial(unplug_replug, tcp=True)),
    Row("sdt", "half_an_answer", partial(spoilt, fault=Fault.HALF)),
    Row("sdt", "late_answer", partial(spoilt, fault=Fault.LATE, on=Command.FIND, times=2)),
    Row("sdt", "swallowed_answer", partial(spoilt, fault=Fault.SWALLOWED)),
    Row("sdt", "not_understood", partial(spoilt, fault=Fault.REFUSED)),
    Row("sdt", "given_up", given_up),
    Row("sdt", "other_baud", other_baud),
    Row("sdt", "pulled_away", pulled_away),
    Row("sdt", "unreadable_card", unreadable),
    Row("sdt", "left_behind", left_behind),
    Row("sdt", "expired_card", expired),
    Row("sdt", "newest_address", newest_address),
    *_usb_rows("usb", ONE_PAIR),
    *_usb_rows("usb_two_pipes", TWO_PIPES),
)
