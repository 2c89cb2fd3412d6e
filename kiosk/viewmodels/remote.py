"""UI-K29 远程帮办: what was written, the newest last, page by page; ready phrases; a pushed page as a code. Pure.

Without a page the code is the city's address of the talk, for picture and sound on the visitor's own telephone.
"""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from hall_server.contract.city.talk import Speaker
from kiosk.session.remote import ScreenStep, TalkStep, remote_way
from kiosk.session.sharing import may_share
from kiosk.session.talk_words import PHRASES
from kiosk.values import Value
from kiosk.viewmodels.pads import LETTER_COLUMNS, PadKey, letter_keys
from kiosk.viewmodels.qr import QrRun, qr_runs
from kiosk.viewmodels.room import form_of

if TYPE_CHECKING:
    from hall_server.contract.city.talk import TalkLine
    from kiosk.session.state import Session

PIECE = 40  # characters of one bubble: a longer line stands in several
PHRASES_SHOWN = 5  # the sixth place is 打字's; and the fifth 给工作人员看's, where there is a page to show
ADDRESS = 60  # characters of an address that stand there; the code has all of it


class Bubble(Value, frozen=True):
    """A line, or a piece of one. `address`: of a pushed page, in words."""

    mine: bool
    words: str
    address: str = ""


class RemoteProps(Value, frozen=True):
    """`step`: a TalkStep, `screen` a ScreenStep. `wait_min` -1: nobody has said.

    `code`: of the newest page among the bubbles, else of the talk itself (`by_video`).
    """

    step: str = TalkStep.OPENING
    ahead: int = 0
    wait_min: int = -1
    bubbles: tuple[Bubble, ...] = ()
    earlier: bool = False
    phrases: tuple[str, ...] = ()
    more_phrases: bool = False
    left_out: int = 0
    hotline: str = ""
    code: tuple[QrRun, ...] = ()
    code_side: int = 0
    by_video: bool = False
    screen: str = ScreenStep.OFF
    may_share: bool = False
    pad: bool = False
    typed: str = ""
    keys: tuple[PadKey, ...] = ()
    columns: int = LETTER_COLUMNS


def remote_props(session: Session) -> RemoteProps:
    """Derive the page; under 您还在吗？ nothing of the talk is shown."""
    way = None if session.warning is not None else remote_way(session)
    if way is None:
        return RemoteProps()
    form = form_of(session)
    fit = 1 if way.pad or form.large or (form.low and form.landscape) else 2 if form.low or form.landscape else 3
    pieces = [bubble for line in way.lines for bubble in _bubbles(line)]
    pages = max(1, -(-len(pieces) // fit))
    end = len(pieces) - (way.line_page % pages) * fit
    shown = tuple(pieces[max(0, end - fit) : end])
    pushed = next((one.address for one in reversed(shown) if one.address), "")
    address = pushed or (way.address if way.step is TalkStep.TALKING else "")
    code, side = qr_runs(address) if address else ((), 0)
    codes = tuple(PHRASES)
    share = may_share(session)
    places = PHRASES_SHOWN - share
    phrase_pages = -(-len(codes) // places)
    start = way.phrase_page % phrase_pages * places
    return RemoteProps(
        step=way.step,
        ahead=way.ahead,
        wait_min=-1 if way.wait_min is None else way.wait_min,
        bubbles=shown,
        earlier=pages > 1,
        phrases=codes[start : start + places],
        more_phrases=phrase_pages > 1,
        left_out=way.left_out,
        hotline=session.hall.hotline if session.hall else "",
        code=code,
        code_side=side,
        by_video=not pushed and side > 0,
        screen=way.screen,
        may_share=share,
        pad=way.pad,
        typed=way.typed,
        keys=letter_keys() if way.pad else (),
    )


def _bubbles(line: TalkLine) -> list[Bubble]:
    mine = line.by is Speaker.VISITOR
    pieces = [Bubble(mine, piece) for piece in wrap(line.words, PIECE)]
    if line.page:
        shown = line.page if len(line.page) <= ADDRESS else line.page[:ADDRESS] + "…"  # its host stands first
        pieces.append(Bubble(mine, shown, line.page))
    return pieces
