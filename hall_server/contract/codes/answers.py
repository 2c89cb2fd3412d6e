"""What can come of reading a code: accepted, refused with a reason, or none of ours. Knows no format."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from hall_server.contract.codes.claims import Claims
from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.identity.assurance import Assurance


class Accepted(msgspec.Struct, frozen=True):
    """A good code. Single use is another question: `once.Used` on a kiosk that is alone, the hall otherwise."""

    claims: Claims
    level: Assurance


class Refused(msgspec.Struct, frozen=True):
    """One of ours, and not good. `part` is for technicians and holds nothing of the content.

    With not_well_formed it says where, with no_provider which algorithm.
    """

    reason: Refusal
    part: str = ""


class NotOurs(msgspec.Struct, frozen=True):
    """No reference code at all: somebody else's to recognise."""


Answer: TypeAlias = Accepted | Refused | NotOurs
