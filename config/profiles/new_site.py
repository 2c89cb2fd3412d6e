"""A new site file from a profile and a wording pack: TOML with comments, for a technician to go on with.

Words in, words out; whoever asks writes the file.
"""

from __future__ import annotations

from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

import msgspec

from config.packs import VenueNameError, read_name, venue_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.packs import Pack

FOLDER = Path(__file__).parent
LEVELS = ("city", "district", "street", "village")
_QUEUES = {  # which queue of a profile takes what its items ask for
    "city": {"persons": "A", "business": "C", "collect": "L", "building": "E"},
    "district": {"persons": "A", "business": "C", "collect": "L", "building": "C"},
    "street": {"persons": "A", "business": "A", "collect": "L", "building": "A"},
    "village": {"persons": "A", "business": "A", "collect": "A", "building": "A"},
}
_PARTS = {"city": (), "district": ("district",), "street": ("district", "street")}
_ENGLISH = {
    "city": "Government Service Centre",
    "district": "District Service Centre",
    "street": "Community Service Centre",
    "village": "Neighbourhood Service Station",
}


class Place(msgspec.Struct, frozen=True):
    """Where a hall stands, as far as it is told; empty parts may be read from its name."""

    district: str = ""
    street: str = ""
    community: str = ""


def new_site(profile: str, pack: Pack, hall_id: str, place: Place, name: str = "") -> str:
    """A whole site file. With a name, the name is checked and its parts are taken; else it is made from the place.

    Raises VenueNameError for a name of no legal shape, or a place with a part missing.
    """
    parts = _PARTS.get(profile, ("district", "street", "community"))
    told = {part: words for part in parts if (words := getattr(place, part))}
    kind = "centre" if profile in {"city", "district"} else profile
    if name:
        told = {**told, **read_name(pack, profile, name).parts}
    else:
        name = venue_name(pack, kind, profile, told)
    if profile == "village" and "district" not in told:
        raise VenueNameError("also the district, of the hall to which people are sent on: --district", name)
    words = {
        **dict.fromkeys(("district", "street", "community"), ""),
        **told,
        **_QUEUES[profile],
        "id": hall_id,
        "name": name,
        "pack": pack.id,
        "level": profile,
        "level_word": pack.levels[profile],
        "city": pack.city,
        "english_name": f"{pack.english} {_ENGLISH[profile]}",
        "hotline": pack.hotline,
        "region": _region(profile, pack),
    }
    files = (profile, "items", *(() if profile == "village" else ("booking",)))
    made = [_read("hall", words), *(_read(file, words) for file in files), *_venues(profile, pack, told)]
    return made[0] + "\n".join((*made[1:], _read("english", words)))


def _read(part: str, words: dict[str, str]) -> str:
    return Template((FOLDER / f"{part}.toml").read_text(encoding="utf-8")).substitute(words)


def _region(profile: str, pack: Pack) -> str:
    if profile == "city":
        return f'region = "{pack.region}" # 行政区划代码 — GB/T 2260'
    beginning = pack.region[:4]
    return f'# region = "{beginning}.." # 本区的行政区划代码；填了才认得外地来的人 — six digits of GB/T 2260'


def _venues(profile: str, pack: Pack, told: dict[str, str]) -> Iterator[str]:
    """The halls above this one, to which people are sent on, the nearest first."""
    above = LEVELS[: LEVELS.index(profile)]
    for level in reversed(above):
        kind = "centre" if level in {"city", "district"} else level
        parent = LEVELS[LEVELS.index(level) - 1] if level != "city" else ""
        yield (
            f"# {pack.levels[level]}\n"
            "[[venue]]\n"
            f'id = "{level}"\n'
            f'name = "{venue_name(pack, kind, level, told)}"\n'
            f'level = "{level}"\n'
            f'parent = "{parent}"\n'
            'address = "" # 写上地址，人们才找得到 — people are sent there\n'
            f'phone = "{pack.hotline}"\n'
        )
