"""Progress, receipts and referrals on A4."""

from kiosk.paper.compose import sheet_of
from kiosk.paper.sheet import Code, Fact, Step, Tick
from kiosk.values import replace
from tests.unit.kiosk.paper.papers import ABOUT, CASE_NO, PAPERS


def test_progress_shows_each_step_and_where_the_case_is():
    sheet = sheet_of(PAPERS["progress"], ABOUT)
    assert [(step.text, step.done, step.now) for step in sheet.blocks if isinstance(step, Step)] == [
        ("收件", True, False),
        ("审核", False, True),
        ("制卡", False, False),
    ]
    assert Fact("接下来", "10 月 25 日来取卡") in sheet.blocks


def test_a_receipt_lists_what_was_handed_in_and_carries_its_code():
    sheet = sheet_of(PAPERS["receipt"], ABOUT)
    assert Fact("居民身份证", "2 页") in sheet.blocks
    assert [block.data for block in sheet.blocks if isinstance(block, Code)] == ["KPT1:ABCD"]


def test_a_receipt_without_a_code_has_none():
    sheet = sheet_of(replace(PAPERS["receipt"], code=""), ABOUT)
    assert not [block for block in sheet.blocks if isinstance(block, Code)]


def test_a_referral_says_why_and_where():
    sheet = sheet_of(PAPERS["referral"], ABOUT)
    assert Fact("地址", "木棉路 1 号") in sheet.blocks
    assert Tick("身份证") in sheet.blocks


def test_a_case_number_stands_on_the_paper_and_in_no_repr():
    for name in ("progress", "receipt"):
        assert CASE_NO in str(sheet_of(PAPERS[name], ABOUT).blocks)
        assert CASE_NO not in repr(PAPERS[name])
