"""Made-up moments of 日志. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.bench import Tool
from kiosk.session.events import Choice, Chosen, Touch, Touched
from kiosk.session.log_words import LogEntry, LogNotSaved, LogRead, LogSaved, StickFault
from kiosk.session.self_test_words import Lamp
from kiosk.session.step import step

if TYPE_CHECKING:
    from kiosk.session.events import Event
    from kiosk.session.state import Session

JOB = "job"
LINES = (
    (Lamp.FINE, "kiosk", "home -> self_test"),
    (Lamp.WARNING, "kiosk.self_test", "self-test: id_card: reader_silent"),
    (Lamp.FINE, "kiosk.self_test", "self-test: id_card is tried"),
    (Lamp.FINE, "kiosk.standby", "the hall answers again"),
    (Lamp.FAULT, "devices.supervisor", "receipt_printer: device_lost usb://0416:5011; it is opened again in 5 s"),
    (Lamp.WARNING, "kiosk.standby", "the hall does not answer: numbers come from this kiosk"),
    (Lamp.FINE, "kiosk.delivery", "3 numbers were delivered"),
    (Lamp.FAULT, "kiosk", "Traceback (most recent call last): OSError: [Errno 28] No space left on device"),
    (Lamp.UNKNOWN, "", "\ufffd\ufffd torn in the middle of a line by a power cut"),
)
ENTRIES = tuple(
    LogEntry("" if not source else f"2026-11-23 09:{41 - place:02}:{(place * 7) % 60:02}", lamp, source, text)
    for place, (lamp, source, text) in enumerate(LINES * 3)
)


def log_examples(page: Session) -> dict[str, Session]:
    """UI-T6, from the technician's pages as they stand."""

    def played(*events: Event) -> Session:
        session = step(page, Chosen(page.now, Choice.TOOL, Tool.LOG))[0]
        for event in events:
            session = step(session, event)[0]
        return session

    at = page.now
    read = LogRead(at, ENTRIES)
    search = (read, Touched(at + 1, Touch.SEARCH))
    stick = (read, Touched(at + 1, Touch.TO_STICK))
    saving = (*stick, Touched(at + 2, Touch.SEND, JOB))
    typed = tuple(Chosen(at + 2 + place, Choice.KEY, sign) for place, sign in enumerate("HALL"))
    nothing = tuple(Chosen(at + 2 + place, Choice.KEY, sign) for place, sign in enumerate("XQ7"))
    file = "kapok-log-K1-20261123-094205.kapoklog"
    return {
        "log_reading": played(),
        "log": played(read),
        "log_faults": played(read, Chosen(at + 1, Choice.LEVEL, "faults")),
        "log_found": played(*search, *typed, Touched(at + 9, Touch.TYPED)),
        "log_nothing": played(*search, *nothing, Touched(at + 9, Touch.TYPED)),
        "log_search": played(*search, *typed),
        "log_stick": played(*stick),
        "log_stick_saving": played(*saving),
        "log_stick_saved": played(*saving, LogSaved(at + 3, JOB, file, "7K2M-9QXA-0FTH-4RWD-C3JE")),
        **{f"log_stick_{fault}": played(*saving, LogNotSaved(at + 3, JOB, fault)) for fault in StickFault},
    }
