"""What a visitor does with the glass: look, tap, touch; and the session behind it, without a clock or a network."""

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from kiosk.session.effects import AskForCheckIn, AskForTicket, PrintSlip
from kiosk.session.events import (
    Chosen,
    SlipNotPrinted,
    SlipPrinted,
    SlipUnknown,
    Stirred,
    Tick,
    TicketReserved,
    Touched,
)
from kiosk.session.step import step
from kiosk.viewmodels.examples import EXAMPLES, IDLE, TICKET

TICKET_ID = TICKET.id
NOWHERE = QPoint(0, 0)
TOUCHABLE = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.PageTab,
}


class Visitor:
    """The doorway with the real `step` behind it. A hall and a printer answer at once; `slip` says how."""

    def __init__(self):
        self.session = IDLE
        self.slip = "printed"
        self.touches = []
        self.stirred = 0
        self._show = lambda session: None

    def watch(self, show):
        self._show = show
        show(self.session)

    def stand(self, session):
        self.session = session
        self._show(session)

    def happen(self, event):
        self.session, effects = step(self.session, event)
        self._show(self.session)
        for effect in effects:
            if isinstance(effect, AskForTicket | AskForCheckIn):
                self.happen(TicketReserved(self._now(), replace(TICKET, id=effect.ticket_id)))
            if isinstance(effect, PrintSlip):
                self._answer(effect.ticket.id)

    def _answer(self, ticket_id):
        match self.slip:
            case "printed":
                self.happen(SlipPrinted(self._now(), ticket_id))
            case "mute":
                self.happen(SlipUnknown(self._now(), ticket_id, "device_silent"))
            case "never":
                pass
            case reason:
                self.happen(SlipNotPrinted(self._now(), ticket_id, reason))

    def _now(self):
        return self.session.now

    def pass_time(self, seconds):
        self.happen(Tick(self.session.now + seconds))

    def touch(self, touch):
        self.touches.append(touch)
        self.happen(Touched(self.session.now + 1, touch, TICKET_ID))

    def choose(self, choice, value):
        self.happen(Chosen(self.session.now + 1, choice, value, TICKET_ID))

    def stir(self):
        self.stirred += 1
        self.happen(Stirred(self.session.now))


class Glass:
    """The view as a visitor meets it."""

    def __init__(self, view, screen, visitor):
        self.view, self.screen, self.visitor = view, screen, visitor
        self._finger = QTest.createTouchDevice()

    @property
    def page(self):
        return self.screen.shown_page()

    def stand(self, example):
        """Let an example, or a session, stand on the screen; the window turns with the panel."""
        session = EXAMPLES[example] if isinstance(example, str) else example
        self.visitor.stand(session)
        size = (1920, 1080) if session.landscape else (1080, 1920)
        if (self.view.width(), self.view.height()) != size:
            self.view.resize(*size)
        self.settle()
        self.view.grabWindow()  # layouts find their places when a frame is drawn

    def singleton(self, name):
        """One of Kapok.Theme's."""
        return self.view.engine().singletonInstance("Kapok.Theme", name)

    def settle(self):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
        QCoreApplication.processEvents()

    def items(self, root=None):
        """Every item of the scene that can be seen, in the order of the tree."""
        root = root or self.view.rootObject()
        if not root.isVisible():
            return
        yield root
        for child in root.childItems():
            yield from self.items(child)

    def find(self, name):
        found = [item for item in self.items() if item.objectName() == name]
        assert len(found) == 1, (
            f"{name} stands {len(found)} times: {sorted({item.objectName() for item in self.items()})}"
        )
        return found[0]

    def has(self, name):
        return any(item.objectName() == name for item in self.items())

    def _centre(self, name):
        item = self.find(name)
        return item.mapRectToScene(item.boundingRect()).center().toPoint()

    def tap(self, name):
        QTest.mouseClick(self.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self._centre(name))
        self.settle()

    def touch(self, name, drag=NOWHERE):
        at = self._centre(name)
        QTest.touchEvent(self.view, self._finger).press(1, at, self.view).commit()
        if not drag.isNull():
            QTest.touchEvent(self.view, self._finger).move(1, at + drag, self.view).commit()
        QTest.touchEvent(self.view, self._finger).release(1, at + drag, self.view).commit()
        self.settle()

    def texts(self):
        lines = [item for item in self.items() if item.metaObject().className().startswith(("KapokText", "Headline"))]
        return [item for item in lines if item.property("text")]

    def words(self):
        """Every text that stands on the glass."""
        return [item.property("text") for item in self.texts()]

    def says(self, words):
        return any(words in text for text in self.words())

    def accessible(self):
        """(role, name, rectangle, object name) of all that can be seen in the accessibility tree, in its order."""
        QAccessible.setActive(True)
        found = []

        def walk(node):
            for place in range(node.childCount()):
                child = node.child(place)
                if child is None or not child.isValid() or child.state().invisible:
                    continue
                name = child.text(QAccessible.Text.Name)
                found.append((child.role(), name, child.rect(), child.object().objectName()))
                walk(child)

        walk(QAccessible.queryAccessibleInterface(self.view))
        return found

    def heard(self):
        """All that a screen reader would say, in one string."""
        return "".join(self.said())

    def said(self):
        """Names and descriptions, one by one."""
        QAccessible.setActive(True)
        said = []

        def walk(node):
            for place in range(node.childCount()):
                child = node.child(place)
                if child is not None and child.isValid() and not child.state().invisible:
                    said.extend((child.text(QAccessible.Text.Name), child.text(QAccessible.Text.Description)))
                    walk(child)

        walk(QAccessible.queryAccessibleInterface(self.view))
        return said

    def targets(self):
        return [entry for entry in self.accessible() if entry[0] in TOUCHABLE]
