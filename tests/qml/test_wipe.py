"""What is left on the machine when the visitor has gone: nothing (design.md, invariant 10)."""

import gc
import weakref

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from kiosk.session.state import IdleWarning, Page
from kiosk.speech.entries import Spoken
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES, NOW

READABLE = {"QString", "QStringList", "QUrl", "QVariantList", "QVariantMap"}
TRACES = ("陈*明", "0018", "E042", "社会保障卡挂失补换", "广东省居住证申领")


def everything(glass):
    """Every string property of every object that hangs on the view, seen or not, and the accessibility tree."""
    found = []
    for thing in [glass.view, *glass.view.findChildren(QObject)]:
        meta = thing.metaObject()
        known = [meta.property(place) for place in range(meta.propertyCount())]
        found += [str(kind.read(thing)) for kind in known if kind.typeName() in READABLE]
    found += [str(value) for item in glass.items() if (value := item.property("text"))]
    found += [name for _, name, _, _ in glass.accessible()]
    return "\n".join(found)


@pytest.mark.parametrize(
    "page", ["confirm", "ticket", "paper_out", "ticket_without_slip", "card_reading", "bookings", "slip_waiting"]
)
@pytest.mark.parametrize("after", ["home", "cleared", "timeout"])
def test_no_trace_stays_in_the_tree_after_a_page_has_gone(glass, page, after):
    glass.stand(page)
    assert any(trace in everything(glass) for trace in TRACES)
    glass.stand(after)
    left = everything(glass)
    assert [trace for trace in TRACES if trace in left] == []
    assert QGuiApplication.clipboard().text() == ""


def test_the_view_model_and_its_props_are_freed_with_the_page(glass):
    glass.stand("confirm")
    model = weakref.ref(glass.screen.page_model())
    glass.stand("cleared")
    gc.collect()
    assert model() is None


def test_the_question_whether_one_is_there_stands_alone(glass):
    glass.stand("confirm")
    session = replace(EXAMPLES["confirm"], warning=IdleWarning(ends_at=NOW + 18))
    glass.visitor.stand(session)
    glass.settle()
    assert glass.says("您还在吗？")
    assert not glass.says("陈*明")
    assert not glass.has("confirm.print_number")


def test_after_still_here_the_page_comes_back(glass):
    glass.stand("timeout")
    glass.tap("timeout.still_here")
    assert glass.page == Page.CONFIRM
    assert glass.says("陈*明")


def test_after_not_going_on_the_farewell_stands(glass):
    glass.stand("timeout")
    glass.tap("timeout.finish")
    assert glass.page == Page.CLEARED


def test_help_under_the_question_leads_to_help(glass):
    glass.stand("timeout")
    glass.tap("timeout.help")
    assert glass.page == Page.HELP


def test_idle_time_runs_through_the_question_to_the_wipe(glass):
    glass.tap("home.take_a_number")
    glass.visitor.pass_time(61)
    glass.settle()
    assert glass.page == "warning"
    assert glass.says("30")
    glass.visitor.pass_time(12)
    glass.settle()
    assert glass.says("18 秒后回到首页")
    glass.visitor.pass_time(19)
    glass.settle()
    assert glass.page == Page.CLEARED


@pytest.fixture(scope="module")
def nobodys():
    """What the next one finds out, for all that come after."""
    return {}


@pytest.fixture
def nobody(glass, nobodys):
    """All words that the farewell and the first page hold in a view that has never seen anybody."""
    if not nobodys:
        glass.stand("cleared")
        nobodys["cleared"] = set(everything(glass).splitlines())
        glass.stand("home")
        nobodys["home"] = nobodys["cleared"] | set(everything(glass).splitlines())
    return nobodys


@pytest.mark.parametrize("example", [name for name, one in EXAMPLES.items() if one.visit is not None])
def test_a5_whatever_a_page_held_nothing_of_it_is_left_behind_it(glass, nobody, example):
    """Every string of every item, seen or not, the tree and the clipboard: none that an untouched kiosk has not."""
    glass.stand(example)
    held = set(everything(glass).splitlines()) - nobody["home"]
    assert held, "a page of a visit says something that no other does"
    for after in ("cleared", "home"):
        glass.stand(after)
        assert set(everything(glass).splitlines()) - nobody[after] == set()
        assert QGuiApplication.clipboard().text() == ""


def test_a5_the_reading_keeps_nothing_of_what_it_has_read(heard):
    heard.stand("confirm")
    heard.visitor.press("down")
    assert any("陈*明" in (one.name, one.description) for one in read_entries())
    heard.stand("cleared")
    heard.stand("home")
    assert [one for one in read_entries() if any(trace in f"{one.name} {one.description}" for trace in TRACES)] == []


def read_entries():
    """Whatever of the tree somebody still holds."""
    gc.collect()
    return [one for one in gc.get_objects() if isinstance(one, Spoken)]
