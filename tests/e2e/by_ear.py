"""Somebody who sees nothing: six keys, as real bytes on a pad's wire, and ears. Everything else is the kiosk's own.

The kiosk runs whole: its loop and its devices in one thread, its screen in another; the hall answers from memory. What
was heard is what was handed to the speaker's port.
"""

from __future__ import annotations

import asyncio
import re
import threading
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from devices.access_pad.emulator import AccessPadEmulator
from devices.code_scanner.simulator import SimulatedCodeScanner
from devices.id_card.simulator import SimulatedCardReader
from devices.receipt_printer.simulator import SimulatedReceiptPrinter
from devices.registry.access_pad import access_pad
from devices.speaker.simulator import SimulatedSpeaker
from devices.speaker.words import spoken
from devices.values.access_pad import PadKey
from hall_server.contract.messages import WaitBand
from hall_server.contract.vocabulary import Chip
from kiosk.bridge import KioskThread, Sessions, close_view, open_view
from kiosk.bridge.reading import Reader
from kiosk.codes.following import FollowingVerifier
from kiosk.runner.boxes import Boxes
from kiosk.session.state import Rules
from kiosk.viewmodels.frame import About
from kiosk.viewmodels.intents import Intents
from kiosk.viewmodels.screen import Screen
from tests.integration.kiosk.booking_hall import BookingHall
from tests.integration.kiosk.stand_in import staged
from tests.unit.hall_server.contract.codes.made_up import HALL, TRUST, code

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from pathlib import Path

    from PySide6.QtQuick import QQuickView
    from pytestqt.qtbot import QtBot

    from devices.values.id_card import IdCard
    from hall_server.contract.messages import TicketView
    from kiosk.runner import Kiosk
    from kiosk.session.state import Session

PLACE = re.compile(r"第 \S+ 项，共 \S+ 项|第 \S+ 項，共 \S+ 項|\d+ of \d+")
WITHIN_MS = 15_000
WORDS = ("text", "label", "name", "title", "note", "described")  # properties in which a page says something
MOST_STOPS = 60


class HallOfTwoFloors(BookingHall):
    """Its numbers say where to wait, how long and what to bring; whoever asks for a low counter has one upstairs."""

    def made(self, ticket_id: str) -> TicketView:
        low = bool(self.commands) and Chip.WHEELCHAIR in self.commands[-1].chips
        where = {"place": "二楼 A 区", "counters": (2,)} if low else {"place": "一楼大厅", "counters": (4, 9)}
        told = {"ahead": 6, "wait": WaitBand(10, 18), "bring": ("有效身份证件",), "low_counters": low}
        return msgspec.structs.replace(super().made(ticket_id), **where, **told)


