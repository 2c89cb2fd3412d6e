from __future__ import annotations

import msgspec

from hall_server.contract.messages import EventView
from hall_server.contract.vocabulary import ActorKind, Move, TicketState
from hall_server.push.hub import CARRIED, Hub, News


def event(n: int) -> EventView:
    return EventView(n, 0, Move.CALL, f"t{n}", f"A{n:03}", "A", TicketState.CALLED, ActorKind.CLERK)


def read(found: bytes | None) -> News | None:
    if found is None:
        return None
    name, number, data = found.removesuffix(b"\n\n").split(b"\n")
    news = msgspec.json.decode(data.removeprefix(b"data: "), type=News)
    assert (name, number) == (b"event: news", b"id: %d" % news.n)
    return news


class Listener:
    def __init__(self, hub: Hub) -> None:
        self.woken = 0
        self.mailbox = hub.subscribe(self.wake)

    def wake(self) -> None:
        self.woken += 1


def test_everybody_is_woken_and_gets_the_events() -> None:
    hub = Hub()
    listeners = [Listener(hub), Listener(hub)]
    hub.announce(1, [event(1)])
    for one in listeners:
        assert one.woken == 1
        assert read(one.mailbox.collect()) == News(1, (event(1),))
        assert one.mailbox.collect() is None


def test_news_is_put_into_bytes_once_for_all_and_a_bare_mailbox_sees_the_number_only() -> None:
    hub = Hub()
    one, other = hub.subscribe(lambda: None), hub.subscribe(lambda: None)
    bare = hub.subscribe(lambda: None, bare=True)
    hub.announce(1, [event(1)])
    assert one.collect() is other.collect()
    assert bare.collect() == b'event: news\nid: 1\ndata: {"n":1}\n\n'


def test_what_was_not_fetched_is_joined() -> None:
    hub = Hub()
    one = Listener(hub)
    hub.announce(1, [event(1)])
    hub.announce(3, [event(2), event(3)])
    assert read(one.mailbox.collect()) == News(3, (event(1), event(2), event(3)))


def test_a_mailbox_that_overflows_keeps_only_the_number() -> None:
    hub = Hub()
    one = Listener(hub)
    for n in range(1, CARRIED + 3):
        hub.announce(n, [event(n)])
    assert read(one.mailbox.collect()) == News(CARRIED + 2)


def test_many_events_at_once_travel_as_a_number() -> None:
    hub = Hub()
    one = Listener(hub)
    hub.announce(9, [event(n) for n in range(1, 10)])
    assert read(one.mailbox.collect()) == News(9)


def test_a_change_without_an_event_makes_the_reader_look_again() -> None:
    hub = Hub(5)
    one = Listener(hub)
    hub.announce(5, [])
    hub.announce(6, [event(6)])
    assert read(one.mailbox.collect()) == News(6)


def test_whoever_has_gone_is_not_told() -> None:
    hub = Hub()
    one = Listener(hub)
    hub.unsubscribe(one.mailbox)
    hub.unsubscribe(one.mailbox)
    hub.announce(1, [event(1)])
    assert (one.woken, len(hub)) == (0, 0)


def test_who_comes_back_soon_gets_what_was_missed() -> None:
    hub = Hub()
    for n in range(1, 12):
        hub.announce(n, [event(n)])
    assert hub.news_after(11) is None
    assert hub.news_after(9) == News(11, (event(10), event(11)))
    assert hub.news_after(2) == News(11)
    assert hub.news_after(50) == News(11)


def test_closing_wakes_everybody() -> None:
    hub = Hub()
    one = Listener(hub)
    hub.close()
    assert hub.closed
    assert one.woken == 1
    assert one.mailbox.collect() is None


def test_a_call_for_help_waits_in_a_mailbox_beside_the_news_and_the_newest_is_enough() -> None:
    hub = Hub()
    mailbox, board = hub.subscribe(lambda: None, helps=True), hub.subscribe(lambda: None)
    hub.announce_help(1)
    hub.announce(1, [event(1)])
    hub.announce_help(2)
    found = mailbox.collect()
    assert found is not None
    news, _, call = found.partition(b"\n\n")
    assert read(news) == News(1, (event(1),))
    assert call == b'event: help\ndata: {"n":2}\n\n'
    assert mailbox.collect() is None
    assert read(board.collect()) == News(1, (event(1),))


def test_a_call_for_help_is_said_at_once_where_somebody_listens() -> None:
    hub = Hub()
    mailbox = hub.subscribe(lambda: None, helps=True)
    said: list[bytes] = []
    mailbox.say = lambda words: not said.append(words)
    hub.announce_help(1)
    assert (said, mailbox.collect()) == ([b'event: help\ndata: {"n":1}\n\n'], None)
    mailbox.say = lambda _: False
    hub.announce_help(2)
    assert mailbox.collect() == b'event: help\ndata: {"n":2}\n\n'
