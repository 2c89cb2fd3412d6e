"""CL-G3, CL-G4: no tone without something to see. Whoever does not hear it finds on the glass why it sounded.

Everything that may happen (`happenings`) is played on every example and on every page of the tests. Whatever makes a
tone must change what stands on the glass, or find its reason standing there already: those are listed, each with why.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec import structs

import kiosk.session
from hall_server.contract.messages import QueueNow
from kiosk.session.apply_way import ApplyWay
from kiosk.session.effects import PlayTone
from kiosk.session.events import Choice, Chosen, Touch, Touched
from kiosk.session.leaving import IDLE_PAGES
from kiosk.session.self_test_words import SPOTS
from kiosk.session.state import Page
from kiosk.session.step import step
from kiosk.values import replace
from kiosk.viewmodels.examples import ABOUT, EXAMPLES
from kiosk.viewmodels.frame import frame_props
from kiosk.viewmodels.pages import PAGES
from tests.unit.kiosk.session import visits
from tests.unit.kiosk.session.visits import EVERY_PAGE
from tests.unit.kiosk.viewmodels.happenings import everything

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from _typeshed import TraceFunction

    from kiosk.session.events import Event
    from kiosk.session.state import Session

ROOM = Path(kiosk.session.__file__).parent
STANDS = {  # who makes the tone, and on which pages its reason stands there already when it sounds
    "cards._card_read": ({Page.CARD}, "正在查: the answer to the same card is on its way"),
    "cards._unreadable": ({Page.CARD}, "没读到，请放平再试: it stands until a card is read"),
    "showing._unreadable": ({Page.CERTIFICATE_CARD}, "the same"),
    "showing.seen": ({Page.PROGRESS}, "正在查: the answer to what was laid down first is on its way"),
    "showing.shown": ({Page.PROGRESS}, "正在查: the answer to what was shown first is on its way"),
    "codes._good": ({Page.CHECKING}, "正在查: the same is asked again"),
    "refusing.refuse": ({Page.CODE_REFUSED}, "the same sentence of the same code"),
    "proxy.relation_chosen": ({Page.RELATION}, "that only the person may do it, and what to do instead"),
    "phoning.texts_set": ({Page.TICKET}, "没发出去, beside the number, with the way to try again"),
    "helping._named": ({Page.STARTING}, "请到服务台 stands over the question"),
    "leaving.nobody_answers": (IDLE_PAGES, "您还在吗？ with its seconds, which count down"),
    "sharing._shared": (IDLE_PAGES, "正在给工作人员看 at the head of every page"),
    "sounding.sound_chosen": ({Page.SOUNDS, Page.SETUP}, "刚响过: the side that sounded last is marked"),
    "setting_up._typed": ({Page.SETUP}, "这个数不对: it stands until something else is typed"),
    "apply_scanning._heard": ({Page.APPLY_SCAN, Page.LETTER}, "the same verdict; the new page comes with PagesKept"),
}

Silent = dict[tuple[str, int], list[tuple[str, Page]]]


def _makers() -> dict[tuple[str, int], str]:
    """Every line of the session's room that makes a tone, and the function that it stands in."""
    found = {}
    for file in ROOM.glob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        kept = {"PlayTone"} | {
            target.id
            for one in tree.body
            if isinstance(one, ast.Assign) and "PlayTone(" in ast.unparse(one.value)
            for target in one.targets
            if isinstance(target, ast.Name)
        }
        for function in (one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)):
            for name in (one for one in ast.walk(function) if isinstance(one, ast.Name) and one.id in kept):
                found[file.name, name.lineno] = f"{file.stem}.{function.name}"
    return found


MAKERS = _makers()


def _made_by(session: Session, event: Event) -> set[tuple[str, int]]:
    """Which of those lines are run by this event."""
    run: set[tuple[str, int]] = set()

    def watch(frame: FrameType, what: str, _: object) -> TraceFunction | None:
        folder, _, name = frame.f_code.co_filename.rpartition("/")
        if folder != str(ROOM):
            return None
        if what == "line" and (name, frame.f_lineno) in MAKERS:
            run.add((name, frame.f_lineno))
        return watch

    before = sys.gettrace()
    sys.settrace(watch)
    try:
        step(session, event)
    finally:
        sys.settrace(before)
    return run


