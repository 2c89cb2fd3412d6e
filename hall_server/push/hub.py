"""Who wants to hear, and "there is news up to n" (design.md 3.5): push wakes, pull delivers.

Every subscriber has a mailbox of one slot: what did not fit is dropped to the bare number, so that a dead screen costs
nothing. Knows no tickets' rules, no HTTP and no event loop: a mailbox is woken by a function that it was given.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.messages import EventView
from hall_server.push.frames import frame

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CARRIED = 8  # more events than this are fetched, not pushed


class News(msgspec.Struct, frozen=True):
    """`news` as it goes over the stream: the newest number, and the events themselves when they are few.

    No events beside a number that the reader has already: something else changed (a counter opened or closed, or the
    hall began a new life); look at the hall again.
    """

    n: int
    events: tuple[EventView, ...] = ()


class BareNews(msgspec.Struct, frozen=True):
    """`news` for a page: only that there is something to pull. Its reader may see no events."""

    n: int


class Parcel:
    """News on its way, and what it looks like on the wire: made once, however many screens get it."""

    __slots__ = ("_bare", "_full", "news")

    def __init__(self, news: News) -> None:
        self.news = news
        self._full = b""
        self._bare = b""

    @property
    def full(self) -> bytes:
        """With the events."""
        if not self._full:
            self._full = frame(b"news", msgspec.json.encode(self.news), self.news.n)
        return self._full

    @property
    def bare(self) -> bytes:
        """The number alone."""
        if not self._bare:
            self._bare = frame(b"news", msgspec.json.encode(BareNews(self.news.n)), self.news.n)
        return self._bare


class HelpNews(msgspec.Struct, frozen=True):
    """`help` as it goes over the stream: a call for help was made or answered; whoever it concerns fetches it."""

    n: int


class Mailbox:
    """One subscriber's slot for news not fetched yet; a bare one is told numbers only.

    Who has nothing else to do may set `say`: it takes a frame at once, or nothing and answers False. Few objects for
    each screen, because the processor has forgotten them all since the news before.
    """

    __slots__ = ("_help", "_parcel", "_wake", "bare", "helps", "say")

    def __init__(self, wake: Callable[[], None], *, bare: bool = False, helps: bool = False) -> None:
        self._wake = wake
        self.bare = bare
        self.helps = helps
        self._help: bytes | None = None
        self.say: Callable[[bytes], bool] | None = None
        self._parcel: Parcel | None = None

    def put(self, parcel: Parcel) -> None:
        """Say news at once or leave it; what lies there already is joined with it, or dropped to the bare number."""
        there, say = self._parcel, self.say
        if there is None and say is not None and say(parcel.bare if self.bare else parcel.full):
            return
        self._parcel = parcel if there is None else Parcel(_joined(there.news, parcel.news))
        self._wake()

    def put_help(self, words: bytes) -> None:
        """Say at once that a call for help changed, or leave it: of several the newest is enough."""
        say = self.say
        if self._help is None and say is not None and say(words):
            return
        self._help = words
        self._wake()

    def collect(self) -> bytes | None:
        """What came as frames of the stream, once; None when nothing came."""
        parcel, call = self._parcel, self._help
        if parcel is None:
            self._help = None
            return call
        self._parcel = self._help = None
        news = parcel.bare if self.bare else parcel.full
        return news if call is None else news + call


class Hub:
    """All mailboxes of one hall, and its newest few events for whoever comes back after a moment."""

    def __init__(self, n: int = 0) -> None:
        self.n = n
        self.closed = False
        self._mailboxes: dict[Mailbox, Callable[[], None]] = {}
        self._recent: deque[EventView] = deque(maxlen=CARRIED)

    def __len__(self) -> int:
        return len(self._mailboxes)

    def subscribe(self, wake: Callable[[], None], *, bare: bool = False, helps: bool = False) -> Mailbox:
        """A mailbox; `wake` is called when something is left in it, and when the hub closes. `helps`: see `Stream`."""
        mailbox = Mailbox(wake, bare=bare, helps=helps)
        self._mailboxes[mailbox] = wake
        return mailbox

    def unsubscribe(self, mailbox: Mailbox) -> None:
        """The subscriber has gone."""
        self._mailboxes.pop(mailbox, None)

    def announce(self, n: int, events: Sequence[EventView]) -> None:
        """Tell everybody what was just committed, in order."""
        self.n = n
        self._recent.extend(events)
        parcel = Parcel(News(n, tuple(events) if len(events) <= CARRIED else ()))
        for mailbox in list(self._mailboxes):
            mailbox.put(parcel)

    def announce_help(self, n: int) -> None:
        """Tell those who help and those who called that a call for help changed."""
        words = frame(b"help", msgspec.json.encode(HelpNews(n)))  # no id: a reader's place in the news stays
        for mailbox in list(self._mailboxes):
            if mailbox.helps:
                mailbox.put_help(words)

    def news_after(self, after: int) -> News | None:
        """What somebody missed who saw everything up to `after`; None when nothing.

        A number above the hall's own belongs to another life of it: the bare number makes the reader look again.
        """
        if after == self.n:
            return None
        missed = tuple(event for event in self._recent if event.n > after)
        return News(self.n, missed if 0 < self.n - after == len(missed) else ())

    def close(self) -> None:
        """No more news: wake everybody so that their streams end."""
        self.closed = True
        for wake in list(self._mailboxes.values()):
            wake()


def _joined(first: News, second: News) -> News:
    events = first.events + second.events
    gapless = bool(first.events) and bool(second.events) and len(events) <= CARRIED
    return News(second.n, events if gapless else ())
