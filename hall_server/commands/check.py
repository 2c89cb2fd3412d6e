"""`kapok hall check`: is a site file right, and what should its hall know about it?"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from hall_server.commands.finding_words import place, sentence
from hall_server.commands.plan import open_days, planned, weak_points
from hall_server.commands.shared import JSON, SITE, now, say, site_of

if TYPE_CHECKING:
    from hall_server.domain.findings import Finding

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(
    epilog=(
        "\b\nExamples:\n"
        "  kapok hall check --site config/sites/demo.toml\n"
        "  kapok hall check --site hall.toml --strict --json      for scripts: leaves with 1 when there is a fault\n"
        "  kapok hall check --site hall.toml --day config/sites/demo_day.toml      and will the counters do?\n"
    )
)
@SITE
@click.option("--strict", is_flag=True, help="Leave with exit code 1 when a finding is a fault.")
@click.option("--day", "day_file", type=_FILE, help="Who comes when (TOML): the plan checker looks over each day.")
@JSON
def check(site_file: Path, *, strict: bool, day_file: Path | None, as_json: bool) -> None:
    """Read a site file and say what is in it, or what is wrong with it: file, key, what was expected.

    A right file is then looked over: queues that nobody serves or that pause at lunch, kinds of counter that are
    missing, years without known holidays. Such findings are told and change nothing.
    """
    from config.errors import ConfigError
    from hall_server.app import hall_site
    from hall_server.app.provider_file import provider_of
    from hall_server.app.trust_file import list_of
    from hall_server.domain.business_day import business_day
    from hall_server.domain.findings import Severity, findings

    site = site_of(site_file)
    try:
        trust = list_of(site.codes, str(site_file)) if site.codes else None
        provider_of(site.sso, str(site_file))  # its secret can be read
    except ConfigError as error:
        raise click.ClickException(str(error)) from None
    rules = hall_site(site, str(site_file))
    today = date.fromisoformat(business_day(now(), rules.zone, rules.limits.day_rolls_at_min))
    found = findings(rules, today)
    counted = {"counters": len(site.counter), "queues": len(site.queue), "items": len(site.item)}
    words = [f"{site_file}: {site.hall.name}, " + ", ".join(f"{n} {kind}" for kind, n in counted.items())]
    if trust is not None:
        counted["issuers"] = len(trust.issuers)
        words.append(f"  trust list {trust.serial}: {', '.join(one.id for one in trust.issuers) or 'nobody'}")
    elif site.codes is not None:
        words.append("  trust list: the city's, fetched while the hall serves")
    words += [line for one in found for line in _lines(one, site_file)]
    weak = {} if day_file is None else {day: planned(rules, day_file, site_file, day) for day in open_days(rules)}
    words += [f"  warning {day}: {said}" for day, plan in weak.items() for said in weak_points(plan)]
    rows = [_row(one, site_file) for one in found]
    plans = {"plan": {day: plan.findings for day, plan in weak.items()}} if weak else {}
    say({"hall": site.hall.id, **counted, "findings": rows, **plans}, "\n".join(words), as_json=as_json)
    if strict and any(one.severity is Severity.FAULT for one in found):
        raise click.exceptions.Exit(1)


def _lines(one: Finding, site_file: Path) -> tuple[str, str]:
    key, expected = place(one)
    return f"  {one.severity} {one.clause}: {sentence(one)}", f"      {site_file}: {key}: expected {expected}"


def _row(one: Finding, site_file: Path) -> dict[str, object]:
    key, expected = place(one)
    said = {"file": str(site_file), "key": key, "expected": expected, "words": sentence(one)}
    return {**msgspec.structs.asdict(one), **said}
