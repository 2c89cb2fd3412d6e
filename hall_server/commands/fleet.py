"""`kapok hall fleet list|send|sent`: how kiosks are, what they are sent to do, what came of it; from the hall's folder.

The page 设备 does the same for staff. Works beside a hall that serves, which hears of it within a second.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from hall_server.commands.home import at_home_of
from hall_server.commands.shared import JSON, newest_tables, now, say, site_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hall_server.commands.home import Home
    from hall_server.domain.records import Record, RecordReader

_DAY = 24 * 3_600 * 1_000_000
_PAGE = 500
_ACTS = ("restart", "service_off", "service_on", "settings", "settings_back", "logs", "screenshot")


@click.group()
def fleet() -> None:
    """机群: how kiosks are, what they are sent to do, and what came of it."""


@fleet.command("list", epilog="\b\nExample:  kapok hall fleet list --data hall/\n")
@at_home_of
@JSON
def fleet_list(home: Home, *, as_json: bool) -> None:
    """Each kiosk as it was in its newest five minutes: condition, slips left, version."""
    newest_tables(home)
    newest = {slot.kiosk: slot for slot in home.reader().health_slots(now() - 3 * _DAY)}
    told = [
        {
            "kiosk": slot.kiosk,
            "at": _moment(slot.at),
            "condition": slot.condition.value,
            "paper": slot.paper,
            "version": slot.version,
        }
        for _, slot in sorted(newest.items())
    ]
    lines = [
        f"{one['kiosk']:<12}{one['condition']:<8}{one['paper']!s:>6}  {one['version']:<10}{one['at']}" for one in told
    ]
    say(told, "\n".join(lines) or "no kiosk has told how it is yet", as_json=as_json)


@fleet.command(
    "send",
    epilog=(
        "\b\nExamples:\n"
        "  kapok hall fleet send --data hall/ --site hall.toml K1 restart\n"
        "  kapok hall fleet send --data hall/ --site hall.toml K1 service_off code_scanner\n"
        "  kapok hall fleet send --data hall/ --site hall.toml K1 settings kiosk.idle_s=45 speech.quiet_db=6\n"
        "  kapok hall fleet send --data hall/ --site hall.toml K1 logs      # then look at it on 设备\n"
    ),
)
@at_home_of
@click.option("--site", "site_file", type=click.Path(dir_okay=False), required=True, help="The site file (TOML).")
@click.argument("kiosk")
@click.argument("act", type=click.Choice(_ACTS))
@click.argument("words", nargs=-1)
@JSON
def fleet_send(home: Home, *, site_file: str, kiosk: str, act: str, words: tuple[str, ...], as_json: bool) -> None:
    """Have a kiosk do something once, at its next heartbeat: signed by the hall, told back, in the book.

    WORDS: the box to switch (id_card, receipt_printer, code_scanner, page_printer, document_scanner), or KEY=VALUE of
    settings. What is fetched is looked at on the page 设备, for a quarter of an hour.
    """
    from pathlib import Path

    from hall_server.contract.fleet import FleetAct, FleetRecord
    from hall_server.contract.problems import HallProblem
    from hall_server.domain.deeds import judge_order
    from hall_server.flows.fleet_desk import fleet_record

    known = [one.id for one in site_of(Path(site_file)).kiosk]
    if kiosk not in known:
        raise click.ClickException(f"{site_file} has no kiosk {kiosk}; it has {', '.join(known) or 'none'}")
    newest_tables(home)
    wanted = FleetAct(act)
    settings = dict(map(_setting, words)) if wanted is FleetAct.SETTINGS else {}
    what = FleetRecord(wanted, service="" if settings else " ".join(words), settings=settings)
    try:
        judge_order(what)
    except HallProblem as problem:
        raise click.UsageError(problem.detail) from None
    home.run(lambda tx: tx.add_record(fleet_record(kiosk, what, now(), "")))
    say({"kiosk": kiosk, "act": act}, f"{kiosk}: {act} at its next heartbeat, within a day", as_json=as_json)


@fleet.command("sent", epilog="\b\nExample:  kapok hall fleet sent --data hall/ --kiosk K1\n")
@at_home_of
@click.option("--kiosk", default="", help="To this machine only.")
@JSON
def fleet_sent(home: Home, *, kiosk: str, as_json: bool) -> None:
    """What kiosks were sent within a week, who sent it, and what came of it."""
    newest_tables(home)
    told = [one for one in _sent(home.reader()) if kiosk in {"", one["kiosk"]}]
    lines = [f"{one['at']}  {one['kiosk']:<10}{one['act']:<16}{one['state']:<10}{one['code']}".rstrip() for one in told]
    say(told, "\n".join(lines) or "nothing was sent", as_json=as_json)


def _sent(reader: RecordReader) -> list[dict[str, str]]:
    from hall_server.contract.fleet import FleetRecord
    from hall_server.domain.deeds import DeedBook

    book, kiosks = DeedBook(), dict[str, None]()
    for one in entries(reader, now() - 7 * _DAY):
        book.take_in(one.about, one.as_(FleetRecord), one.at, one.actor, str(one.n))
        kiosks[one.about] = None
    found = [(kiosk, one) for kiosk in kiosks for one in book.of(kiosk)]
    return [
        {
            "at": _moment(one.at),
            "kiosk": kiosk,
            "act": one.deed.act,
            "about": one.deed.service or ",".join(sorted(one.deed.settings)),
            "by": one.by,
            "state": one.standing(now()).value,
            "code": one.code,
        }
        for kiosk, one in sorted(found, key=lambda pair: pair[1].at)
    ]


def entries(reader: RecordReader, since: int) -> Iterator[Record]:
    """Entries of the fleet from a moment on."""
    from hall_server.contract.fleet import KIND
    from hall_server.flows.records_since import before_moment

    after = before_moment(reader, KIND, since)
    while page := reader.records(KIND, after, _PAGE):
        yield from page
        after = page[-1].n


def _setting(word: str) -> tuple[str, Any]:
    import msgspec

    key, _, text = word.partition("=")
    try:
        return key, msgspec.json.decode(text)
    except msgspec.DecodeError:
        return key, text


def _moment(at: int) -> str:
    return datetime.fromtimestamp(at / 1_000_000, UTC).isoformat(timespec="seconds")
