"""What a telephone finds behind the code on a kiosk's screen: one certificate, once (CL-E18).

Programs that read codes look ahead at addresses: looking shows a page with a button, and only the button fetches. Its
form is answered without the header of the other phone pages: who has the address has everything there is to have.
"""

from __future__ import annotations

from litestar import Response, get, post

from hall_server.domain.rights import Right
from hall_server.web.place import PAGE_HEADERS, Place

_PDF = {"Content-Disposition": 'attachment; filename="certificate.pdf"'}


@get("/d/{name:str}", right=Right.OPEN, sync_to_thread=False)
def look(place: Place, name: str) -> Response[str]:
    """Whether it still waits; looking uses nothing up."""
    if not place.hall.files.waits(name):
        return _nothing(place)
    return place.page("phone/download.html", {"name": name})


@post("/d/{name:str}", right=Right.OPEN, status_code=200)
async def fetch(place: Place, name: str) -> Response[str] | Response[bytes]:
    """The file, to the first who asks."""
    found = place.hall.files.fetch(name)
    if found is None:
        return _nothing(place)
    return Response(found, media_type="application/pdf", headers={**PAGE_HEADERS, **_PDF})


def _nothing(place: Place) -> Response[str]:
    return place.page("phone/download.html", {"name": ""}, 404)


DOWNLOAD_ROUTES = (look, fetch)
