"""What the HTTP twins share: the hall's own flows and store on a place, without any of its doors."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import uvicorn

from config.site import load_site
from hall_server.app.compose import AppLoop, RandomIds, SystemClock
from hall_server.app.site_file import hall_site
from hall_server.flows.hall import Hall
from hall_server.push.hub import Hub
from hall_server.store.group_commit import GroupCommit
from hall_server.store.sqlite_store import BUSY_INLINE_MS, FILE_NAME, SqliteReader, SqliteStore, make_log_room

if TYPE_CHECKING:
    from uvicorn._types import ASGIApplication


def open_hall() -> Hall:
    """`<site file> <data folder>` as a hall whose commits run inline."""
    site = hall_site(load_site(Path(sys.argv[1])))
    path = Path(sys.argv[2]) / FILE_NAME
    make_log_room(path)
    commits = GroupCommit(SqliteStore(path, site.id, busy_ms=BUSY_INLINE_MS), AppLoop(), threaded=False)
    hall = Hall(
        site=site,
        commits=commits,
        reader=SqliteReader(path, site.id),
        hub=Hub(),
        clock=SystemClock(),
        ids=RandomIds(),
    )
    commits.announce = hall.announce
    return hall


class _Server(uvicorn.Server):
    async def startup(self, sockets: list | None = None) -> None:
        await super().startup(sockets)
        port = self.servers[0].sockets[0].getsockname()[1]
        print(f"listening on 127.0.0.1:{port}", flush=True)


def serve(app: object) -> None:
    """The server that the hall has, on a free port."""
    config = uvicorn.Config(
        cast("ASGIApplication", app),
        host="127.0.0.1",
        port=0,
        loop="uvloop",
        http="httptools",
        ws="none",
        lifespan="off",
        access_log=False,
        log_config=None,
        server_header=False,
    )
    _Server(config).run()
