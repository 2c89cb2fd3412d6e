"""Made-up visits with a pad (UI-K6, K32). Pure; the numbers belong to nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.identity.words import Reason
from kiosk.session.state import Page, Visit
from kiosk.session.typing import Pad, Typed, TypingWay
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.state import Session


def typing_examples(idle: Session, visit: Visit) -> dict[str, Session]:
    """A number as it grows, whole, odd; a permit's letters; a passport's state."""

    def at(text: str, **more: object) -> Session:
        way = replace(TypingWay(Typed.OWN, came_from=Page.CARD, text=text), **more)  # type: ignore[arg-type]  # fields of a way
        return replace(idle, page=Page.NUMBER, visit=replace(visit, person=None, way=way))

    return {
        "number": at("4401061990"),
        "number_whole": at("110101199003070935"),
        "number_odd": at("4401061990193"),
        "number_letters": at("H12345678", pad=Pad.LETTERS),
        "number_refused": at("HX1", pad=Pad.LETTERS, refusal=Reason.UNKNOWN_FORM),
        "number_state": at("", pad=Pad.LETTERS, number="AB12345"),
    }
