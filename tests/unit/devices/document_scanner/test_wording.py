"""What is said over the wire of a scanner in a process of its own is heard as it was said; nonsense is refused."""

import json

import pytest

from devices.document_scanner import wording
from devices.values.document_scanner import (
    Colour,
    DocumentScannerCapabilities,
    DocumentScannerStatus,
    Look,
    Media,
    PageImage,
    ScanNews,
    ScanOrder,
    Source,
    Verdict,
)
from devices.values.health import Health

CORNERS = ((0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9))


def over_the_wire(words):
    return json.loads(json.dumps(words))


def test_an_order_arrives_as_it_was_given():
    order = ScanOrder(Source.FEEDER, 3, colour=Colour.GREY, by_itself=False, again=True, wait_s=5, glimpse_px=640)
    assert wording.order_heard(over_the_wire(wording.order_said(order))) == order


@pytest.mark.parametrize(
    "news",
    [ScanNews(1), ScanNews(0, 0.5, Look(Verdict.NO_PAGE)), ScanNews(2, 0.0, Look(Verdict.GOOD, CORNERS), b"jpeg")],
    ids=["bare", "no_page", "page"],
)
def test_news_arrive_as_they_were_told(news):
    assert wording.news_heard(over_the_wire(wording.news_said(news)), news.glimpse) == news


def test_a_page_arrives_as_it_was_taken():
    page = PageImage(b"jpeg", 10, 20, 85.6, 53.98, Verdict.BLUR)
    assert wording.page_heard(over_the_wire(wording.page_said(page)), page.jpeg) == page
    assert b"jpeg" not in json.dumps(wording.page_said(page)).encode()


def test_what_a_scanner_has_and_how_it_is_arrive():
    can = DocumentScannerCapabilities((Source.CAMERA,), by_itself=True)
    status = DocumentScannerStatus(Health.WARNING, "paper_jammed", Media.JAMMED)
    assert wording.capabilities_heard(over_the_wire(wording.capabilities_said(can))) == can
    assert wording.status_heard(over_the_wire(wording.status_said(status))) == status


@pytest.mark.parametrize("words", [{}, {"is": "page"}, {"source": "moon"}, {"pages": "x", "share": 0, "look": None}])
def test_nonsense_is_refused(words):
    for hear in (wording.order_heard, wording.capabilities_heard, wording.status_heard):
        with pytest.raises((KeyError, TypeError, ValueError)):
            hear(words)
    with pytest.raises((KeyError, TypeError, ValueError)):
        wording.news_heard(words, b"")
    with pytest.raises((KeyError, TypeError, ValueError)):
        wording.page_heard(words, b"")
