"""A wording pack as a value, read from its file beside this one. Knows no site.

No postponed annotations here: msgspec needs the tables when it reads a file.
"""

from functools import cache
from pathlib import Path

import msgspec

from config.reader import read_toml, shaped
from config.shapes import Level, Region, Table, Text

FOLDER = Path(__file__).parent


class Shape(Table, frozen=True):
    """[[shape]]: one kind of venue, at which levels it stands, and its name with {parts} and [parts that may lack]."""

    kind: Text
    levels: tuple[Level, ...]
    words: Text


class Pack(Table, frozen=True):
    """A pack. `endings`: how parts of a name end; a part without endings is any Chinese word."""

    id: Text
    city: Text
    english: Text
    region: Region
    levels: dict[str, str]
    shape: tuple[Shape, ...]
    hotline: str = "12345"
    endings: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)

    def shapes_of(self, level: str) -> tuple[Shape, ...]:
        """The shapes that a venue of a level may have."""
        return tuple(one for one in self.shape if level in one.levels)


def packs() -> tuple[str, ...]:
    """The ids of the packs that there are."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


@cache
def load_pack(pack_id: str) -> Pack:
    """The pack; KeyError when there is none of this id, ConfigError for a broken file."""
    if pack_id not in packs():
        raise KeyError(pack_id)
    path = FOLDER / f"{pack_id}.toml"
    return shaped(path, read_toml(path), Pack)
