"""The 事项库 under /items: versions, one of them whole, and the switch that publishes the next for a demonstration."""

from __future__ import annotations

from litestar import Response, get, post

from hall_server.city.reference.document import Contract, Operation
from hall_server.city.reference.item_desk import ItemDesk
from hall_server.contract.city.items import Snapshot, VersionRow, Versions


@get("/items/versions", sync_to_thread=False)
def versions(item_desk: ItemDesk) -> Versions:
    """Which versions there are."""
    return item_desk.versions()


@get("/items/versions/{serial:int}", sync_to_thread=False)
def snapshot(item_desk: ItemDesk, serial: int) -> Response[bytes]:
    """Exactly the bytes whose hash stands in the list."""
    return Response(item_desk.snapshot(serial), media_type="application/json")


@post("/items/next", status_code=201, sync_to_thread=False)
def publish_next(item_desk: ItemDesk) -> VersionRow:
    """The next of the versions that were given at the start."""
    return item_desk.publish_next()


ITEM_ROUTES = (versions, snapshot)
ITEM_SWITCHES = (publish_next,)
ITEMS = Contract(
    "items",
    "How a hall reads its city's catalogue of service items; what each word means: items.md.",
    (
        Operation("GET", "/items/versions", "The version in force and those to come.", None, 200, Versions),
        Operation("GET", "/items/versions/{serial}", "One version; its bytes never change.", None, 200, Snapshot),
        Operation(
            "POST", "/items/next", "Publish the next version (the reference city's alone).", None, 201, VersionRow
        ),
    ),
    (*ITEM_ROUTES, *ITEM_SWITCHES),
)
