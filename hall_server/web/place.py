"""What the page handlers share: the hall, its staff and boards, templates, static files, sessions. One object per hall.

Answers "what time is it in this hall" and turns a template into a response; knows no routes.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Request, Response

from hall_server.domain.business_day import day_began, hall_time
from hall_server.web.lead_calls import LeadCalls
from hall_server.web.pin_desk import PinDesk
from hall_server.web.provider_desk import ProviderDesk
from hall_server.web.screen_codes import ScreenCodes
from hall_server.web.staff_sessions import StaffSessions
from hall_server.web.static_files import StaticFiles
from hall_server.web.today import TodayLog
from hall_server.web.window_desk import CounterScreens

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from config.site import Site
    from hall_server.domain.accounts import StaffAccount
    from hall_server.domain.identity_provider import IdentityProvider
    from hall_server.flows.hall import Hall
    from hall_server.flows.staff_door import StaffDoor
    from hall_server.web.announcement_pages import Announcer

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "ui/web/templates"

PageRequest: TypeAlias = Request[Any, Any, Any]

PAGE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self' blob:; "
        "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


class Place:
    """One hall as its pages see it."""

    def __init__(
        self, hall: Hall, door: StaffDoor, site: Site, announcer: Announcer, provider: IdentityProvider | None = None
    ) -> None:
        self.hall = hall
        self.announcer = announcer
        self.boards = {board.id: board for board in site.board}
        self.staff = hall.people.accounts
        self.area = site.hall.area
        self.zone = site.defaults.timezone
        self.sessions = StaffSessions(door, self.staff)
        self.pins = PinDesk(self.sessions, self.staff)
        self.provider = _provider_desk(provider, site, self.staff)
        self.files = StaticFiles.load(ROOT)
        self.windows = CounterScreens()
        self.lead_calls = LeadCalls()
        self.codes = ScreenCodes()
        self._today = TodayLog(hall.events)
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, auto_reload=False
        )
        for name in self._templates.list_templates(extensions=["html"]):
            self._templates.get_template(name)  # a broken template stops the start, not a visit

    def today(self) -> TodayLog:
        """The day's log, read up to this moment."""
        hall = self.hall
        now = hall.now()
        began = self.day_began()
        self._today.catch_up(now.business_day, now.incarnation, now.n, began)
        return self._today

    def day_began(self) -> int:
        """When the business day began, UTC microseconds."""
        site = self.hall.site
        return day_began(self.hall.now().business_day, site.zone, site.limits.day_rolls_at_min)

    def hall_time(self, at: int) -> datetime:
        """A moment on the hall's clock."""
        return hall_time(at, self.hall.site.zone)

    def clock(self) -> str:
        """Now on the hall's clock, "HH:MM"."""
        return self.hall_time(self.hall.clock.now()).strftime("%H:%M")

    def page(self, template: str, values: Mapping[str, object], status: int = 200) -> Response[str]:
        """A rendered template with the headers that every page carries."""
        html = self._templates.get_template(template).render(
            hall_name=self.hall.site.name,
            build=self.hall.build,
            assets=self.files.version,
            zone=self.zone,
            at=self.hall.clock.now(),
            **values,
        )
        return Response(html, status_code=status, headers=PAGE_HEADERS, media_type="text/html")

    def refusal(self, words: str, status: int) -> Response[str]:
        """One sentence in the place of what was asked."""
        return self.page("counter/refusal.html", {"refusal": words}, status)

    def not_found(self, words: str) -> Response[str]:
        """A friendly page for an address that leads nowhere."""
        return self.page("lost.html", {"words": words, "boards": tuple(self.boards.values())}, 404)


def _provider_desk(
    provider: IdentityProvider | None, site: Site, staff: Mapping[str, StaffAccount]
) -> ProviderDesk | None:
    if provider is None or site.sso is None:
        return None
    return ProviderDesk(provider, site.sso, site.hall.public_address, staff)
