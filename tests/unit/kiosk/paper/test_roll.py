"""Short slips: a case in one line, a receipt with everything that CL-B7 and CL-E17 ask for; nobody is named."""

import pytest

from devices.values.receipt_printer import Band, Headline, Labelled
from hall_server.contract.applications import ApplicationReceipt
from hall_server.contract.catalogue import StepView
from hall_server.contract.city.progress import CaseState
from hall_server.contract.item_words import ResultWay
from hall_server.contract.progress_views import CaseView
from kiosk.paper.about import AboutPaper
from kiosk.paper.roll import STATES, case_slip, receipt_slip

ABOUT = AboutPaper(hall_name="木棉区政务服务中心", kiosk_name="1 号机", hotline="12345", printed_at="2026-10-16 09:42")
DAY = 86_400_000_000
AT = 1_792_113_720_000_000
RECEIPT = ApplicationReceipt(
    application="00000000-0000-4000-8000-000000000001",
    number="20261016-0042",
    item="i05",
    item_name="食品经营许可",
    state=CaseState.RECEIVED,
    at=AT,
    accepting="综合窗口",
    deciding="市场监督管理局",
    promise_days=5,
    special_steps=(StepView("现场勘验", "10"), StepView("公示", "15d"), StepView("听证")),
    due_at=AT + 7 * DAY,
    delivery=ResultWay.POST,
    pages=3,
    by_licence=("居民身份证",),
    later=("场地证明",),
    contact="020-12345",
)


def rows(document):
    found = [block for block in document.blocks if isinstance(block, Labelled)]
    return [(block.label.text, "".join(span.text for span in block.items)) for block in found]


def heads(document):
    found = [block for block in document.blocks if isinstance(block, Headline | Band)]
    return ["".join(span.text for span in block.spans) for block in found]


@pytest.mark.parametrize("paper_mm", [80, 58])
def test_cl_b7_a_receipt_lists_special_steps_with_days_of_their_own(paper_mm):
    said = rows(receipt_slip(RECEIPT, ABOUT, 28_800, paper_mm))
    assert ("另算", "现场勘验 10 个工作日，不计入") in said
    assert ("另算", "公示 15 天，不计入") in said
    assert ("另算", "听证，不计入") in said
    assert ("承诺", "5 个工作日") in said


def test_cl_e17_a_receipt_says_how_the_result_comes_and_who_accepts_and_decides():
    said = dict(rows(receipt_slip(RECEIPT, ABOUT, 28_800)))
    assert said["怎么拿"] == "邮寄"
    assert (said["受理机构"], said["审批机构"]) == ("综合窗口", "市场监督管理局")
    assert said["编号"] == "20261016-0042"
    assert heads(receipt_slip(RECEIPT, ABOUT, 28_800))[1:3] == ["收件凭证", "已收件，待受理"]


@pytest.mark.parametrize("state", CaseState)
def test_cl_e21_a_case_is_one_line_in_every_state(state):
    case = CaseView(number="20261016-0042", state=state, step=3, at=AT, due_at=AT + DAY, contact="12345")
    document = case_slip(case, ABOUT, 28_800, job_id="j")
    assert STATES[state] in heads(document)
    assert document.job_id == "j"
    assert ("办结" in dict(rows(document))) == (
        state in {CaseState.RECEIVED, CaseState.ACCEPTED, CaseState.IN_WORK, CaseState.SUPPLEMENT}
    )


def test_what_nobody_knows_is_left_out():
    bare = CaseView(number="1", state=CaseState.CLOSED, step=5, at=AT)
    assert rows(case_slip(bare, AboutPaper(), 0)) == [("编号", "1")]
