from types import SimpleNamespace

from config.site import Board
from hall_server.contract.messages import (
    CounterNow,
    CounterQueue,
    EventPage,
    EventView,
    HallNow,
    QueuedTicket,
    QueueNow,
)
from hall_server.contract.vocabulary import ActorKind, CounterState, Move, TicketState, Why
from hall_server.web.board_now import board_calls, board_now


def _event(n: int, move: Move, queue: str = "A", counter: int | None = 3) -> EventView:
    return EventView(
        n, n * 1000, move, f"t{n}", f"{queue}{n:03d}", queue, TicketState.CALLED, ActorKind.CLERK, "0317", counter
    )


def _queued(label: str, waited: int) -> QueuedTicket:
    return QueuedTicket(label, label, label[0], "i", "事项", TicketState.WAITING, waited)


class _Hall:
    """A hall's questions answered from plain values."""

    def __init__(self, events=(), lines=None, paused=()):
        self._paused = paused
        self._events = tuple(events)
        self._lines = lines or {}
        self.clock = SimpleNamespace(now=lambda: 0)

    def events(self, after, limit):
        found = tuple(e for e in self._events if e.n > after)[:limit]
        return EventPage(self._events[-1].n if self._events else 0, "life", "2026-10-16", found)

    def now(self):
        counters = tuple(
            CounterNow(no, f"{no}", CounterState.PAUSED if no in self._paused else CounterState.IDLE)
            for no in self._lines
        )
        shut = CounterNow(99, "99", CounterState.CLOSED)
        queues = tuple(QueueNow(q, q, q, 1, 1, None) for q in "AC")
        n = self._events[-1].n if self._events else 0
        return HallNow(
            "h",
            "厅",
            n,
            "life",
            0,
            "2026-10-16",
            "09:00",
            "17:30",
            "12345",
            2,
            None,
            len(counters),
            queues,
            (*counters, shut),
        )

    def counter_queue(self, no):
        tickets = self._lines[no]
        return CounterQueue(no, 0, len(tickets), Why.EARLIEST_TAKEN, tickets)


def test_only_calls_and_recalls_of_the_boards_queues_come_through_in_order():
    events = [
        _event(1, Move.TAKE, counter=None),
        _event(2, Move.CALL),
        _event(3, Move.CALL, queue="C"),
        _event(4, Move.SERVE),
        _event(5, Move.RECALL),
    ]
    board = Board(id="a", name="A", queues=("A",), arrows={"3": "left"})
    answer = board_calls(_Hall(events), board, 0)
    assert [(call.n, call.move, call.way) for call in answer.calls] == [(2, "call", "left"), (5, "recall", "left")]
    assert answer.through == answer.n == 5


def test_a_board_of_all_queues_has_every_call_and_a_number_ahead_of_the_hall_stays():
    hall = _Hall([_event(2, Move.CALL), _event(3, Move.CALL, queue="C")])
    assert [call.n for call in board_calls(hall, Board(id="m", name="M"), 0).calls] == [2, 3]
    assert board_calls(hall, Board(id="m", name="M"), 77).through == 77


def test_get_ready_names_each_waiting_number_once_the_longest_waiting_first():
    lines = {1: (_queued("A001", 9), _queued("A002", 8)), 2: (_queued("A001", 9), _queued("C005", 12))}
    now = board_now(_Hall(lines=lines), Board(id="m", name="M"), "10:00", recent=False)
    assert now.next == ("C005", "A001", "A002")
    assert now.recent == ()


def test_get_ready_does_not_name_whom_only_a_paused_counter_would_call():
    lines = {1: (_queued("A001", 9),), 2: (_queued("C005", 12),)}
    now = board_now(_Hall(lines=lines, paused={2}), Board(id="m", name="M"), "10:00", recent=False)
    assert now.next == ("A001",)


def test_a_first_snapshot_carries_earlier_calls_newest_first():
    hall = _Hall([_event(2, Move.CALL), _event(3, Move.CALL)], lines={1: ()})
    assert [call.n for call in board_now(hall, Board(id="m", name="M"), "10:00", recent=True).recent] == [3, 2]