class Hands:
    """The pad's far end, in a thread of its own."""

    def __init__(self, link: Path) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="hands", daemon=True)
        self._thread.start()
        self.pad = AccessPadEmulator(link=link)
        self.do(self.pad.start())

    def do(self, what: Coroutine[object, object, None]) -> None:
        """See it done."""
        asyncio.run_coroutine_threadsafe(what, self._loop).result(10)

    def rest(self) -> None:
        """Unplug the pad and go."""
        self.do(self.pad.stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


class Taken(QObject):
    """Counts the keys that the reader has acted upon."""

    one = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.one.connect(self._count, Qt.ConnectionType.QueuedConnection)

    def _count(self) -> None:
        self.count += 1


class Listener:
    """A visitor at a kiosk, whose pages that end by themselves are patient enough for a slow machine."""

    def __init__(self, qtbot: QtBot, folder: Path, hall: BookingHall) -> None:
        self._qtbot = qtbot
        self.speaker, self.reader, self.printer = SimulatedSpeaker(), SimulatedCardReader(), SimulatedReceiptPrinter()
        self.scanner, codes = SimulatedCodeScanner(), FollowingVerifier(HALL)
        codes.follow(TRUST)
        self.captions: list[str] = []
        boxes = Boxes(
            card_reader=self.reader,
            printer=self.printer,
            scanner=self.scanner,
            speaker=self.speaker,
            access_pad=access_pad({"driver": "evdev", "address": str(folder / "pad")}),
        )
        rules = Rules(ticket_s=120, state_s=120, cleared_s=5, idle_s=300)
        self.kiosk: Kiosk = staged(hall, folder, boxes, rules, codes=codes).kiosk
        intents = Intents(self.kiosk)
        self.screen = Screen(intents, About("1 号机", "木棉区政务服务中心"))
        self.view: QQuickView = open_view(self.screen, still=True)
        self._focus = Reader(self.view, self.kiosk, intents)
        self.kiosk.observe(Sessions(self._show, self.view).put)
        self._loop: asyncio.AbstractEventLoop | None = None
        self.kiosk.observe(self._met)
        self._taken, self._pressed = Taken(), 0
        self.kiosk.on_key(self._feel)
        self.view.show()
        self.hands = Hands(folder / "pad")
        self._from, self._at_s = 0, 1000.0
        self._thread = KioskThread(self.kiosk, ended=lambda: None)
        self._thread.start()
        self.until(lambda: self.screen.shown_page() == "home" and self._is_well())

    def _show(self, session: Session) -> None:
        self.screen.show(session)
        self._focus.see(session)

    def _feel(self, key: PadKey) -> None:
        self._focus.press(key)
        self._taken.one.emit()  # queued behind the key itself

    def _met(self, session: Session) -> None:
        if session.hearing.caption and session.hearing.caption not in self.captions[-1:]:
            self.captions.append(session.hearing.caption)
        self._loop = asyncio.get_running_loop()

    def _is_well(self) -> bool:
        session, devices = self.kiosk.session, self.kiosk.session.devices
        return session.online and devices.speaker and devices.printer and devices.card_reader and devices.scanner

    def leave(self) -> None:
        """The kiosk stops; everything is closed."""
        self._thread.stop()
        self.hands.rest()
        close_view(self.view)

    def until(self, holds: Callable[[], object]) -> None:
        """Wait for it while the screen goes on."""
        self._qtbot.waitUntil(lambda: bool(holds()), timeout=WITHIN_MS)

    @property
    def heard(self) -> str:
        """What was said since the last key, in words."""
        said = self.speaker.said[self._from :]
        return " ".join(spoken(one.text, one.language) for one in said if one.text)

    @property
    def everything_heard(self) -> str:
        """What was said from the beginning."""
        return " ".join(spoken(one.text, one.language) for one in self.speaker.said)

    @property
    def tones(self) -> list[str]:
        """Sounds without words."""
        return [one.chime.value for one in self.speaker.said if not one.text]

    def lay(self, card: IdCard) -> None:
        """A card on the glass."""
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self.reader.tap, card)

    def show_a_code(self) -> None:
        """A 红棉码 before the scanner."""
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self.scanner.scan, code().encode())

    def lift(self) -> None:
        """Take it back."""
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self.reader.lift)

    def put_headphones_in(self) -> None:
        """A plug goes in."""
        self.hands.do(self.hands.pad.plug_in())

    def press(self, key: PadKey) -> None:
        """One key, by its bytes, until it has been acted upon: who hears only then presses the next."""
        self._from = len(self.speaker.said)
        self._at_s += 0.2  # by the pad's own clock: no key bounces
        self.hands.do(self.hands.pad.press(key, at_s=self._at_s))
        self._pressed += 1
        self.until(lambda: self._taken.count == self._pressed)

    def hear(self, words: str) -> str:
        """Wait until these words have been said; returns all that was."""
        self.until(lambda: words in self.heard)
        return self.heard

    def next_thing(self) -> str:
        """The next thing that can be touched, as it is said."""
        self.press(PadKey.DOWN)
        self.until(lambda: PLACE.search(self.heard) or self._is_at_question())
        return self.heard

    def _is_at_question(self) -> bool:
        return self._focus.focus == "" and bool(self.heard)

    def is_dark(self) -> bool:
        """Nobody can look over the shoulder: the upper half of the screen is black."""
        picture = self.view.grabWindow()
        return {picture.pixelColor(x, y).lightness() for x in range(0, 1080, 60) for y in range(0, 860, 60)} == {0}

    def what_is_left(self) -> str:
        """All words that the window's items still hold, seen or not, what is written as a caption, the clipboard."""
        things = [self.view, *self.view.findChildren(QObject)]
        words = [str(value) for one in things for name in WORDS if (value := one.property(name))]
        return "\n".join([*words, self.kiosk.session.hearing.caption, QGuiApplication.clipboard().text()])

    def choose(self, *names: str) -> None:
        """Go down until something begins with one of these names, then OK."""
        for _ in range(MOST_STOPS):
            if self.next_thing().strip().startswith(names):
                self.press(PadKey.SELECT)
                return
        raise AssertionError(f"{names} was never said; last: {self.heard}")
