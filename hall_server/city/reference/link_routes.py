"""The reference city's links under /links: made-up agencies, and two official addresses that lead nowhere."""

from __future__ import annotations

from litestar import get

from hall_server.city.reference.document import Contract, Operation
from hall_server.city.reference.problems import CityError, CityProblem
from hall_server.contract.city.links import Link, LinkCategory, Links

_LISTED = {
    LinkCategory.INTERMEDIARY: tuple(
        Link(f"agency-{no}", f"示例中介机构{name}", f"https://agency-{no}.example/", "示例：编出来的机构")
        for no, name in enumerate("甲乙丙丁戊己", 1)
    ),
    LinkCategory.OFFICIAL: (
        Link("portal", "示例政务服务网", "https://portal.example/", "网上办事"),
        Link("market", "示例中介服务超市", "https://market.example/", "查中介服务机构"),
    ),
}


@get("/links/list", sync_to_thread=False)
def links(category: str = "") -> Links:
    """What there is of a category."""
    try:
        found = LinkCategory(category)
    except ValueError:
        raise CityError(CityProblem.BAD_REQUEST, field="category") from None
    return Links(found, _LISTED[found])


LINK_ROUTES = (links,)
LINKS = Contract(
    "links",
    "How a hall lists places on the net neutrally; what each word means: links.md.",
    (Operation("GET", "/links/list", "The links of a category.", None, 200, Links, ("category",)),),
    LINK_ROUTES,
)
