import msgspec
import pytest

from hall_server.contract.messages import (
    CounterNow,
    CounterQueue,
    HallNow,
    OnBehalf,
    QueuedTicket,
    TicketView,
    VisitorMask,
)
from hall_server.contract.vocabulary import (
    Chip,
    CounterState,
    Delivery,
    Origin,
    Outcome,
    Relation,
    TicketState,
    Why,
)
from hall_server.domain.site import CounterRule, HallSite, ItemRule, Limits, QueueRule
from hall_server.web.chips import chips_of
from hall_server.web.overview import MINUTE, SECOND, clock_span, today_view
from hall_server.web.stage import Desk, StageIds, stage
from hall_server.web.today import Ended

SITE = HallSite(
    id="h", name="厅", hotline="12345",
    queues={"A": QueueRule("A", "A", "综合", service_s=450)},
    counters={3: CounterRule(3, "综合受理", ("A",)), 4: CounterRule(4, "四号", ("A",))},
    items={"i": ItemRule("i", "租房提取", "A", Outcome.DONE_AT_ONCE)}, limits=Limits(),
)  # fmt: skip
IDS = StageIds("1", "2", "3")


def _ticket(state: TicketState = TicketState.CALLED, delivery: Delivery = Delivery.PAPER, **more) -> TicketView:
    return TicketView(
        id="t", label="A037", business_day="d", queue="A", item="i", item_name="租房提取", state=state,
        origin=Origin.ONLINE, delivery=delivery, taken_at=0, n=1, called_at=12 * MINUTE, served_at=13 * MINUTE,
        bring=("身份证", "银行卡", "合同"), visitor=VisitorMask("0" * 32, "陈*明", "…18"), **more,
    )  # fmt: skip


def _queued(label: str, waited: int = 3, **more) -> QueuedTicket:
    return QueuedTicket(label, label, "A", "i", "租房提取", more.pop("state", TicketState.WAITING), waited, **more)


def _desk(ticket: TicketView | None = None, *queued: QueuedTicket, counters=(), at: int = 20 * MINUTE) -> Desk:
    now = HallNow("h", "厅", 9, "life", at, "d", "09:00", "17:30", "12345", len(queued), None, 1, (), tuple(counters))
    why = None if not queued else Why.ONLY_ONE_WAITING if len(queued) == 1 else Why.EARLIEST_TAKEN
    counter = CounterNow(3, "综合受理", CounterState.IDLE, since=MINUTE)
    line = CounterQueue(3, 9, len(queued), why, queued)
    return Desk(SITE, now, counter, line, ticket, (), None, None, "08:30")


def test_an_idle_counter_says_who_is_next_and_why():
    drawn = stage(_desk(None, _queued("A037"), _queued("A038")), IDS, picking=False)
    assert drawn.state == "idle"
    assert drawn.next is not None
    assert drawn.next.label == "A037"
    assert drawn.queue[0].note == "下一位"
    assert "2 位里，来得最早" in drawn.why


def test_a_counter_says_why_with_the_numbers_of_the_rule():
    """CL-G4: neutral words."""
    desk = _desk(None, _queued("A037"), _queued("A038"))
    text = "statutory_priority;waited:3;waiting:2;priority:12;passed_statutory_priority:A038"
    line = msgspec.structs.replace(desk.line, why=Why.STATUTORY_PRIORITY, reason=text)
    assert stage(desk._replace(line=line), IDS, picking=False).why == "按规定优先，算早来 12 分钟，轮到这一位"


def test_the_only_one_waiting_is_told_as_that():
    assert "只有这一位" in stage(_desk(None, _queued("A037")), IDS, picking=False).why
    assert stage(_desk(), IDS, picking=False).why == ""


