"""A site file as one value.

No postponed annotations here: msgspec needs the tables when it reads a file.
"""

import msgspec

from config.shapes import Table
from config.site.alerts import Alerts
from config.site.booking import Booking
from config.site.bundles import Bundle
from config.site.city import City
from config.site.codes import TrustedCodes
from config.site.floor import Board, Counter, Defaults, HallTable, Kiosk, Queue, User
from config.site.items import Catalogue, Item, Material
from config.site.services import Service
from config.site.sso import Sso
from config.site.venues import Venue


class Site(Table, frozen=True):
    """A whole site file."""

    hall: HallTable
    counter: tuple[Counter, ...]
    queue: tuple[Queue, ...]
    item: tuple[Item, ...]
    catalogue: Catalogue = Catalogue()
    material: tuple[Material, ...] = ()
    bundle: tuple[Bundle, ...] = ()
    service: tuple[Service, ...] = ()
    venue: tuple[Venue, ...] = ()
    kiosk: tuple[Kiosk, ...] = ()
    board: tuple[Board, ...] = ()
    user: tuple[User, ...] = ()
    booking: tuple[Booking, ...] = ()
    codes: TrustedCodes | None = None
    city: City | None = None
    sso: Sso | None = None
    alerts: Alerts = Alerts()
    defaults: Defaults = Defaults()
    english: dict[str, str] = msgspec.field(default_factory=dict)  # Chinese words of the tables above: English ones
