"""The words on a slip, from a ticket as the hall tells it."""

from __future__ import annotations

import msgspec

from devices.values.receipt_printer import Headline, Qr, Span
from hall_server.contract.messages import WaitBand
from hall_server.contract.slip_code import parse_slip_code
from hall_server.contract.vocabulary import Origin
from kiosk.runner.slips import given_at, slip_maker, where_in_words
from tests.unit.kiosk.session.visits import HALL, ID, ticket

TAKEN_AT = 1_792_114_920_000_000  # 2026-10-16 01:42 UTC


def test_place_and_counters_are_named_in_words() -> None:
    assert where_in_words("二楼 A 区", (4, 9)) == "二楼 A 区 4、9 号窗口"
    assert where_in_words("", (2, 3, 5)) == "2、3、5 号窗口"
    assert where_in_words("一楼大厅", ()) == "一楼大厅"
    assert where_in_words("", ()) == "看叫号屏"
    assert where_in_words("二楼 A 区", (2,), low=True) == "二楼 A 区 2 号低位窗口"


def test_the_time_is_the_halls_wall_clock() -> None:
    assert given_at(TAKEN_AT, 8 * 3600) == "2026-10-16 09:42"
    assert given_at(TAKEN_AT, 6 * 3600) == "2026-10-16 07:42"


def test_a_slip_is_made_of_what_the_hall_said() -> None:
    given = msgspec.structs.replace(
        ticket(), wait=WaitBand(10, 18), ahead=6, taken_at=TAKEN_AT, counters=(4,), place="二楼"
    )
    document = slip_maker("1 号机", 80)(given, HALL)
    assert document.job_id == ID
    said = repr(document.blocks)
    for word in ("A042", "大厅", "二楼 4 号窗口", "10–18", "2026-10-16 09:42", "1 号机", "KPT1:"):
        assert word in said


def test_the_code_opens_a_page_where_the_hall_has_an_address_for_telephones() -> None:
    assert "到取号机扫一扫" in repr(slip_maker("1 号机", 80)(ticket(), HALL).blocks)
    hall = msgspec.structs.replace(HALL, public_address="https://hao.example.gov.cn")
    said = repr(slip_maker("1 号机", 80)(ticket(), hall).blocks)
    assert "'https://hao.example.gov.cn/t/KPT1:" in said
    assert "到取号机扫一扫" not in said


def test_a_hall_in_another_zone_has_its_own_time_on_its_slips() -> None:
    given = msgspec.structs.replace(ticket(), taken_at=TAKEN_AT)
    hall = msgspec.structs.replace(HALL, utc_offset_s=6 * 3600)
    assert "2026-10-16 07:42" in repr(slip_maker("1 号机", 80)(given, hall).blocks)


def test_a_slip_without_a_word_of_the_hall_carries_no_time() -> None:
    assert "2026" not in repr(slip_maker("1 号机", 80)(msgspec.structs.replace(ticket(), taken_at=TAKEN_AT), None))


def test_a_slip_can_be_made_before_anything_is_known_of_the_hall() -> None:
    first = slip_maker("1 号机", 58)(ticket(), None).blocks[0]
    assert isinstance(first, Headline)
    assert isinstance(first.spans[0], Span)


def test_a_number_given_without_the_hall_says_so_and_promises_no_wait() -> None:
    for origin in (Origin.LEASE, Origin.EMERGENCY):
        given = msgspec.structs.replace(ticket(), origin=origin, taken_at=0)
        said = repr(slip_maker("1 号机", 80)(given, HALL).blocks)
        assert "离线号" in said
        assert "分钟" not in said
        assert "1970" not in said
    assert "离线号" not in repr(slip_maker("1 号机", 80)(ticket(), HALL).blocks)


def test_how_somebody_reads_stands_in_the_code_and_sets_a_large_slip() -> None:
    large = slip_maker("1 号机", 80)(msgspec.structs.replace(ticket(), modes="LE"), HALL)
    (code,) = [block for block in large.blocks if isinstance(block, Qr)]
    assert parse_slip_code(code.content)[1] == "LE"
    assert large != slip_maker("1 号机", 80)(msgspec.structs.replace(ticket(), modes="E"), HALL)