@pytest.mark.parametrize(
    ("state", "picking", "drawn"),
    [
        (TicketState.CALLED, False, "called"),
        (TicketState.SERVING, False, "serving"),
        (TicketState.SERVING, True, "outcome"),
        (TicketState.CALLED, True, "called"),  # the picker is only for somebody who is being served
    ],
)
def test_the_state_of_the_ticket_is_the_state_of_the_console(state, picking, drawn):
    assert stage(_desk(_ticket(state)), IDS, picking=picking).state == drawn


def test_locks_end_when_the_hall_says_so():
    card = stage(_desk(_ticket()), IDS, picking=False).ticket
    assert card is not None
    assert card.no_show_opens == 12 * MINUTE + 50 * SECOND
    assert card.recall_opens == 12 * MINUTE + 20 * SECOND
    later = stage(_desk(_ticket(recalls=1))._replace(last_called_at=14 * MINUTE), IDS, picking=False).ticket
    assert later is not None
    assert later.recall_opens == 14 * MINUTE + 20 * SECOND
    assert later.recalls_left == 2


def test_somebody_who_may_hold_no_slip_has_the_longer_lock_and_a_mark():
    card = stage(_desk(_ticket(delivery=Delivery.NONE)), IDS, picking=False).ticket
    assert card is not None
    assert card.no_show_opens == 12 * MINUTE + 60 * SECOND
    assert "可能没拿到号票" in [chip.words for chip in card.chips]


def test_only_the_masks_of_a_person_are_on_the_card():
    card = stage(_desk(_ticket()), IDS, picking=False).ticket
    assert card is not None
    assert (card.name_mask, card.number_mask) == ("陈*明", "…18")
    assert "0" * 32 not in repr(card)
    assert card.bring == "身份证、银行卡 等"


def test_enter_means_the_items_usual_outcome():
    assert stage(_desk(_ticket(TicketState.SERVING)), IDS, picking=True).usual.outcome is Outcome.DONE_AT_ONCE


def test_an_ordinary_ticket_says_so_and_a_special_one_says_what():
    assert [chip.words for chip in chips_of((), for_other=False, unconfirmed=False)] == ["普通取号"]
    words = [chip.words for chip in chips_of((Chip.ELDER, Chip.CANTONESE), for_other=True, unconfirmed=False)]
    assert words == ["老人优先", "说粤语", "替别人办"]


def test_a_long_wait_and_a_slow_counter_are_amber():
    slow = CounterNow(4, "四号", CounterState.SERVING, "A031", since=0)
    drawn = stage(_desk(None, _queued("A037", 31), counters=[slow]), IDS, picking=False)
    assert drawn.queue[0].late
    assert drawn.hall.tiles[0].tone == "slow"
    assert "4 号窗口" in drawn.hall.notice


def test_the_day_in_bars_keeps_a_dozen_and_marks_the_one_at_hand():
    ended = [Ended(f"A{n}", 3, "0317", n, n * MINUTE) for n in range(1, 31)]
    view = today_view(ended, "08:30", 4 * MINUTE)
    assert view.done == 30
    assert view.mean == clock_span(15 * MINUTE + 30 * SECOND)
    assert len(view.bars) == 12
    assert [bar.now for bar in view.bars].count(True) == 1
    assert all(0 < bar.height <= 100 for bar in view.bars)
    assert today_view([], "08:30", None).bars == ()


def test_the_ticket_at_hand_says_for_whom_and_what_else_is_on_it():
    site = msgspec.structs.replace(SITE, items={**SITE.items, "j": ItemRule("j", "挂失", "A", Outcome.ACCEPTED)})
    ticket = _ticket(on_behalf=OnBehalf(Relation.RELATIVE), items=("i", "j", "gone"), modes="L", for_other=True)
    card = stage(_desk(ticket)._replace(site=site), IDS, picking=False).ticket
    assert card is not None
    assert (card.behalf, card.more_items) == ("近亲属", ("挂失", "gone"))
    assert [chip.words for chip in card.chips] == ["看大字", "替别人办"]
