"""远程帮办 from this kiosk: a person of the city on the screen, in words, with pages that they push.

Blocking, like the rest of this room; each verb raises HallSilentError or HallRefusedError (`city_away`, `city_refused`,
`not_found`: show the greeter's desk instead). One object for each session; nothing of what was said is kept here.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from hall_server.contract.city.video import Speech, VideoSession
from hall_server.contract.city_questions import AskVideo
from hall_server.contract.messages import Empty
from hall_server.contract.remote_help import AllowScreen, SayWords, ScreenTaken, TalkView

if TYPE_CHECKING:
    from kiosk.hall_client.client import HallClient

WITHIN_S = 5.0  # the city has 3.5 s at the hall
HEAR_EVERY_S = 1.0  # how often whoever shows a talk asks what came


class RemoteHelp:
    """One session. For one thread at a time."""

    def __init__(self, hall: HallClient, session: str = "") -> None:
        self.session = session or str(uuid.uuid4())
        self._hall = hall
        self._path = f"city/video/{self.session}"
        self._after = 0

    def open(self, item: str = "", speech: Speech = Speech.MANDARIN) -> VideoSession:
        """Get in line; again is the same. `ahead`, `wait_min` say how long, `address` joins by picture."""
        return self._hall.question("city/video", self.session, AskVideo(item, speech), VideoSession, WITHIN_S)

    def look(self) -> VideoSession:
        """How it stands."""
        return self._hall.read(self._path, VideoSession)

    def hear(self) -> TalkView:
        """What came since the last time: lines in order, each once."""
        view = self._hall.read(f"{self._path}/lines?after={self._after}", TalkView)
        self._after = max(self._after, view.next)
        return view

    def say(self, line: str, words: str) -> TalkView:
        """One line under an id of its own (a UUID); the same again does no harm. `hear` brings it back."""
        return self._hall.question(f"{self._path}/say", line, SayWords(words), TalkView, WITHIN_S)

    def share_screen(self, *, shared: bool) -> TalkView:
        """The visitor says yes or no; without an answer the screen counts as seen: ask again, or hang up."""
        order = AllowScreen(shared)
        return self._hall.question(f"{self._path}/screen", str(uuid.uuid4()), order, TalkView, WITHIN_S)

    def show_picture(self, picture: bytes) -> ScreenTaken:
        """What stands on the screen, a small JPEG, after a yes. Refused with `screen_not_shared`: it is over."""
        return self._hall.hand_over(f"{self._path}/picture", str(uuid.uuid4()), picture, ScreenTaken, WITHIN_S)

    def hang_up(self) -> VideoSession:
        """It is over; again is the same."""
        return self._hall.question(f"{self._path}/hang_up", str(uuid.uuid4()), Empty(), VideoSession, WITHIN_S)
