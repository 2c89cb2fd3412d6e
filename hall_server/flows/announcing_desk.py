"""播报 of one hall: the turns of its loudspeakers, kept with everything else, so that a restart repeats nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.domain.announcing import Turn, ZoneVoice, turn

if TYPE_CHECKING:
    from hall_server.domain.seams import Commits, Promise, Transaction
    from hall_server.flows.here import Here


class AnnouncingDesk:
    """Asked once for each call by each page that can speak."""

    def __init__(self, here: Here, commits: Commits) -> None:
        self._here = here
        self._commits = commits

    def turn(self, zone: str, speaker: str, n: int, length: int) -> Promise[Turn]:
        """See `announcing.turn`. Decided where it is kept: two servers of one hall let one loudspeaker speak."""
        at, cursor = self._here.clock.now(), f"announced:{zone}"

        def work(tx: Transaction) -> Turn:
            kept = tx.city_cursor(cursor)
            voice = msgspec.json.decode(kept, type=ZoneVoice) if kept else ZoneVoice()
            answer, after = turn(voice, speaker, n, at, length)
            if after is not voice:
                tx.put_city_cursor(cursor, msgspec.json.encode(after).decode())
            return answer

        return self._commits.submit(work)