def _seen(session: Session) -> object:
    """All that stands on the glass, but for the seconds that run anyway."""
    frame = replace(frame_props(session, ABOUT, None), warning_seconds=0, warning_share=0.0)
    return frame, None if session.warning is not None else PAGES[session.page].derive(session)


def _starts() -> Iterator[tuple[str, Session]]:
    """Every example, every page of the tests, and what waits for an answer after one touch on those."""
    yield from EXAMPLES.items()
    for page, session in EVERY_PAGE.items():
        rested = replace(session, last_pressed="")
        yield page, rested
        for event in (one for one in everything(rested) if isinstance(one, Touched | Chosen)):
            after, effects = step(rested, event)
            if effects and after.page not in {Page.CLEARED, Page.HELP}:
                yield f"{page} after {event}", replace(after, last_pressed="")
    yield from _rare()


def _rare() -> Iterator[tuple[str, Session]]:
    """What one touch from an ordinary page does not lead to."""
    full = QueueNow(id="E", letter="E", name="社保", waiting=40, open_counters=1, wait=None, numbers=False)
    yield "no more numbers", replace(visits.SERVICES, hall=structs.replace(visits.HALL, queues=(full,)))
    dropping = (visits.touch(Touch.DROP_NUMBER, visits.T0 + later) for later in (1, 2))
    yield "number being dropped", visits.after(visits.HAS_TICKET, *dropping)
    first = (Chosen(visits.T0 + 2, Choice.REASON, "pregnant"), visits.touch(Touch.PUT_FIRST, visits.T0 + 3))
    yield "a number being put first", visits.after(visits.STAFF_NUMBER, *first)
    unscanned = visits.visit_of(visits.APPLY_CHECK)
    assert isinstance(unscanned.way, ApplyWay)
    unscanned = replace(unscanned, way=replace(unscanned.way, scanned=()))
    yield "a page is gone", replace(visits.APPLY_CHECK, visit=unscanned)
    yield "card on the glass", replace(visits.TICKET, card_on_glass=True)
    crosses = (Chosen(visits.T0 + 2 + place, Choice.SPOT, "1,1") for place in range(SPOTS - 1))
    yield "the last cross", replace(visits.after(visits.TOUCH_GRID, *crosses), last_pressed="")
    for name in ("setup_network_well", "setup_ticket", "setup_handover"):
        standing = EXAMPLES[name]
        assert standing.setup is not None
        yield f"{name} waits", replace(standing, setup=replace(standing.setup, job="1"))
    standing = EXAMPLES["settings_sure"]
    assert standing.workshop is not None
    settings = replace(standing.workshop.settings, busy=True)
    yield "a setting being kept", replace(standing, workshop=replace(standing.workshop, settings=settings))
    asked = Chosen(EXAMPLES["relation_refused"].now, Choice.OTHER_WAY, "video", visits.LOOK)
    yield "other way", visits.after(EXAMPLES["relation_refused"], asked)


@pytest.fixture(scope="module")
def tones() -> Silent:
    """Line that makes a tone → where it sounded and nothing changed on the glass, or stood there for it."""
    silent: Silent = {}
    for name, session in _starts():
        for event in everything(session):
            after, effects = step(session, event)
            if not any(isinstance(effect, PlayTone) for effect in effects):
                continue
            unchanged = _seen(replace(session, now=after.now)) == _seen(after)
            for line in _made_by(session, event):
                silent.setdefault(line, []).extend(
                    [(f"{name}: {type(event).__name__}", after.page)] if unchanged else []
                )
    return silent


def test_every_line_that_makes_a_tone_is_heard_here(tones: Silent) -> None:
    assert {MAKERS[line] + f":{line[1]}" for line in MAKERS.keys() - tones.keys()} == set()


def test_cl_g3_whatever_sounds_changes_the_glass_or_its_reason_stands_there(
    tones: Silent,
) -> None:
    bare = [
        (MAKERS[line], where)
        for line, places in tones.items()
        for where, page in places
        if page not in STANDS.get(MAKERS[line], ((), ""))[0]
    ]
    assert bare == [], "tones without a visible twin"


def test_no_reason_is_listed_for_a_tone_that_does_not_need_it(tones: Silent) -> None:
    assert STANDS.keys() - {MAKERS[line] for line, places in tones.items() if places} == set()
