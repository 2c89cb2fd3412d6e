"""Which site file a hall is served with: the version that holds today, or the file itself while none was published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hall_server.commands.shared import checked_site, now, same_hall, site_of

if TYPE_CHECKING:
    from pathlib import Path

    from config.site import Site
    from hall_server.commands.home import Home
    from hall_server.domain.site_versions import Published
    from hall_server.store.reading import HallReader

_PAGE = 500


def held_site(home: Home, site_file: Path) -> tuple[Site, str]:
    """The checked site, and the version that it is; "" when it is the file's own. Its paths begin beside the file.

    Leaves when the database is another hall's, or older or newer than this program.
    """
    from contextlib import closing

    from hall_server.domain.business_day import business_day
    from hall_server.domain.site import HALL_ZONE
    from hall_server.domain.site_versions import holds_on

    own = site_of(site_file)
    same_hall(home, own)
    with closing(home.place().reader(own.hall.id)) as reader:
        held = holds_on(publications(reader), business_day(now(), HALL_ZONE))
        if held is None:
            return own, ""
        text = text_of(reader, held.version)
    if not sealed(home, own.hall.id, held):
        raise click.ClickException(
            f"site version {held.version} carries no seal of this hall: publish it again, `kapok hall site publish`"
        )
    return site_in(site_file, held.version, text), held.version


def publications(reader: HallReader) -> list[Published]:
    """All that were ever published, oldest first."""
    from hall_server.domain.site_versions import PUBLISHED, published_of

    found: list[Published] = []
    while page := reader.records(PUBLISHED, found[-1].n if found else 0, _PAGE):
        found += map(published_of, page)
    return found


def text_of(reader: HallReader, version: str) -> str:
    """The text of a draft; leaves when there is none of this version."""
    from hall_server.domain.site_versions import DRAFTED, Drafted

    for one in reader.records_about(version):
        if one.kind == DRAFTED:
            return one.as_(Drafted).text
    raise click.ClickException(f"no draft {version}; see `kapok hall site list`")


def site_in(site_file: Path, version: str, text: str) -> Site:
    """The checked site of a version; errors name file and version."""
    from config.errors import ConfigError
    from config.reader import parsed
    from config.site.checks import site_from

    path = site_file.with_name(f"{site_file.name}@{version}")
    try:
        return checked_site(site_from(path, parsed(path, text.encode())), path)
    except ConfigError as error:
        raise click.ClickException(str(error)) from None


def sealed(home: Home, hall: str, one: Published) -> bool:
    """Whether whoever published it had the hall's key."""
    import hmac

    from hall_server.domain.site_versions import seal_of

    key = home.pseudonym_key()
    return bool(key) and hmac.compare_digest(one.seal, seal_of(key, hall, one.version, one.first, one.by))
