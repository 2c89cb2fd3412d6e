"""The lower half of the console: all counters of the hall, and the clerk's own day. Pure values for the templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.vocabulary import CounterState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.contract.messages import CounterNow, HallNow
    from hall_server.domain.site import HallSite
    from hall_server.web.today import Ended

SECOND = 1_000_000
MINUTE = 60 * SECOND
SLOW_FACTOR = 2  # serving longer than this many usual times
BARS = 12
BARS_WIDTH, BARS_HEIGHT = 340, 100
_BAR_GAP = 6
_TOP_LEAST = 10 * MINUTE  # a day of short services does not look like a day of long ones


class Tile(msgspec.Struct, frozen=True):
    """One counter of the hall; tone = "", slow, shut, calling."""

    no: int
    label: str
    words: str
    tone: str
    mine: bool


class HallView(msgspec.Struct, frozen=True):
    """All counters."""

    open: int
    shut: int
    waiting: int
    tiles: tuple[Tile, ...]
    notice: str


class Bar(msgspec.Struct, frozen=True):
    """One service time of today in the drawing's units."""

    x: float
    width: float
    height: float
    now: bool = False


class TodayView(msgspec.Struct, frozen=True):
    """The clerk's own day."""

    since: str
    done: int
    mean: str  # "6:38"
    bars: tuple[Bar, ...]
    bars_words: str


def clock_span(microseconds: int) -> str:
    """A service time as m:ss."""
    seconds = max(0, microseconds) // SECOND
    return f"{seconds // 60}:{seconds % 60:02d}"


def hall_view(site: HallSite, now: HallNow, mine: int) -> HallView:
    """All counters, with the slowest one named in a sentence."""
    tiles = tuple(_tile(site, counter, now.at, mine) for counter in now.counters)
    shut = sum(counter.state is CounterState.CLOSED for counter in now.counters)
    slow = next((tile for tile in tiles if tile.tone == "slow" and not tile.mine), None)
    notice = f"{slow.no} 号窗口这一位办了 {slow.words}，可以去问一声" if slow else ""
    return HallView(len(tiles) - shut, shut, now.waiting, tiles, notice)


def _tile(site: HallSite, counter: CounterNow, at: int, mine: int) -> Tile:
    minutes = max(0, at - counter.since) // MINUTE
    is_mine = counter.no == mine
    match counter.state:
        case CounterState.CLOSED:
            return Tile(counter.no, "", "未开", "shut", is_mine)
        case CounterState.IDLE:
            return Tile(counter.no, "—", "空闲", "", is_mine)
        case CounterState.PAUSED:
            over = at > (counter.back_at or at)
            return Tile(counter.no, "暂停", "过时了" if over else "就回来", "slow" if over else "away", is_mine)
        case CounterState.CALLING:
            return Tile(counter.no, counter.label, "叫号中", "calling", is_mine)
        case CounterState.SERVING:
            usual = min((site.queues[queue].service_s for queue in site.counters[counter.no].queues), default=480.0)
            slow = minutes * 60 > SLOW_FACTOR * usual
            return Tile(counter.no, counter.label, f"{minutes} 分", "slow" if slow else "", is_mine)


def today_view(ended: Sequence[Ended], since: str, serving_us: int | None) -> TodayView:
    """The clerk's service times, the newest dozen as bars; the ticket at hand is the last bar."""
    times = [end.served_us for end in ended if end.served_us is not None]
    mean = clock_span(sum(times) // len(times)) if times else ""
    shown = times[-(BARS - (serving_us is not None)) :] + ([serving_us] if serving_us is not None else [])
    top = max([*shown, _TOP_LEAST])
    step = BARS_WIDTH / BARS
    bars = tuple(
        Bar(
            x=round(index * step, 1),
            width=round(step - _BAR_GAP, 1),
            height=round(max(2.0, BARS_HEIGHT * value / top), 1),
            now=serving_us is not None and index == len(shown) - 1,
        )
        for index, value in enumerate(shown)
    )
    words = "每位用时：" + "，".join(clock_span(value) for value in shown)
    return TodayView(since, len(times), mean, bars, words)
