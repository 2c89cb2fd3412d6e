"""朗读 and the six keys: reads the glass out, keeps the focus, and touches what it stands on. Qt's thread only.

What is said comes from the accessibility tree alone; how it is said is `kiosk.speech`'s, whether it may be said is the
session's. Keys may be pressed from any thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal

from devices.values.access_pad import PadKey
from kiosk.bridge.reading.ring import Ring
from kiosk.bridge.reading.touch import TouchFilter
from kiosk.bridge.reading.tree import Found, press, read
from kiosk.session.aloud import must_be_heard, speaks
from kiosk.session.hearing import shown_on
from kiosk.session.leaving import LAST_S
from kiosk.session.modes import Language
from kiosk.speech.entries import Role, Spoken
from kiosk.speech.phrases import PHRASES
from kiosk.speech.saying import BACK, asks_anew, entry_said, news, page_said, stands_otherwise, stops, text_said, typed

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickView

    from kiosk.session.state import Session
    from kiosk.viewmodels.intents import Intents

LOOK_AGAIN_MS = 40  # a page on its way in has no question yet
GIVE_UP_AFTER = 25  # looks: a second
AGAIN_MS = 4_000  # 请取回身份证 (UI-K5)
SAME_TOUCH_MS = 400  # as `Rules.same_touch_s`
RING = "focus_ring"


class Voice(Protocol):
    """The kiosk as the reading needs it; every method may be called from the screen's thread."""

    def read_out(self, page: str, text: str, language: Language, *, interrupt: bool = True) -> None:
        """Say what stands on this page."""

    def silence(self) -> None:
        """Stop."""


