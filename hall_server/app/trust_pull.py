"""The hall looks now and then whether its city has a newer trust list. The same checks as of a file decide over it.

Before the first list came nobody is trusted, and numbers are given all the same. Whatever fails, what holds stays.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from hall_server.city.codes import CityCodes
from hall_server.city.errors import CityError
from hall_server.contract.city.ports import PortName
from hall_server.contract.codes.trust_list import TrustListError
from hall_server.contract.hall_trust import HallTrust

if TYPE_CHECKING:
    from config.site import Site, TrustedCodes
    from hall_server.app.trust_kept import TrustKept
    from hall_server.city.asking import Asking

EVERY_S = 60.0
_SOON_S = 5.0  # while there is none at all
_log = logging.getLogger("kapok.codes")


class TrustPull:
    """Looks every so many seconds, and hands what it finds to `kept`."""

    def __init__(self, site: Site, codes: TrustedCodes, kept: TrustKept, asking: Asking) -> None:
        self._codes, self._kept, self._asking = codes, kept, asking
        own = site.city.ports.get(PortName.CODES.value) if site.city else None
        self._every_s = (own.every_s if own else None) or EVERY_S
        self._said = ""

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            await self._once()
            await asyncio.sleep(self._every_s if self._kept.told is not None else min(_SOON_S, self._every_s))

    async def _once(self) -> None:
        try:
            data, signature = await self._asking.ask(
                PortName.CODES, lambda line: CityCodes(line).trust_list(), within_s=None
            )
            self._kept.take(
                HallTrust(
                    trust_list=data, signature=signature, roots=self._codes.roots, audiences=self._codes.audiences
                )
            )
        except (CityError, TrustListError) as error:
            if str(error) != self._said:
                _log.warning("the city's trust list is not taken, the one in force stays: %s", error)
            self._said = str(error)
        except Exception:  # noqa: BLE001 - a bad list must not end the looking; it is logged, the one in force stays
            _log.exception("the city's trust list cannot be read")
        else:
            self._said = ""
