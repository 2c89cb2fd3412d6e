"""One visit's licences asked of the city, step by step: a use code for each service item, what it opens and says.

Runs wherever whoever asks lets it (a thread); remembers nothing. The first answer that does not come ends the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.city.errors import CityError, CityRefusedError
from hall_server.contract.city.licences import LicenceState, Purpose, Use, UseCodeWanted, UseReason, Way
from hall_server.domain.city.licences import Got, LookUp, judged, without_answer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.contract.city.licences import Licence, LicenceData
    from hall_server.domain.city.licences import LicenceProvider
    from hall_server.domain.city.paperless import Asked, LookingFor

_NOBODY = "holder_unknown"  # the city does not know them: they have no electronic licence


class _Answers:
    """What was found so far."""

    def __init__(self) -> None:
        self.licences: list[Licence] = []
        self.said: dict[str, LicenceData] = {}
        self.failed: list[Got] = []


def look_up(provider: LicenceProvider, wanted: LookingFor) -> tuple[Got, ...]:
    """What is worth what, one for each type; never raises for a city that is away or refuses."""
    found = _Answers()
    away: CityError | None = None
    for each in wanted.asked:
        if away is None:
            away = _item(provider, wanted, each, found)
        else:
            found.failed += _failed(each.types, away)
    failed = {one.type for one in found.failed}
    types = [kind for kind in wanted.types if kind not in failed]
    return (*judged(types, found.licences, found.said), *found.failed)


def _item(provider: LicenceProvider, wanted: LookingFor, each: Asked, found: _Answers) -> CityError | None:
    """Ask for one item; the error after which nobody need be asked again."""
    purpose = _purpose(wanted, each)
    way = Way.ENTRUSTED if wanted.principal else Way.HOLDER
    asked = UseCodeWanted(
        purpose=purpose,
        way=way,
        holder=wanted.holder,
        types=each.types,
        principal=wanted.principal,
        mandate=wanted.mandate,
    )
    try:
        code = provider.use_code(asked).code
        licences = [one for one in provider.find(Use(purpose=purpose, code=code)).licences if one.type in each.types]
    except CityError as error:
        found.failed += _failed(each.types, error)
        return None if isinstance(error, CityRefusedError) else error
    found.licences += licences
    for one in licences:
        if one.state is LicenceState.VALID:
            try:
                found.said[one.id] = provider.data(Use(purpose=purpose, code=code, licence=one.id))
            except CityError as error:
                found.failed += _failed((one.type,), error)
                if not isinstance(error, CityRefusedError):
                    found.failed += _failed([kind for kind in _unread(licences, found) if kind != one.type], error)
                    return error
    return None


def _unread(licences: Sequence[Licence], found: _Answers) -> list[str]:
    return [one.type for one in licences if one.state is LicenceState.VALID and one.id not in found.said]


def _failed(types: Sequence[str], error: CityError) -> tuple[Got, ...]:
    if error.why == _NOBODY:
        return tuple(Got(kind, LookUp.NOT_FOUND) for kind in types)
    return without_answer(types, slow=error.why == "too_slow")


def _purpose(wanted: LookingFor, each: Asked) -> Purpose:
    reason = UseReason.ACCEPTANCE if wanted.staff else UseReason.PRECHECK
    return Purpose(
        item=each.item,
        business=wanted.visit,
        place=wanted.place,
        reason=reason,
        staff=wanted.staff,
        role=wanted.role,
    )
