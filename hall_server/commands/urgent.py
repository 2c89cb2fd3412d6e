"""`kapok hall urgent post|lift|show`: one sentence on every kiosk, at once (CL-H22).

Asks the hall that serves, over its API: only it can tell the kiosks. Knows no database.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import msgspec

from hall_server.commands.served import Served, asking
from hall_server.commands.shared import JSON, say
from hall_server.contract.urgent_notice import (
    LATIN_MOST,
    MINUTES_MOST,
    WORDS_MOST,
    LiftUrgentNotice,
    PostUrgentNotice,
    UrgentNow,
)

if TYPE_CHECKING:
    from pathlib import Path

_BY = click.option("--by", default="", help="Your work number; not needed with a key bound to a counter.")


@click.group()
def urgent() -> None:
    """An urgent notice on every kiosk: over the idle screen, at the head of each page, and said aloud once.

    Asks a hall that serves, with a credential file of a counter key: kapok hall key new --role counter --out desk.toml
    """


@urgent.command(
    "post",
    epilog=(
        "\b\nExample:  kapok hall urgent post 二楼漏水，请走东门离开 --minutes 30 --key desk.toml --by 0317"
        ' --en "Water on floor 2: please leave by the east door"'
    ),
)
@click.argument("words")
@click.option("--hk", "words_hk", default="", help=f"In traditional characters; at most {WORDS_MOST}.")
@click.option("--en", "words_en", default="", help=f"In English; at most {LATIN_MOST} letters.")
@click.option("--minutes", type=click.IntRange(1, MINUTES_MOST), default=30, help="Until it ends by itself.")
@_BY
@asking
@JSON
def post_notice(key_file: Path, server: str, *, as_json: bool, **told: str | int) -> None:
    """Say it: at most 24 characters of what happened and what to do. It takes the place of the one before."""
    try:
        order = msgspec.convert(told, PostUrgentNotice)
    except msgspec.ValidationError as error:
        raise click.UsageError(str(error)) from None
    _said(Served(key_file, server).ask("urgent_notice", UrgentNow, order), as_json=as_json)


@urgent.command("lift", epilog="\b\nExample:  kapok hall urgent lift --key desk.toml --by 0317")
@_BY
@asking
@JSON
def lift_notice(key_file: Path, server: str, by: str, *, as_json: bool) -> None:
    """It is over: kiosks go on as usual."""
    _said(Served(key_file, server).ask("urgent_notice/lift", UrgentNow, LiftUrgentNotice(by)), as_json=as_json)


@urgent.command("show", epilog="\b\nExample:  kapok hall urgent show --key desk.toml")
@asking
@JSON
def show_notice(key_file: Path, server: str, *, as_json: bool) -> None:
    """What stands on the kiosks now."""
    _said(Served(key_file, server).ask("urgent_notice", UrgentNow), as_json=as_json)


def _said(now: UrgentNow, *, as_json: bool) -> None:
    say(msgspec.to_builtins(now), now.notice.words if now.notice else "no urgent notice stands", as_json=as_json)
