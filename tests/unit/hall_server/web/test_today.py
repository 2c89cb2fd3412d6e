from hall_server.contract.messages import EventPage, EventView
from hall_server.contract.vocabulary import ActorKind, Move, TicketState
from hall_server.web.today import TodayLog

SECOND = 1_000_000


class _Events:
    """Numbered events, and how often they were asked for."""

    def __init__(self):
        self.events: list[EventView] = []
        self.asked = 0

    def add(self, at_s: int, move: Move, ticket: str = "t", clerk: str = "0317", counter: int | None = 3) -> None:
        n = len(self.events) + 1
        kind = ActorKind.CLERK if counter else ActorKind.KIOSK
        self.events.append(
            EventView(n, at_s * SECOND, move, ticket, f"A{n:03d}", "A", TicketState.CALLED, kind, clerk, counter)
        )

    def __call__(self, after: int, limit: int) -> EventPage:
        self.asked += 1
        found = tuple(event for event in self.events if event.n > after)[:limit]
        return EventPage(len(self.events), "life", "day", found)


def test_service_times_and_the_last_one_at_a_counter():
    events = _Events()
    log = TodayLog(events)
    for at, move in ((10, Move.CALL), (20, Move.SERVE), (80, Move.COMPLETE)):
        events.add(at, move, "one")
    events.add(90, Move.CALL, "two")
    events.add(150, Move.NO_SHOW, "two")
    log.catch_up("day", "life", 5, 0)
    assert [end.served_us for end in log.ended("0317")] == [60 * SECOND]
    last = log.last_at(3)
    assert last is not None
    assert last.served_us is None
    assert log.ended("0316") == []


def test_the_last_call_of_a_ticket_moves_with_each_recall_and_ends_with_it():
    events = _Events()
    log = TodayLog(events)
    events.add(10, Move.CALL)
    events.add(40, Move.RECALL)
    log.catch_up("day", "life", 2, 0)
    assert log.last_called("t") == 40 * SECOND
    events.add(100, Move.NO_SHOW)
    log.catch_up("day", "life", 3, 0)
    assert log.last_called("t") is None


def test_a_new_day_begins_at_its_first_event_without_reading_all_of_the_past():
    events = _Events()
    for second in range(3_000):
        events.add(second, Move.TAKE, counter=None)
    events.add(5_000, Move.SERVE)
    events.add(5_010, Move.COMPLETE)
    log = TodayLog(events)
    log.catch_up("day", "life", len(events.events), 4_000 * SECOND)
    assert len(log.ended("0317")) == 1
    assert events.asked < 20


def test_yesterday_is_forgotten_when_the_day_changes():
    events = _Events()
    events.add(10, Move.SERVE)
    events.add(20, Move.COMPLETE)
    log = TodayLog(events)
    log.catch_up("one", "life", 2, 0)
    log.catch_up("two", "life", 2, 1_000 * SECOND)
    assert log.ended("0317") == []
    assert log.last_at(3) is None
