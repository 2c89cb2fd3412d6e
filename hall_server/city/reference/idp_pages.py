"""The provider's two pages: who are you, and what cannot be answered. No password is asked for: a demonstration.

The form's answer leads to the hall that asked, so that the page's policy must name that origin: Chromium holds
`form-action` against redirects too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Response

from hall_server.city.reference.files import TEMPLATES
from hall_server.city.reference.idp_asked import NAMES, origin
from hall_server.city.reference.idp_staff import STAFF
from hall_server.city.reference.pages import PAGE_HEADERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hall_server.city.reference.idp_asked import Asked

_POLICY = "Content-Security-Policy"
_OWN_FORM = "form-action 'self'"


class IdpPages:
    """The pages of one provider."""

    def __init__(self) -> None:
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, auto_reload=False
        )
        for name in ("sign_in", "sign_in_not"):
            self._templates.get_template(f"city/{name}.html")

    def sign_in(self, asked: Asked, fields: Mapping[str, str], chosen: str) -> Response[str]:
        """Whom to sign in as; the question travels along in the form."""
        carried = {name: fields[name] for name in NAMES if name in fields}
        html = self._render("sign_in", staff=STAFF.values(), carried=carried, chosen=chosen, client=asked.client_id)
        policy = PAGE_HEADERS[_POLICY].replace(_OWN_FORM, f"{_OWN_FORM} {origin(asked.redirect_uri)}")
        return Response(html, headers={**PAGE_HEADERS, _POLICY: policy}, media_type="text/html")

    def not_known(self) -> Response[str]:
        """Somebody asks whom this provider does not know, or wants the answer where it must not go."""
        return Response(
            self._render("sign_in_not", words="这个应用没有登记，不能从这里登录"),
            status_code=400,
            headers=PAGE_HEADERS,
            media_type="text/html",
        )

    def signed_out(self) -> Response[str]:
        """Nobody is signed in at this browser any more."""
        return Response(
            self._render("sign_in_not", words="已经退出统一认证"), headers=PAGE_HEADERS, media_type="text/html"
        )

    def _render(self, template: str, **values: object) -> str:
        return self._templates.get_template(f"city/{template}.html").render(values)
