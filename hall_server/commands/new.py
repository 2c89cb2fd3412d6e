"""`kapok hall new`: a whole site file to begin with, for a level of hall in the words of a city (CL-A1 to A4)."""

from __future__ import annotations

from pathlib import Path

import click

from hall_server.commands.shared import JSON, say, site_of

_LEVELS = ("city", "district", "street", "village")


@click.command(
    epilog=(
        "\b\nExamples:\n"
        "  kapok hall new --profile street --pack guangzhou --name 天河区石牌街便民服务中心 --out hall.toml\n"
        "  kapok hall new --profile street --pack tianjin --district 和平区 --street 南营门街道 --out hall.toml\n"
        "  kapok hall new --profile village --pack guangzhou --district 天河区 --street 石牌街 --community 华师社区 "
        "--out hall.toml\n"
    )
)
@click.option(
    "--profile", type=click.Choice(_LEVELS), required=True, help="Level of the hall: 市、区、街（镇）、社区（村）."
)
@click.option("--pack", "pack_id", default="guangzhou", show_default=True, help="Wording pack: guangzhou, tianjin.")
@click.option("--name", default="", help="Its name; refused, with the nearest legal one, when it has no legal shape.")
@click.option("--district", default="", help="区, as in 天河区: the name is then made.")
@click.option("--street", default="", help="街、镇、乡.")
@click.option("--community", default="", help="社区、村.")
@click.option("--id", "hall_id", default="", help="Id of the hall, unique in its city; made of pack and level if not.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file; never replaced.")
@JSON
def new(*, profile: str, pack_id: str, name: str, hall_id: str, out: Path, as_json: bool, **place: str) -> None:
    """Make a whole, valid site file with comments: counters, queues, items, a kiosk, bookings for a hall of a level.

    Everything in it is meant to be changed; `kapok hall check` looks over what you make of it.
    """
    from config.durable import new_file
    from config.packs import VenueNameError, load_pack, packs
    from config.profiles import Place, new_site

    if pack_id not in packs():
        raise click.UsageError(f"--pack {pack_id}: one of {', '.join(packs())}")
    try:
        made = new_site(profile, load_pack(pack_id), hall_id or f"{pack_id}-{profile}", Place(**place), name)
        with new_file(out) as file:
            file.write_text(made, encoding="utf-8")
            site = site_of(file)
    except VenueNameError as error:
        raise click.UsageError(str(error)) from None
    except FileExistsError:
        raise click.ClickException(f"{out} is there already; it is never replaced") from None
    except OSError as error:
        raise click.ClickException(f"cannot write {out}: {error.strerror}") from None
    counted = {"counters": len(site.counter), "items": len(site.item), "boards": len(site.board)}
    words = f"{out}: {site.hall.name}, " + ", ".join(f"{n} {kind}" for kind, n in counted.items())
    say({"file": str(out), "hall": site.hall.id, "name": site.hall.name, **counted}, words, as_json=as_json)
