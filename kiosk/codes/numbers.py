"""The recogniser of plain numbers: persons', organisations', passes', and the lines of passports. Knows no signature.

The rules are `contract.identity.recognise`'s; anybody can print such a code, so the level is always L1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.identity import identity
from hall_server.contract.identity.assurance import Source
from hall_server.contract.identity.recognise import recognise
from kiosk.codes.answers import Claimed, Ignored, Named, Refused

if TYPE_CHECKING:
    from kiosk.codes.answers import Answer
    from kiosk.codes.scan import Moment, Scan


class NumberRecogniser:
    """Claims what reads as somebody's number, check characters included; all else is somebody else's."""

    def recognise(self, scan: Scan, moment: Moment, /) -> Answer:
        """Whom the number names."""
        match recognise(scan.text, moment.day, Source.CODE):
            case identity.Claimed(holder=holder, cautions=cautions):
                return Claimed(Named(holder, cautions))
            case identity.Refused(reason=reason):
                return Refused(reason)
            case _:
                return Ignored()
