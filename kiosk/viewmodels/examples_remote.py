"""Made-up talks with a person of the city (UI-K29). Pure; nobody wrote any of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.city.talk import LineKind, Speaker, TalkLine
from kiosk.session.remote import RemoteWay, ScreenStep, TalkStep
from kiosk.session.state import Page, Visit
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.state import Session

_VIDEO = "https://video.example/0f8fad5b"
_LINES = (
    TalkLine(n=1, by=Speaker.VISITOR, at=1, words="我听不见，请打字"),
    TalkLine(n=2, by=Speaker.STAFF, at=2, words="好的。您要办的是居住证，请带身份证、相片回执和居住证明。"),
    TalkLine(n=3, by=Speaker.STAFF, at=3, kind=LineKind.PAGE, words="", page="https://guide.example/i01"),
)


def remote_examples(idle: Session) -> dict[str, Session]:
    """UI-K29 in all its states, and a page that somebody far away sees."""

    def at(step: TalkStep, **more: object) -> Session:
        way = RemoteWay("example", idle.now, step, **more)  # type: ignore[arg-type]  # fields of a way
        return replace(idle, page=Page.REMOTE, visit=Visit(started_at=idle.now, talk=way), help_from=Page.CARD)

    return {
        "remote_opening": at(TalkStep.OPENING),
        "remote_waiting": at(TalkStep.WAITING, ahead=2, wait_min=8),
        "remote": replace(at(TalkStep.TALKING, lines=_LINES[:2], address=_VIDEO), help_from=Page.HOME),
        "remote_screen": at(TalkStep.TALKING, lines=_LINES[:2], address=_VIDEO),
        "remote_screen_asked": at(TalkStep.TALKING, address=_VIDEO, screen=ScreenStep.ASKED),
        "remote_screen_beginning": at(TalkStep.TALKING, address=_VIDEO, screen=ScreenStep.BEGINNING),
        "remote_screen_refused": at(TalkStep.TALKING, lines=_LINES[:2], screen=ScreenStep.REFUSED),
        "card_talk": replace(at(TalkStep.TALKING), page=Page.CARD, help_from=Page.HOME),
        "card_shared": replace(at(TalkStep.TALKING, screen=ScreenStep.ON), page=Page.CARD, help_from=Page.HOME),
        "remote_page": at(TalkStep.TALKING, lines=_LINES, phrase_page=1),
        "remote_typing": at(TalkStep.TALKING, lines=_LINES[:2], pad=True, typed="A042"),
        "remote_over": at(TalkStep.OVER, lines=_LINES[:2]),
        "remote_away": at(TalkStep.AWAY),
    }
