"""The verifier of this moment: made anew for every trust list, with one memory of the codes that were used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.codes.once import Used
from hall_server.contract.codes.trust import TrustList
from kiosk.codes.verifier import code_verifier

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.codes.answers import Verdict
    from kiosk.codes.scan import Moment

NOBODY = TrustList(serial=1)  # no issuer is trusted


class FollowingVerifier:
    """Asks the verifier of the list in force, as `CodeVerifier` is asked. `hall`: the name that always is one's own.

    `online`: how codes begin that the site has named for the online verifier.

    Whoever holds on to `verify` or `proves` follows too. A thread that asks while another list comes is answered by the
    one or by the other.
    """

    def __init__(self, hall: str = "", online: Iterable[str] = ()) -> None:
        self._online = tuple(online)
        self._own = frozenset({hall} - {""})
        self._used = Used()
        self.follow(NOBODY)

    def follow(self, trust: TrustList, audiences: Iterable[str] = ()) -> None:
        """From now on these issuers count; codes that were used stay used."""
        self.trust = trust
        self._now = code_verifier(trust, self._own.union(audiences), used=self._used, online=self._online)

    def verify(self, data: bytes, moment: Moment, *, trusted: bool = True) -> Verdict:
        """See CodeVerifier.verify."""
        return self._now.verify(data, moment, trusted=trusted)

    def proves(self, data: bytes) -> bool:
        """See CodeVerifier.proves."""
        return self._now.proves(data)
