"""打印清单 on the roll (CL-B9): the same facts as on A4, a box beside each thing, on 80 and on 58 mm."""

import pytest

from devices.values.receipt_printer import Band, Headline, Labelled, TextLine
from hall_server.contract.catalogue import ItemView, Material
from hall_server.contract.item_words import MadeHere
from kiosk.paper.about import AboutPaper
from kiosk.paper.guides import NOTHING
from kiosk.paper.roll_lists import list_slip
from kiosk.session.papers import ChecklistPaper, GuidePaper

ABOUT = AboutPaper(hall_name="木棉区政务服务中心", kiosk_name="1 号机", hotline="12345", printed_at="2026-10-16 09:42")
PHOTO = Material("m_photo", "一寸照片", tolerable=False, made_here=MadeHere.PHOTO)
DEED = Material("m_deed", "不动产权证", tolerable=False, note="原件")
BANK = Material("m_bank", "银行账户", tolerable=True)
ITEM = ItemView(
    id="i01",
    name="广东省居住证申领",
    theme="来穗入户",
    queue="H",
    materials=(PHOTO, DEED, BANK),
    place="二楼 A 区",
    promise_days=10,
    fee="免费",
    version="7",
    guide_from="2026-09-01",
)


def boxes(document):
    found = [block for block in document.blocks if isinstance(block, Labelled) and block.tick]
    return [(block.label.text, [span.text for span in block.items]) for block in found]


def facts(document):
    found = [block for block in document.blocks if isinstance(block, Labelled) and not block.tick]
    return {block.label.text: block.items[0].text for block in found}


def heads(document):
    return [block.spans[0].text for block in document.blocks if isinstance(block, Headline | Band)]


def lines(document):
    return [block.spans[0].text for block in document.blocks if isinstance(block, TextLine)]


@pytest.mark.parametrize("paper_mm", [80, 58])
@pytest.mark.parametrize("large", [False, True])
def test_cl_b9_a_guide_on_the_roll_says_what_to_bring_where_how_long_and_how_much(paper_mm, large):
    document = list_slip(GuidePaper(ITEM), ABOUT, paper_mm, "j", large=large)
    assert heads(document)[1:] == ["办事指南", "广东省居住证申领"]
    assert boxes(document) == [
        ("要带", ["一寸照片（大厅可以拍）", "不动产权证（原件）"]),
        ("可后补", ["银行账户"]),
    ]
    assert facts(document) == {"在哪办": "二楼 A 区", "要多久": "承诺 10 个工作日", "花多少钱": "免费"}
    assert "指南版本 7 · 2026-09-01 更新" in lines(document)
    assert document.job_id == "j"


def test_a_list_of_several_items_names_them_and_each_thing_once():
    document = list_slip(ChecklistPaper("居住证", ("居住证", "入户"), (DEED,)), ABOUT)
    assert heads(document)[1:] == ["材料清单", "居住证"]
    assert facts(document) == {"要办的": "居住证、入户"}
    assert boxes(document) == [("要带", ["不动产权证（原件）"])]


def test_who_has_to_bring_nothing_is_told_so():
    document = list_slip(ChecklistPaper("查询", ("查询",), ()), AboutPaper())
    assert NOTHING in lines(document)
    assert boxes(document) == []


def test_large_print_is_larger_and_nothing_is_below_three_and_a_half_millimetres():
    sizes = [
        min(span.height_mm for block in document.blocks for span in spans_of(block))
        for document in (list_slip(GuidePaper(ITEM), ABOUT, 58, large=large) for large in (False, True))
    ]
    assert sizes == [3.5, 4.8]


def spans_of(block):
    return [*getattr(block, "spans", ()), *getattr(block, "items", ())]
