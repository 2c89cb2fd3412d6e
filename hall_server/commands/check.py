"""`kapok hall check`: is a site file right, and what should its hall know about it? Words for `domain.findings`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from hall_server.commands.shared import JSON, SITE, now, say, site_of

if TYPE_CHECKING:
    from pathlib import Path

    from hall_server.domain.findings import Finding

WORDS = {
    "year_unknown": "public holidays of {subject} are not known, plain weekdays hold: bring the program up to date, "
    "or write hall.overrides",
    "queue_without_counter": "queue {subject}: no counter on weekdays {days}, though the hall is open",
    "queue_pauses": "queue {subject}: all its counters are closed from {from} until {until} on weekdays {days}: "
    "name one of them in noon_counters, or give it a lunch of its own",
    "extended_without_effect": "{subject} until {until} makes no weekday {days} longer: give it `open`, or a later "
    "`until`",
    "code_format_unknown": "item {subject}: {field} {code!r} is of no length in catalogue.code_lengths; it is kept",
    "bookings_end": "no [[{subject}]] holds from {from} on, though queues have a book_share: nothing is bookable then",
    "issuer_in_clear": "sso.issuer {subject} is asked without TLS: whoever sits on the line can sign in as anybody; "
    "use https",
    "tree_missing": "bundle {subject} has no questions: give it `first`, [[bundle.question]] and [[bundle.leaf]]",
    "tree_leads_nowhere": "bundle {subject}: {at} leads to an id that is neither a question nor a leaf",
    "tree_turns_in_circles": "bundle {subject}: from question {at} some answers never come to a leaf",
    "tree_never_reached": "bundle {subject}: no answer leads to {at}",
    "tree_empty_leaf": "bundle {subject}: leaf {at} names no item and says nothing",
    "tree_foreign_item": "bundle {subject}: a leaf names item {at}, which is none of the bundle's",
    "tree_item_left_out": "bundle {subject}: no answer leads to its item {at}",
    "proxy_without_way": "item {subject}: nobody else may come, and neither at_home nor by_video is a way",
    "hkmo_without_reason": "item {subject}: hkmo = false, and no hkmo_note says why",
    "counter_kind_missing": "no counter of kind {subject}, as a hall of level {level} should have",
}


@click.command(
    epilog=(
        "\b\nExamples:\n"
        "  kapok hall check --site config/sites/demo.toml\n"
        "  kapok hall check --site hall.toml --strict --json      for scripts: leaves with 1 when there is a fault\n"
    )
)
@SITE
@click.option("--strict", is_flag=True, help="Leave with exit code 1 when a finding is a fault.")
@JSON
def check(site_file: Path, *, strict: bool, as_json: bool) -> None:
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
    words += [f"  {one.severity} {one.clause}: {sentence(one)}" for one in found]
    say({"hall": site.hall.id, **counted, "findings": found}, "\n".join(words), as_json=as_json)
    if strict and any(one.severity is Severity.FAULT for one in found):
        raise click.exceptions.Exit(1)


def sentence(finding: Finding) -> str:
    """A finding in words, for the person who writes the site file."""
    return WORDS[finding.code].format(subject=finding.subject, **finding.detail)
