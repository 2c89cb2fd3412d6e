"""远程帮办 of one hall: what of a talk a kiosk may show, and that a visitor let their screen be seen. Behind `Hall`.

Lines pass through and are kept nowhere; a page that is left out is logged by its host.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.city.video import VideoState
from hall_server.contract.remote_help import TalkView
from hall_server.domain.city.talk import SCREEN_SEEN, SCREEN_SHARED, allowed
from hall_server.domain.records import Record
from hall_server.flows.shared_screens import Screens

if TYPE_CHECKING:
    from hall_server.contract.city.talk import Talk
    from hall_server.domain.seams import Commits, Promise, Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here

_log = logging.getLogger("kapok.help")


class Shared(msgspec.Struct, frozen=True):
    """A record of `SCREEN_SHARED`, about a session."""

    shared: bool


class TalkDesk:
    """Everything about talks that a hall answers for."""

    def __init__(self, here: Here, commits: Commits) -> None:
        self._here = here
        self._commits = commits
        self.screens = Screens(here.clock)

    def shown(self, talk: Talk, after: int) -> TalkView:
        """What the kiosk may show of an answer that was asked for after a line."""
        self.stands(talk.session, talk.state)
        lines, dropped = allowed(talk.lines, self._here.site.help_hosts)
        for host in dropped:
            _log.warning("a pushed page was left out session=%r host=%r", talk.session, host[:100])
        last = talk.lines[-1].n if talk.lines else after
        return TalkView(
            session=talk.session,
            state=talk.state,
            next=last,
            shared=talk.shared,
            lines=lines,
            left_out=len(dropped),
        )

    def stands(self, session: str, state: VideoState) -> None:
        """With the end of a talk nobody sees the screen any more."""
        if state is VideoState.ENDED:
            self.screens.end(session)

    def screen(self, caller: Caller, session: str, *, shared: bool) -> Promise[Record]:
        """Keep that somebody said so; a no counts at once."""
        if not shared:
            self.screens.end(session)
        return self._keep(caller, SCREEN_SHARED, session, msgspec.json.encode(Shared(shared)))

    def allow(self, caller: Caller, talk: Talk) -> None:
        """The city has heard the yes: pictures may come, if somebody is there."""
        if talk.shared and talk.state is VideoState.READY:
            self.screens.allow(talk.session, caller.id)

    def seen(self, caller: Caller, session: str) -> Promise[Record] | None:
        """Keep who looks at a screen that has a picture, once for each yes; None: it is kept already."""
        if not self.screens.first_look(session, caller.id):
            return None
        return self._keep(caller, SCREEN_SEEN, session, b"{}")

    def _keep(self, caller: Caller, kind: str, session: str, what: bytes) -> Promise[Record]:
        record = Record(
            at=self._here.clock.now(),
            kind=kind,
            about=session,
            actor_kind=caller.kind,
            actor=caller.id,
            what=msgspec.Raw(what),
        )

        def flow(tx: Transaction) -> Record:
            return tx.add_record(record)

        return self._commits.submit(flow)
