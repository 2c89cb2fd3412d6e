"""The one list of pages."""

from pathlib import Path

from kiosk.session.state import Page
from kiosk.viewmodels.examples import EXAMPLES
from kiosk.viewmodels.pages import PAGES

QML = Path(__file__).resolve().parents[4] / "ui/qml/Kapok/Pages"


def test_every_page_of_the_session_has_a_file_and_every_file_a_page():
    assert set(PAGES) == set(Page)
    assert {f"{kind.file}.qml" for kind in PAGES.values()} == {path.name for path in QML.glob("*.qml")}


def test_every_page_can_be_derived_from_every_session():
    for session in EXAMPLES.values():
        for kind in PAGES.values():
            assert isinstance(kind.derive(session), kind.props)


def test_every_page_has_an_example():
    assert {session.page for session in EXAMPLES.values()} == set(Page)
