"""A visitor who listens and presses keys: the real screen, the real session, and what was handed to the voice."""

from PySide6.QtCore import QCoreApplication

from devices.speaker.words import spoken
from devices.values.access_pad import PadKey
from kiosk.runner.voice import VOICES
from kiosk.session.effects import Hush, Say
from kiosk.session.hearing import HeadphonesChanged, PadPressed, ReadOut, Silenced
from kiosk.session.step import step
from tests.qml.glass import Visitor


class Listener(Visitor):
    """The doorway of the glass and of the reading; `said` is what the session wanted said, in order."""

    def __init__(self):
        super().__init__()
        self.said = []
        self.reader = None

    def attend(self, screen, reader):
        self.reader = reader

        def show(session):
            screen.show(session)
            reader.see(session)

        self.watch(show)

    def happen(self, event):
        _, effects = step(self.session, event)
        self.said.extend(effect for effect in effects if isinstance(effect, Say | Hush))
        super().happen(event)

    def read_out(self, page, text, language, *, interrupt=True):
        self.happen(ReadOut(self._now(), page, text, language, interrupt))

    def silence(self):
        self.happen(Silenced(self._now() + 1))

    def press(self, *keys):
        """Keys of the pad, as the loop hands them on."""
        for key in keys:
            self.happen(PadPressed(self._now() + 1))
            self.reader.press(PadKey(key))
            settle()

    def plug(self, *, inside):
        self.happen(HeadphonesChanged(self._now() + 1, inside))
        settle()

    def heard(self):
        """What was said since the last time, in words as the speaker's own."""
        said, self.said = self.said, []
        return [spoken(one.text, VOICES[one.language]) for one in said if isinstance(one, Say)]


def settle():
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete


def listening(glass, example="home"):
    """Somebody listens, and has heard the page."""
    glass.stand(example)
    glass.visitor.press("down")
    return glass.visitor.heard()
