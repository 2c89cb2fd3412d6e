"""The city's pages as templates with what they show; no route, no question is answered here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Response

from hall_server.city.reference.files import TEMPLATES, load_files
from hall_server.city.reference.persons import PERSONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.city.reference.code_desk import CodeDesk
    from hall_server.city.reference.faults import Faults
    from hall_server.city.reference.notice_words import Shown
    from hall_server.city.reference.persons import Person

PAGE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


class Pages:
    """The pages of one city. A broken template stops the start, not a visit."""

    def __init__(self, desk: CodeDesk) -> None:
        self.files = load_files()
        self._desk = desk
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, auto_reload=False
        )
        for name in ("front", "phone", "lost", "book"):
            self._templates.get_template(f"city/{name}.html")

    def front(self, faults: Faults, heard: Sequence[Shown] = ()) -> Response[str]:
        """Whose code may be shown, messages, faults."""
        ring = self._desk.keys.ring()
        return self._page(
            "front",
            city=ring.name,
            issuer=ring.issuer,
            serial=ring.serial,
            faults=faults,
            persons=PERSONS,
            heard=heard,
        )

    def phone(self, person: Person, by: Person | None) -> Response[str]:
        """The telephone that shows a turning code; `by`: who holds it for the person, None = they themselves."""
        relation = by.family[person.id] if by else ""
        family = [(PERSONS[one], relation) for one, relation in person.family.items()] if by is None else []
        return self._page("phone", person=person, by=by, relation=relation, family=family)

    def book(self, person: Person, values: dict[str, object], *, said: bool) -> Response[str]:
        """A person's bookings; `said`: that the last try was none."""
        return self._page("book", 200, person=person, said=said, **values)

    def lost(self, words: str) -> Response[str]:
        """A friendly page for an address that leads nowhere."""
        return self._page("lost", 404, words=words)

    def _page(self, template: str, status: int = 200, **values: object) -> Response[str]:
        html = self._templates.get_template(f"city/{template}.html").render(values)
        return Response(html, status_code=status, headers=PAGE_HEADERS, media_type="text/html")
