"""The call board's addresses: the page, its snapshot, the calls after a number. Public in the hall, read-only."""

from __future__ import annotations

from litestar import Response, get

from hall_server.domain.rights import Right
from hall_server.web.board_layout import board_layout
from hall_server.web.board_now import BoardCalls, BoardNow, board_calls, board_now
from hall_server.web.place import Place

NO_BOARD = "没有这块大屏"
_NUMBER_DIGITS = 15  # what a page can count to


@get("/board/{board_id:str}", right=Right.OPEN, sync_to_thread=False)
def page(place: Place, board_id: str) -> Response[str]:
    """The board itself: an empty frame that board.js fills."""
    board = place.boards.get(board_id)
    if board is None:
        return place.not_found(NO_BOARD)
    if board.speaks:
        place.announcer.prepare()
    layout = board_layout(board.diagonal_in, board.distance_m)
    return place.page("board/board.html", {"board": board, "area": board.area or place.area, "layout": layout})


@get("/board/{board_id:str}/now", right=Right.OPEN, sync_to_thread=False)
def now(place: Place, board_id: str, recent: str = "") -> BoardNow | Response[str]:
    """The snapshot; with `recent` also the calls before it."""
    board = place.boards.get(board_id)
    if board is None:
        return place.not_found(NO_BOARD)
    return board_now(place.hall, board, place.clock(), recent=bool(recent))


@get("/board/{board_id:str}/calls", right=Right.OPEN, sync_to_thread=False)
def calls(place: Place, board_id: str, after: str = "0") -> BoardCalls | Response[str]:
    """The calls after an event number."""
    board = place.boards.get(board_id)
    if board is None:
        return place.not_found(NO_BOARD)
    return board_calls(place.hall, board, number_of(after))


def number_of(text: str) -> int:
    """An event number from an address; what is none counts as 0: a mangled address shows too much, never nothing."""
    plain = text.isascii() and text.isdigit() and len(text) <= _NUMBER_DIGITS
    return int(text) if plain else 0


BOARD_ROUTES = (page, now, calls)
