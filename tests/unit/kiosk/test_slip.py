"""What a slip says in every situation."""

import pytest

from devices.values.receipt_printer import Band, Boxed, Headline, Labelled, Qr, TextLine
from hall_server.contract.slip_code import LARGE, slip_code
from kiosk.slip import SlipData, slip_document
from kiosk.values import replace

TICKET = SlipData(
    hall_name="木棉区政务服务中心",
    label="A042",
    item_name="社保卡挂失补换",
    where="2、3、11 号窗口",
    slip_code=slip_code(bytes(range(16))),
    kiosk_name="1 号机",
    hotline="12345",
    ahead=6,
    wait_low_min=10,
    wait_high_min=18,
    bring=("身份证",),
    printed_at="2026-10-16 09:42",
)


def slip(paper_mm=80, **changes):
    return slip_document(replace(TICKET, **changes), paper_mm)


def blocks(document, kind):
    return [block for block in document.blocks if isinstance(block, kind)]


def spans(block):
    """All spans of a block, however deep."""
    if isinstance(block, TextLine):
        return [*block.spans, *block.right]
    if isinstance(block, Boxed):
        return [span for cell in block.cells for line in cell for span in spans(line)]
    if isinstance(block, Labelled):
        return [block.label, *block.items]
    if isinstance(block, Qr):
        return [span for line in block.beside for span in spans(line)]
    return [*getattr(block, "spans", ())]


def words(document):
    return "\n".join("".join(span.text for span in spans(block)) for block in document.blocks)


def boxed(document):
    (box,) = blocks(document, Boxed)
    return "".join(span.text for span in spans(box))


@pytest.mark.parametrize(("paper_mm", "height_mm"), [(80, 21), (58, 14)])
def test_the_number_has_its_height_on_each_paper(paper_mm, height_mm):
    (number,) = [span for block in blocks(slip(paper_mm), Headline) for span in block.spans if span.digits]
    assert (number.text, number.height_mm, number.bold) == ("A042", height_mm, True)


@pytest.mark.parametrize("paper_mm", [80, 58])
@pytest.mark.parametrize(
    "changes", [{}, {"offline": True}, {"reprint": True}, {"for_other": True}, {"ahead": None}, {"printed_at": None}]
)
def test_nothing_is_smaller_than_three_and_a_half_millimetres(paper_mm, changes):
    assert min(span.height_mm for block in slip(paper_mm, **changes).blocks for span in spans(block)) >= 3.5


def test_ahead_and_the_band_stand_in_the_box_when_both_are_known():
    assert boxed(slip()) == "前面6 人大约要等10–18 分钟"


@pytest.mark.parametrize("band", [(None, None), (10, None), (None, 18), (12, 12), (18, 10)])
def test_no_wait_is_promised_when_there_is_no_band(band):
    low, high = band
    text = boxed(slip(wait_low_min=low, wait_high_min=high))
    assert text == "请留意叫号前面 6 人"


def test_the_box_says_to_listen_when_nothing_is_known():
    assert boxed(slip(ahead=None, wait_low_min=None, wait_high_min=None)) == "请留意叫号听叫号，看窗口屏"


def test_an_offline_slip_says_it_is_valid_and_invents_no_wait():
    document = slip(offline=True)
    assert ["".join(span.text for span in band.spans) for band in blocks(document, Band)] == ["离线号　一样有效"]
    assert boxed(document) == "听叫号，看窗口屏前面几人，请问服务台"
    assert "分钟" not in words(document)


def test_cl_g1_a_number_for_somebody_else_says_so_and_what_to_bring():
    assert "代办　双方证件带到窗口" in words(slip(for_other=True))
    assert "代办" not in words(slip())


def test_a_reprint_carries_its_band_and_tells_the_printer():
    document = slip(reprint=True)
    assert "补打" in words(document)
    assert document.reprint
    assert not slip().reprint


def test_both_bands_stand_when_an_offline_slip_is_printed_again():
    assert len(blocks(slip(reprint=True, offline=True), Band)) == 2


def test_no_time_is_printed_when_the_clock_is_off():
    assert "09:42" in words(slip())
    assert "2026" not in words(slip(printed_at=None))
    assert "1 号机" in words(slip(printed_at=None))


def test_at_most_four_things_to_bring_are_printed_with_a_box_to_tick():
    (bring,) = [block for block in blocks(slip(bring=tuple("一二三四五")), Labelled) if block.tick]
    assert [span.text for span in bring.items] == ["一", "二", "三", "四"]
    assert not [block for block in blocks(slip(bring=()), Labelled) if block.tick]


@pytest.mark.parametrize(
    ("code", "offline", "invitation"),
    [
        (TICKET.slip_code, False, "到取号机扫一扫"),
        (TICKET.slip_code, True, "联网后到取号机"),
        ("HTTPS://HALL.EXAMPLE/T/" + TICKET.slip_code, False, "扫一扫"),
        ("HTTPS://HALL.EXAMPLE/T/" + TICKET.slip_code, True, "有网后扫一扫"),
    ],
)
def test_the_words_beside_the_code_say_what_it_is_good_for(code, offline, invitation):
    (qr,) = blocks(slip(slip_code=code, offline=offline), Qr)
    assert qr.content == code
    assert qr.beside[0].spans[0].text == invitation


def test_the_job_id_is_handed_through():
    assert slip_document(TICKET, job_id="j-1").job_id == "j-1"


def test_a_slip_says_when_to_come_back_and_that_today_may_not_do():
    """CL-C13: nobody is given a number at 11:50 for a queue closed until 14:00 without being told."""
    bands = blocks(slip(come_back="14:00", may_not_be_served=True), Band)
    assert [span.text for band in bands for span in band.spans] == ["14:00 起办理　位置保留", "可能无法当天办理"]


@pytest.mark.parametrize("paper_mm", [80, 58])
def test_nothing_is_smaller_than_on_the_usual_slip_and_the_words_are_larger_in_large_print(paper_mm):
    usual, large = slip(paper_mm), slip(paper_mm, modes=LARGE.lower())
    assert min(sizes(large)) >= 4.8 > min(sizes(usual))
    assert max(sizes(large)) == max(sizes(usual))


def sizes(document):
    """The heights of all words on a slip."""
    return [span.height_mm for block in document.blocks for span in spans(block)]


@pytest.mark.parametrize("paper_mm", [80, 58])
def test_every_item_of_a_number_stands_on_its_slip(paper_mm):
    more = ("居住证申领", "失业登记", "租房提取住房公积金")
    said = words(slip(paper_mm, more_names=more))
    assert all(name in said for name in ("社保卡挂失补换", *more))
    assert "一起办" not in words(slip(paper_mm))
