"""A site file as one value.

No postponed annotations here: msgspec needs the tables when it reads a file.
"""

from config.site.floor import Board, Counter, Defaults, HallTable, Kiosk, Queue, User
from config.site.items import Bundle, Item
from config.site.words import Table


class Site(Table, frozen=True):
    """A whole site file."""

    hall: HallTable
    counter: tuple[Counter, ...]
    queue: tuple[Queue, ...]
    item: tuple[Item, ...]
    bundle: tuple[Bundle, ...] = ()
    kiosk: tuple[Kiosk, ...] = ()
    board: tuple[Board, ...] = ()
    user: tuple[User, ...] = ()
    defaults: Defaults = Defaults()
