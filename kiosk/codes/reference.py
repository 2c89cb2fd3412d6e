"""The recogniser of reference codes: offline against pinned keys, each code once. Knows no slips and no numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.codes import answers as codes
from hall_server.contract.codes.refusals import Refusal
from kiosk.codes.answers import Claimed, Ignored, Refused, Signed

if TYPE_CHECKING:
    from hall_server.contract.codes.once import Used
    from hall_server.contract.codes.reference_code import ReferenceCodes
    from kiosk.codes.answers import Answer
    from kiosk.codes.scan import Moment, Scan

BEHIND_THE_SIGNATURE = frozenset(  # judged only when the signature held: the bytes are the issuer's
    {
        Refusal.KEY_OUT_OF_DATE,
        Refusal.WRONG_AUDIENCE,
        Refusal.TOO_LONG_LIVED,
        Refusal.NOT_YET_VALID,
    }
)


class ReferenceCodeRecogniser:
    """Claims what begins with `KPC1:`. `used` outlives a newer trust list: hand the same one to the next reader."""

    def __init__(self, reader: ReferenceCodes, used: Used) -> None:
        self._reader = reader
        self._used = used

    def proves(self, scan: Scan) -> bool:
        """Whether the signature holds, whenever the code was good."""
        found = self._reader.read(scan.text, 0)  # at a time at which every code is still to come
        if isinstance(found, codes.Refused):
            return found.reason in BEHIND_THE_SIGNATURE
        return isinstance(found, codes.Accepted)

    def recognise(self, scan: Scan, moment: Moment, /) -> Answer:
        """Who shows the code and how sure that is, less with a doubtful clock. The code is used up."""
        found = self._reader.read(scan.text, moment.hall_us, clock_known=moment.clock_known)
        match self._used.once(found, moment.steady_us):
            case codes.Accepted(claims=claims, level=level):
                return Claimed(Signed(claims, level))
            case codes.Refused(reason=reason, part=part):
                return Refused(reason, part)
            case _:
                return Ignored()
