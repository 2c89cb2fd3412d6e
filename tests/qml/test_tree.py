"""What a screen reader meets, page by page, in Chinese and in English, as text that can be read (A4 of ui.md 9).

A line is a thing: what it is, its name, how it stands, then its description; what lies in it is indented. The frame,
which every page shares, is written with the first page alone. KAPOK_REGEN=1 writes tests/golden/trees again.
"""

import os
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible

from kiosk.session.events import Tick
from kiosk.session.leaving import IDLE_PAGES
from kiosk.session.modes import Language, Modes
from kiosk.session.step import step
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES
from tests.qml.forms import Drawn

QUESTION = "timeout"  # UI-K18, which stands in the place of any page
GOLDEN = Path(__file__).resolve().parents[1] / "golden/trees"
LANGUAGES = {"zh": Language.ZH_CN, "en": Language.EN}
STATES = ("checked", "selected", "disabled", "defaultButton")
BAR = "access."
REGEN = os.environ.get("KAPOK_REGEN") == "1"


def by_page():
    """Page → the example that stands for it: the one of its name, else its first."""
    found = {}
    for name, session in EXAMPLES.items():
        page = session.page.value
        if page not in found or name == page:
            found[page] = name
    return found


def lines(node, depth=0, *, frame):
    for place in range(node.childCount()):
        child = node.child(place)
        if child is None or not child.isValid() or child.state().invisible:
            continue
        if not frame and child.object().objectName().startswith(BAR):
            return
        yield "  " * depth + told(child)
        yield from lines(child, depth + 1, frame=frame)


def told(node):
    state = node.state()
    name, description = node.text(QAccessible.Text.Name), node.text(QAccessible.Text.Description)
    stands = [word for word in STATES if getattr(state, word)]
    parts = [re.sub(r"(?<!^)(?=[A-Z])", " ", node.role().name).lower(), repr(name)]
    if stands:
        parts.append(f"[{', '.join(stands)}]")
    return " ".join(parts) + (f" — {description!r}" if description else "")


def tree(glass, session, language, *, frame=False):
    glass.stand(Drawn("", landscape=False, modes=Modes(language=language)).of(session))
    QAccessible.setActive(True)
    return "\n".join([*lines(QAccessible.queryAccessibleInterface(glass.view), frame=frame), ""])


def asked(session):
    """The session when nobody has touched anything for as long as the slowest page waits."""
    return step(session, Tick(session.last_touch + session.rules.form_s))[0]


QUESTIONED = {name: asked(one) for name, one in EXAMPLES.items() if one.warning is None and asked(one).warning}
"""Every example on which somebody is asked 您还在吗？, with the question over it."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [*by_page(), QUESTION])
def test_a_page_is_to_a_screen_reader_what_it_was(glass, page, language):
    session = EXAMPLES[QUESTION if page == QUESTION else by_page()[page]]
    now = tree(glass, session, LANGUAGES[language], frame=page in {"home", QUESTION})
    kept = GOLDEN / f"{page}.{language}.txt"
    if REGEN:
        GOLDEN.mkdir(exist_ok=True)
        kept.write_text(now, encoding="utf-8")
    assert kept.exists(), "KAPOK_REGEN=1 writes it for the first time"
    assert now == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_under_the_question_nothing_is_in_the_tree_but_the_question_whatever_stood_there(glass, language):
    """CL-H11, A4, A5: what a visitor had before them is removed, not covered: whoever listens finds it nowhere."""
    assert {one.page for one in QUESTIONED.values()} == IDLE_PAGES
    alone = EXAMPLES[QUESTION]
    alone = replace(alone, warning=replace(alone.warning, ends_at=alone.now + alone.rules.warning_s))
    question = tree(glass, alone, LANGUAGES[language], frame=True)
    assert len([line for line in question.splitlines() if line.lstrip().startswith("button")]) == 3
    for name, session in QUESTIONED.items():
        tree(glass, EXAMPLES[name], LANGUAGES[language])
        assert tree(glass, session, LANGUAGES[language], frame=True) == question, name


def test_no_tree_is_left_over():
    assert {path.name for path in GOLDEN.glob("*")} == {
        f"{page}.{name}.txt" for page in (*by_page(), QUESTION) for name in LANGUAGES
    }
