"""`kapok hall fleet …`: how kiosks are, what they are sent, what came of it, alerts; from the folder of the hall.

The page 设备 does the same for staff. Works beside a hall that serves, which hears of it within a second.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from hall_server.commands.home import at_home_of
from hall_server.commands.shared import JSON, newest_tables, now, say, site_of
from hall_server.contract.fleet import KIND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hall_server.commands.home import Home
    from hall_server.domain.records import Record, RecordReader
    from hall_server.domain.seams import Transaction

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

    def work(tx: Transaction) -> None:
        tx.add_record(fleet_record(kiosk, what, now(), ""))

    home.run(work)
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


@fleet.command("alerts", epilog="\b\nExample:  kapok hall fleet alerts --data hall/ --json\n")
@at_home_of
@click.option("--closed", is_flag=True, help="Also those of the last month that have closed.")
@JSON
def fleet_alerts(home: Home, *, closed: bool, as_json: bool) -> None:
    """告警 that stand: a silent kiosk, a broken box, paper, disk, clock, a failed update, a copied key.

    Exit code 1 while one stands.
    """
    newest_tables(home)
    found = [one for one in _alerts(home.reader()) if closed or not one["closed_at"]]
    lines = [f"{one['opened_at']}  {one['kiosk']:<10}{one['kind']:<16}{one['closed_at']}".rstrip() for one in found]
    say(found, "\n".join(lines) or "no alert stands", as_json=as_json)
    if any(not one["closed_at"] for one in found):
        sys.exit(1)


@fleet.command("security", epilog="\b\nExample:  kapok hall fleet security --data hall/ --hours 72\n")
@at_home_of
@click.option("--hours", type=click.IntRange(1, 24 * 366), default=24, help="How far back.")
@click.option("--lines", is_flag=True, help="As lines of RFC 5424, as a sink gets them.")
@JSON
def fleet_security(home: Home, *, hours: int, lines: bool, as_json: bool) -> None:
    """安全事件: doors, tilt, power, wrong PINs and codes, copied or refused machines, locked accounts; oldest first."""
    import msgspec

    from hall_server.domain.security_events import rfc5424, security_entry

    newest_tables(home)
    found = [told for one in entries(home.reader(), now() - hours * _DAY // 24, "") if (told := security_entry(one))]
    words = [
        rfc5424(one, home.hall()) if lines else f"{_moment(one.at)}  {one.kiosk or '-':<10}{one.event}" for one in found
    ]
    say(msgspec.to_builtins(found), "\n".join(words) or "nothing happened", as_json=as_json)


def _alerts(reader: RecordReader) -> list[dict[str, str]]:
    from hall_server.contract.fleet import FleetAct, FleetRecord

    found: list[dict[str, str]] = []
    standing: dict[tuple[str, str], dict[str, str]] = {}
    for one in entries(reader, now() - 31 * _DAY):
        what = one.as_(FleetRecord)
        cause = one.about, what.reason
        if what.act is FleetAct.ALERT_OPENED and cause not in standing:
            standing[cause] = {"kiosk": one.about, "kind": what.reason, "opened_at": _moment(one.at), "closed_at": ""}
            found.append(standing[cause])
        elif what.act is FleetAct.ALERT_CLOSED and cause in standing:
            standing.pop(cause)["closed_at"] = _moment(one.at)
    return found


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


def entries(reader: RecordReader, since: int, kind: str = KIND) -> Iterator[Record]:
    """Entries of the fleet, or of another kind, from a moment on."""
    from hall_server.flows.records_since import before_moment

    after = before_moment(reader, kind, since)
    while page := reader.records(kind, after, _PAGE):
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
