"""The hall's voice, loaded when the first board opens: a hall starts a second sooner, and some are mute."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.app.announcer import HallAnnouncer
    from hall_server.web.announcement_pages import Announcement


class LateAnnouncer:
    """`Announcer`; loads in a thread, so that calls go on meanwhile."""

    def __init__(self, voice_pack: str, *, yao: bool = False) -> None:
        self._voice_pack, self._yao = voice_pack, yao
        self._loading: asyncio.Task[HallAnnouncer] | None = None

    def prepare(self) -> None:
        self._loaded()

    async def call(self, label: str, counter: int, languages: Sequence[str]) -> Announcement:
        return await (await self._loaded()).call(label, counter, languages)

    async def notice(self, words: str, english: str, languages: Sequence[str]) -> Announcement:
        return await (await self._loaded()).notice(words, english, languages)

    def _loaded(self) -> asyncio.Future[HallAnnouncer]:
        if self._loading is None:
            self._loading = asyncio.get_running_loop().create_task(self._load())
        return asyncio.shield(self._loading)

    async def _load(self) -> HallAnnouncer:
        def load() -> HallAnnouncer:
            from hall_server.app.announcer import hall_announcer

            return hall_announcer(self._voice_pack, yao=self._yao)

        announcer = await asyncio.to_thread(load)
        await announcer.ready()
        return announcer
