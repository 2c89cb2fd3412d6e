"""One piece of work on a paper at a time, in a process of its own that is gone afterwards. Logs nothing of a paper."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from devices.errors import DeviceError
from devices.transports.child import ChildProcess

LOG = logging.getLogger("kapok.kiosk.papers")


class PaperError(Exception):
    """There is no such paper. `code`: paper_not_made | pdf_unreadable | paper_gone."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Apart:
    """`done` has the worker `module` do what it is told, within `within_s`; else PaperError with `code`."""

    def __init__(self, module: str, within_s: float, code: str) -> None:
        self._module, self._within_s, self._code = module, within_s, code
        self._turn = asyncio.Lock()

    async def done(self, order: str) -> tuple[dict[str, Any], bytes]:
        """What it said and made. Whatever happens, the process is gone afterwards."""
        async with self._turn:
            worker = ChildProcess(self._module, (), device="paper")
            try:
                await worker.start()
                await worker.say(order)
                said, made = await worker.hear(self._within_s)
            except DeviceError as error:
                LOG.warning("%s: %s", self._code, error.code)
                raise PaperError(self._code) from error
            finally:
                await worker.stop()
        if not made:
            LOG.warning("%s: %s", self._code, said.get("detail"))
            raise PaperError(self._code)
        return said, made
