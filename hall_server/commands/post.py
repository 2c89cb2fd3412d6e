"""`kapok hall post`: what the hall has to tell its city, what the city will not have, and sending it again."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click
import msgspec

from hall_server.commands.home import at_home_of
from hall_server.commands.shared import JSON, now, say

if TYPE_CHECKING:
    from hall_server.commands.home import Home
    from hall_server.contract.post import PortPost, PostLetter

_MOST = 1000


@click.group()
def post() -> None:
    """The post to the city: how much waits for each platform, dead letters, sending them again."""


@post.command(
    "list", epilog="\b\nExamples:\n  kapok hall post list --data hall/\n  kapok hall post list --data hall/ --dead\n"
)
@at_home_of
@click.option("--dead", is_flag=True, help="The letters that the city will not have, with the reason.")
@JSON
def post_list(home: Home, *, dead: bool, as_json: bool) -> None:
    """How much waits, was taken in the last three days, and is dead; or the dead letters one by one."""
    from hall_server.flows.post_desk import page_of, post_now

    reader = home.reader()
    if dead:
        page = page_of(reader.city_messages("", "dead", 0, _MOST + 1), _MOST)
        lines = [_letter(one) for one in page.letters]
        more = ["… and more"] if page.next else []
        say(msgspec.to_builtins(page), "\n".join(lines + more) or "no dead letters", as_json=as_json)
        return
    told = post_now((), reader.post_counts())
    lines = [_port(one) for one in told.ports]
    say(msgspec.to_builtins(told), "\n".join(lines) or "no post to the city yet", as_json=as_json)


@post.command(
    "again",
    epilog=(
        "\b\nExamples:\n"
        "  kapok hall post again --data hall/ 0f8fad5b-d9cb-469f-a165-70867728950e\n"
        "  kapok hall post again --data hall/ --all\n"
    ),
)
@at_home_of
@click.argument("letter_ids", nargs=-1)
@click.option("--all", "all_of_them", is_flag=True, help="Every dead letter.")
def again(home: Home, letter_ids: tuple[str, ...], *, all_of_them: bool) -> None:
    """Send dead letters again, under their old ids: what the city has after all is not doubled. The hall may serve."""
    from hall_server.domain.city.post import MessageState, once_more
    from hall_server.store.city_rows import message_values
    from hall_server.store.statements_city import SET_MESSAGE

    if bool(letter_ids) == all_of_them:
        raise click.UsageError("name the letters, or --all")
    reader, hall_id, at = home.reader(), home.hall(), now()
    wanted = (
        reader.city_messages("", MessageState.DEAD.value, 0, _MOST)
        if all_of_them
        else [reader.city_message(one.lower()) for one in letter_ids]
    )
    dead = [one for one in wanted if one is not None and one.state is MessageState.DEAD]
    if len(dead) < len(wanted):
        raise click.ClickException(f"{len(wanted) - len(dead)} of these are no dead letters; nothing was changed")
    if dead:
        home.place().change([(SET_MESSAGE, message_values(hall_id, once_more(one, at))) for one in dead])
    click.echo(f"{len(dead)} to be sent again")


def _port(one: PortPost) -> str:
    since = f"  the oldest since {_when(one.oldest_at)}" if one.waiting else ""
    return f"{one.port:<14}{one.waiting:>7} waiting{one.taken:>8} taken{one.dead:>6} dead{since}"


def _letter(one: PostLetter) -> str:
    return f"{one.id}  {one.port}/{one.kind:<12}{one.why:<20}{one.tries:>3} tries  {_when(one.made_at)}"


def _when(at: int) -> str:
    return time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime(at // 1_000_000))