class Reader(QObject):
    """Shown every session with `see`; pressed with `press`."""

    _pressed = Signal(str)

    def __init__(self, view: QQuickView, voice: Voice, intents: Intents, *, again_ms: int = AGAIN_MS) -> None:
        super().__init__(view)
        self._view, self._voice, self._intents = view, voice, intents
        self._session: Session | None = None
        self._ring = Ring()
        self._entries: tuple[Spoken, ...] = ()
        self._page: tuple[object, ...] = ()  # what was read out as a page; empty: nothing yet
        self._acted = ""  # what the last key or finger did
        self._armed = ""  # what was touched last: touched again, it acts
        self._stamp = 0  # when that was
        self._hint = True  # how one goes on is said once
        self._by_keys = False
        self._reminded = False
        self._looks = 0
        self._touch = TouchFilter(view, down=self._finger_down, up=self._finger_up, parent=self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.look)
        self._again = QTimer(self, interval=again_ms)
        self._again.timeout.connect(self._say_page_again)
        self._pressed.connect(self._key, Qt.ConnectionType.QueuedConnection)

    @property
    def focus(self) -> str:
        """The object name under the focus; empty at the page's question."""
        here = self._ring.here
        return here.key if here is not None else ""

    def see(self, session: Session) -> None:
        """A session has been shown."""
        self._session = session
        self._touch.active = speaks(session)
        if not speaks(session):
            self._fall_silent()
        self._remind(wanted=must_be_heard(session))
        if speaks(session) and not self._soon.isActive():
            self._soon.start(0)

    def press(self, key: PadKey) -> None:
        """A key of the pad; any thread."""
        self._pressed.emit(key.value)

    def look(self) -> None:
        """Read the glass: say a page that is new, or what has changed on the one that stands."""
        session = self._session
        if session is None or not speaks(session):
            return
        found = read(self._view)
        entries = tuple(one.spoken for one in found)
        page = (shown_on(session), session.hearing.panel, session.modes.language)
        if page != self._page:
            self._arrive(page, entries)
        else:
            self._go_on(entries)
        self._draw(found)
        self._ask_again(session)

    def _arrive(self, page: tuple[object, ...], entries: tuple[Spoken, ...]) -> None:
        if not any(entry.role is Role.HEADING for entry in entries) and self._looks < GIVE_UP_AFTER:
            self._looks += 1
            self._soon.start(LOOK_AGAIN_MS)
            return
        self._looks, self._page, self._armed, self._reminded = 0, page, "", False
        self._entries = entries
        self._ring.begin(stops(entries))
        self._say_page()

    def _go_on(self, entries: tuple[Spoken, ...]) -> None:
        """The page stands: a new question is said from its beginning, notices and the changed stop alone."""
        before, was = self._entries, self._ring.here
        self._entries = entries
        self._ring.renew(stops(entries))
        here = self._ring.here
        if asks_anew(before, entries):
            self._ring.begin(stops(entries))
            self._say_page()
            return
        notices = (*news(before, entries), *(typed(before, entries) if self._acted else ()))
        if notices:
            self._acted = ""
            self._say("".join(text_said(notice, self._language, private=self._private) for notice in notices))
        elif was is not None and here is not None and stands_otherwise(was, here, touched=self._acted == here.key):
            self._say_here()

    def _ask_again(self, session: Session) -> None:
        warning = session.warning
        if warning is not None and not self._reminded and warning.ends_at - session.now <= LAST_S:
            self._reminded = True
            self._say_page()

    def _fall_silent(self) -> None:
        if self._page:
            self._page, self._entries, self._armed, self._hint, self._by_keys = (), (), "", True, False
            self._ring.begin(())
            self._draw(())

    def _remind(self, *, wanted: bool) -> None:
        if wanted and not self._again.isActive():
            self._again.start()
            QTimer.singleShot(LOOK_AGAIN_MS, self, self._say_page_again)  # its page is on the way in
        elif not wanted:
            self._again.stop()

    def _key(self, name: str) -> None:
        key = PadKey(name)
        self._by_keys, self._armed, self._acted = True, "", ""
        if key is PadKey.HELP:
            self._intents.ask_for_help()
        if not self._met():
            return
        match key:
            case PadKey.UP | PadKey.DOWN:
                self._ring.move(1 if key is PadKey.DOWN else -1)
                self._say_here()
            case PadKey.SELECT:
                self._select()
            case PadKey.NEXT:
                self._say_here()
            case PadKey.BACK:
                self._go_back()
        self.look()

    def _met(self) -> bool:
        """Whether the page that stands has been read out: what is pressed before that was meant for another one.

        The first key of all wakes the voice, and does nothing else.
        """
        before = self._page
        self.look()
        return bool(before) and before == self._page

    def _select(self) -> None:
        here = self._ring.here
        if here is None:
            self._ring.lead()
            self._say_here()
        elif here.disabled or not self._act(here.key):
            self._say_here()

    def _go_back(self) -> None:
        way = next((stop.key for stop in self._ring.stops if stop.key.endswith(BACK)), "")
        if not way or not self._act(way):
            self._say(PHRASES[self._language].no_way_back)

    def _act(self, key: str) -> bool:
        self._acted = key
        item = next((one.item for one in read(self._view) if one.spoken.key == key and one.spoken.touchable), None)
        return item is not None and press(item)

    def _finger_down(self) -> None:
        self._voice.silence()

    def _finger_up(self, x: float, y: float, stamp: int) -> None:
        """The first touch reads what lies there, the second on the same acts; too soon it is a finger that trembles."""
        if not self._met():
            return
        there = [entry for entry in self._entries if entry.place.holds(x, y)]
        stop = next((entry for entry in reversed(there) if entry.touchable), None)
        if stop is None:
            self._armed = ""
            if there:
                self._say(text_said(there[-1], self._language, private=self._private))
            return
        self._ring.focus(stop.key)
        armed, before, self._armed, self._stamp = self._armed, self._stamp, stop.key, stamp
        if armed == stop.key and 0 < stamp - before < SAME_TOUCH_MS:
            return
        if armed != stop.key or stop.disabled or not self._act(stop.key):
            self._say_here()
        self.look()

    def _say_page(self) -> None:
        phrases = PHRASES[self._language]
        hint = (phrases.keys if self._by_keys else phrases.touches) if self._hint and self._touch.active else ""
        self._hint = False
        self._say(page_said(self._entries, self._language, private=self._private, hint=hint))

    def _say_page_again(self) -> None:
        """请取回身份证, to everybody who is there, for as long as it is so."""
        if self._session is not None and must_be_heard(self._session):
            self._entries = tuple(one.spoken for one in read(self._view))
            self._say_page()

    def _say_here(self) -> None:
        here = self._ring.here
        if here is None:
            self._say_page()
        else:
            place, count = self._ring.at + 1, len(self._ring.stops)
            self._say(entry_said(here, place, count, self._language, private=self._private))

    def _say(self, text: str) -> None:
        if self._session is not None and text:
            self._voice.read_out(shown_on(self._session), text, self._language)

    def _draw(self, found: tuple[Found, ...]) -> None:
        """The ring of 6 px around the focus, also for whoever sees a little."""
        ring = self._view.rootObject().findChild(QObject, RING) if self._view.rootObject() is not None else None
        if ring is None:
            return
        here = next((one for one in found if one.spoken.key and one.spoken.key == self.focus), None)
        ring.setProperty("shown", here is not None)
        if here is not None:
            ring.setProperty("place", QRectF(*here.spoken.place))
            here.item.forceActiveFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _language(self) -> Language:
        return Language.ZH_CN if self._session is None else self._session.modes.language

    @property
    def _private(self) -> bool:
        return self._session is not None and self._session.hearing.private
