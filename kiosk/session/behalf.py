"""For whom somebody acts, as the visit knows it: by pseudonym and masks, an organisation by its short name. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.messages import OnBehalf, VisitorMask
from hall_server.contract.vocabulary import Relation
from kiosk.values import Hushed, Value

if TYPE_CHECKING:
    from kiosk.session.state import Person

LETTER = "委托书"  # as it stands on a slip


class Behalf(Hushed, Value, frozen=True):
    """Declared here, proved at the counter (CL-G1, G7)."""

    relation: Relation
    principal: Person | None = None  # None: their document is not here
    organisation: str = ""

    @property
    def by_letter(self) -> bool:
        """委托书 is wanted: by mandate of a person. An organisation's agent has it from the organisation."""
        return self.relation is Relation.MANDATE and not self.organisation

    @property
    def told(self) -> OnBehalf:
        """As the hall hears it."""
        return OnBehalf(
            relation=self.relation, principal=mask_of_person(self.principal), organisation=self.organisation
        )


def mask_of_person(person: Person | None) -> VisitorMask | None:
    """What the hall may keep of somebody; None while nobody is known."""
    return None if person is None else VisitorMask(person.pseudonym, person.name_mask, person.number_mask)
