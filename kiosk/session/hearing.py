"""朗读 in a visit, as values: who listens how, what is said just now, and what may happen to that (ui.md 4.1).

Speech, like everything of a visit, ends with it. Words that are said may hold a surname: they are in no repr.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.values import Hushed, Value, replace

if TYPE_CHECKING:
    from kiosk.session.modes import Language
    from kiosk.session.state import Session

STEPS = 5
USUAL = 3  # the step of volume and of speed that a visit begins with
WARNING = "warning"  # what stands while 您还在吗？ is asked, instead of a page


class Hearing(Hushed, Value, frozen=True):
    """How this visit is listened to."""

    private: bool = False  # headphones are in: nobody else hears it
    curtain: bool = False  # 画面已关: the picture is off, the visit goes on by keys and ears
    panel: bool = False  # the sheet with volume, speed and the curtain stands over the page
    volume: int = USUAL  # 1 … STEPS
    usual: int = USUAL  # the step of volume that staff set for this machine
    speed: int = USUAL  # 1 … STEPS
    turn: int = 0  # counts what is said: a caption of something earlier comes too late
    caption: str = ""  # what is being said right now

    @property
    def after_visit(self) -> Hearing:
        """What is left of it when a visit ends: the plug, and how loud staff set it; everything else begins anew."""
        return Hearing(private=self.private, turn=self.turn + 1, volume=self.usual, usual=self.usual)

    @property
    def next_turn(self) -> Hearing:
        """Something else is said, or nothing any more."""
        return replace(self, turn=self.turn + 1, caption="")


class Knob(StrEnum):
    """What the sheet of 朗读 can do."""

    LOUDER = "louder"
    SOFTER = "softer"
    FASTER = "faster"
    SLOWER = "slower"
    CURTAIN = "curtain"  # picture off, picture on
    SILENT = "silent"  # 不朗读了
    CLOSE = "close"


class ReadOut(Hushed, Value, frozen=True):
    """Say this, which stands on `page` (a Page, or "warning"); dropped when something else stands by now."""

    at: float
    page: str
    text: str
    language: Language
    interrupt: bool = True  # what is being said ends at once; else this waits for its end

    def __repr__(self) -> str:
        return f"ReadOut({self.page}, {len(self.text)} characters, {self.language})"


class Silenced(Value, frozen=True):
    """The glass was touched: what is being said ends."""

    at: float


class CaptionCame(Hushed, Value, frozen=True):
    """The voice of `turn` begins these words; empty: it has ended."""

    at: float
    turn: int
    text: str

    def __repr__(self) -> str:
        return f"CaptionCame({self.turn}, {len(self.text)} characters)"


class HeadphonesChanged(Value, frozen=True):
    """A plug went in, or came out."""

    at: float
    inside: bool


class PadPressed(Value, frozen=True):
    """A key of the pad below the screen; what it does on the page is the reading's business, which has it too."""

    at: float


AloudEvent = ReadOut | Silenced | CaptionCame | HeadphonesChanged | PadPressed


def shown_on(session: Session) -> str:
    """What stands on the screen, by name: a page, or the question 您还在吗？."""
    return WARNING if session.warning is not None else session.page.value
