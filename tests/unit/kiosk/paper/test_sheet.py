"""A sheet goes to the painting process as JSON and is the same there."""

import msgspec
import pytest

from kiosk.paper.compose import sheet_of
from kiosk.paper.sheet import Sheet, words_of
from tests.unit.kiosk.paper.papers import ABOUT, PAPERS


@pytest.mark.parametrize("name", sorted(PAPERS))
def test_a_sheet_survives_the_way_to_the_painter(name):
    sheet = sheet_of(PAPERS[name], ABOUT)
    assert msgspec.json.decode(msgspec.json.encode(sheet), type=Sheet) == sheet


def test_the_words_of_a_sheet_are_all_that_is_painted_but_not_the_data_of_its_code():
    said = words_of(sheet_of(PAPERS["receipt"], ABOUT))
    assert {"木棉区政务服务中心", "申请回执", "居民身份证", "热线 12345"} <= {
        word for word in ("木棉区政务服务中心", "申请回执", "居民身份证", "热线 12345") if word in said
    }
    assert "KPT1:ABCD" not in said
