"""What to bring for one thing or several, to take along on a telephone: behind the code on a kiosk's plan (UI-K23).

The address names items and nobody: whoever has it may read it, as the guides on the wall.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from litestar import Response, get

from hall_server.contract.problems import HallProblem
from hall_server.domain.rights import Right
from hall_server.web.place import Place

if TYPE_CHECKING:
    from hall_server.contract.visits import MaterialNeed

MOST = 12  # items of one list


class Thing(msgspec.Struct, frozen=True):
    """One thing to bring; `for_items`: for how many of them, 1 where that goes without saying."""

    name: str
    for_items: int


@get("/bring/{items:str}", right=Right.OPEN, sync_to_thread=False)
def page(place: Place, items: str) -> Response[str]:
    """The list, by ids with commas between; a list that names something else than items is not found."""
    asked = tuple(dict.fromkeys(one for one in items.split(",") if one))
    try:
        plan = place.hall.items.plan(asked[:MOST]) if asked else None
    except HallProblem:
        plan = None
    if plan is None:
        return place.page("phone/bring.html", {"names": (), "things": ()}, 404)
    names = tuple(place.hall.site.items[one].name for one in plan.items)
    return place.page("phone/bring.html", {"names": names, "things": tuple(map(_thing, plan.materials))})


def _thing(need: MaterialNeed) -> Thing:
    return Thing(need.name, max(1, len(need.for_items)))


BRING_ROUTES = (page,)
