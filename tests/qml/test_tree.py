"""What a screen reader meets, page by page, in Chinese and in English, as text that can be read (A4 of ui.md 9).

A line is a thing: what it is, its name, how it stands, then its description; what lies in it is indented. The frame,
which every page shares, is written with the first page alone. KAPOK_REGEN=1 writes tests/golden/trees again.
"""

import os
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible

from kiosk.session.modes import Language, Modes
from kiosk.viewmodels.examples import EXAMPLES
from tests.qml.forms import Drawn

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


def tree(glass, page, language):
    glass.stand(Drawn("", landscape=False, modes=Modes(language=language)).of(EXAMPLES[by_page()[page]]))
    QAccessible.setActive(True)
    return "\n".join([*lines(QAccessible.queryAccessibleInterface(glass.view), frame=page == "home"), ""])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", by_page())
def test_a_page_is_to_a_screen_reader_what_it_was(glass, page, language):
    now = tree(glass, page, LANGUAGES[language])
    kept = GOLDEN / f"{page}.{language}.txt"
    if REGEN:
        GOLDEN.mkdir(exist_ok=True)
        kept.write_text(now, encoding="utf-8")
    assert kept.exists(), "KAPOK_REGEN=1 writes it for the first time"
    assert now == kept.read_text(encoding="utf-8")


def test_no_tree_is_left_over():
    assert {path.name for path in GOLDEN.glob("*")} == {
        f"{page}.{name}.txt" for page in by_page() for name in LANGUAGES
    }
