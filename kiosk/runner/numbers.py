"""Whom typed numbers name: recognised here, with the hall's key; what goes on is a pseudonym, masks and an age.

The number itself stays with `Holders` until the visit's wipe. Knows no page and no pad.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hall_server.contract.identity.identity import Claimed, Document, Organisation, Refused
from hall_server.contract.identity.recognise import recognise
from hall_server.contract.identity.words import Reason
from kiosk.codes.answers import Named
from kiosk.codes.typed_number import typed_identity
from kiosk.privacy import named_person
from kiosk.session.typing import NumberRecognised, NumberRefused, RecogniseNumber
from kiosk.values import replace

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from hall_server.contract.identity.identity import Recognition
    from kiosk.runner.errands import Errands
    from kiosk.runner.holders import Holders
    from kiosk.runner.ports import Clock, Post


@dataclass(frozen=True)
class Numbers:
    """Performs RecogniseNumber. `day` gives the hall's business day."""

    holders: Holders
    post: Post
    clock: Clock
    day: Callable[[], date]

    def serve(self, errands: Errands) -> None:
        """Take the errands on."""
        errands.register(RecogniseNumber, self.recognise)

    async def recognise(self, errand: RecogniseNumber) -> None:
        """Say whom it names, or why nobody."""
        match self._read(errand):
            case Claimed(holder=holder, cautions=cautions):
                pseudonym = self.holders.remember(holder)
                shown = named_person(Named(holder, cautions), self.holders.key, self.day())
                person = replace(shown.person, pseudonym=pseudonym)
                self.post(NumberRecognised(self.clock(), errand.look, person, shown.company))
            case Refused(reason=reason):
                self.post(NumberRefused(self.clock(), errand.look, reason))
            case _:
                self.post(NumberRefused(self.clock(), errand.look, Reason.UNKNOWN_FORM))

    def _read(self, errand: RecogniseNumber) -> Recognition:
        if not errand.company:
            return typed_identity(errand.text, errand.state, self.day())
        found = recognise(errand.text, self.day(), asked=Document.ORGANISATION)
        return found if not isinstance(found, Claimed) or isinstance(found.holder, Organisation) else Refused(_NO_CODE)


_NO_CODE = Reason.UNKNOWN_FORM
