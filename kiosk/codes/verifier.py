"""The verifier of codes: recognisers are asked in order, the first that claims or refuses has answered.

The order, and why:

1. reference code `KPC1:`: the only one with a signature. First, so that nothing else ever reads a signed code, and none
   that fails can be taken for something weaker.
2. slip code `KPT1:` and 3. booking code `KPB1:`: the hall's own, told by their prefix. Before addresses, because a slip
   code may stand behind the hall's public address.
4. codes that the site has named by how they begin: for the online verifier. Before addresses, because the city's own
   code may be one.
5. addresses: claimed for the online verifier or refused. Before numbers, because addresses hold numbers (an electronic
   licence its organisation's code), and a number in a stranger's address names nobody here.
6. plain numbers: last, because they have no prefix; what none of the others is may still only look like one.

Nobody claims: refused as unknown, with a way on. Every text gives one answer and none raises; nothing is logged here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from hall_server.contract.codes.once import Used
from hall_server.contract.codes.reference_code import ReferenceCodes
from kiosk.codes.addresses import ORIGINS, AddressRecogniser
from kiosk.codes.answers import Answer, Ignored, Refused, Verdict
from kiosk.codes.configured import ConfiguredRecogniser
from kiosk.codes.halls_own import BookingCodeRecogniser, SlipCodeRecogniser
from kiosk.codes.numbers import NumberRecogniser
from kiosk.codes.reference import ReferenceCodeRecogniser
from kiosk.codes.scan import Scan, scan_of
from kiosk.codes.words import CodeReason

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hall_server.contract.codes.trust import TrustList
    from kiosk.codes.answers import OnlineService
    from kiosk.codes.scan import Moment


class Recogniser(Protocol):
    """One kind of code. Never raises, whatever the text."""

    def recognise(self, scan: Scan, moment: Moment, /) -> Answer:
        """Not mine, this is what it is, or mine and no good."""
        ...


@runtime_checkable
class Prover(Protocol):
    """A recogniser of codes that prove themselves. Check digits are no proof: guessed bytes may have right ones."""

    def proves(self, scan: Scan) -> bool:
        """Whether the text proves that its bytes are right (a signature holds). Looks only: nothing is used up."""
        ...


class CodeVerifier:
    """Recognisers in their order."""

    def __init__(self, recognisers: Iterable[Recogniser]) -> None:
        self._recognisers = tuple(recognisers)

    def verify(self, data: bytes, moment: Moment, *, trusted: bool = True) -> Verdict:
        """What a scanned code is.

        Args:
            data: as the scanner handed it over, without its line end.
            moment: when; a reference code is used up by it.
            trusted: False when the bytes may be other ones than those in the symbol (`Symbol.trusted`): then only a
                recogniser is asked to whom the text proves itself.
        """
        scan = scan_of(data)
        if not isinstance(scan, Scan):
            return Refused(scan)
        for one in self._recognisers:
            if trusted or _proved(one, scan):
                answer = one.recognise(scan, moment)
                if not isinstance(answer, Ignored):
                    return answer
        return Refused(CodeReason.UNKNOWN_CODE if trusted else CodeReason.UNPROVED)

    def proves(self, data: bytes) -> bool:
        """Whether bytes that a camera is not sure of prove themselves to a recogniser. Uses nothing up."""
        scan = scan_of(data)
        return isinstance(scan, Scan) and any(_proved(one, scan) for one in self._recognisers)


def _proved(recogniser: Recogniser, scan: Scan) -> bool:
    return isinstance(recogniser, Prover) and recogniser.proves(scan)


def code_verifier(
    trust: TrustList,
    audiences: frozenset[str],
    *,
    used: Used | None = None,
    origins: Mapping[str, OnlineService] = ORIGINS,
    online: Iterable[str] = (),
) -> CodeVerifier:
    """The verifier of a kiosk, all recognisers in the order that is told above.

    Args:
        trust: the issuers in force; make another verifier, with the same `used`, when there is a newer list.
        audiences: the names that this place answers to.
        used: the codes that were taken here; a new memory if there is none yet.
        origins: whose addresses the online verifier is asked about.
        online: how other codes begin that it is asked about.
    """
    return CodeVerifier(
        (
            ReferenceCodeRecogniser(ReferenceCodes(trust, audiences), Used() if used is None else used),
            SlipCodeRecogniser(),
            BookingCodeRecogniser(),
            ConfiguredRecogniser(online),
            AddressRecogniser(origins),
            NumberRecogniser(),
        )
    )
