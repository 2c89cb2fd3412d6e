"""征得同意 (UI-K25, CL-C6): before licences are asked for, what for, which, and for how long; a step for any journey.

`ask_consent` puts the question up and calls `then(session, given=…)` with the answer. A no is kept as one and leads on:
the things are brought, or scanned. Where nobody is known or the hall is away nobody is asked, and the answer is no.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.session.events import Touch
from kiosk.session.journey import Errand, Journey, JourneyEvent, Way
from kiosk.session.leaving import Turn
from kiosk.session.state import Page, Session
from kiosk.session.typing import with_way
from kiosk.values import Hushed, Value, replace

if TYPE_CHECKING:
    from hall_server.contract.catalogue import ItemView
    from hall_server.contract.licence_visits import LicencesFound
    from kiosk.session.events import Touched

Then = Callable[..., Turn]  # (session, *, given: bool)


class Purpose(Value, frozen=True):
    """What for, and which: `licences` are types of electronic licences, `names` what people call them."""

    items: tuple[str, ...]
    licences: tuple[str, ...]
    names: tuple[str, ...]


def purpose_of(items: tuple[ItemView, ...]) -> Purpose:
    """What the items want that an electronic licence may stand for; each type once, in their order."""
    wanted = {one.licence: one.name for item in reversed(items) for one in reversed(item.materials) if one.licence}
    types = tuple(reversed(wanted))
    return Purpose(tuple(item.id for item in items), types, tuple(wanted[one] for one in types))


class ConsentWay(Way, frozen=True):
    """The question that stands. `held`: the way it belongs to."""

    purpose: Purpose
    then: Then
    came_from: Page
    held: Way | None = None


class KeepConsent(Hushed, Errand, frozen=True):
    """Tell the hall what was said under `visit`; with a yes → LicencesCame (any number), until nothing is looked for.

    `holder`, `principal`: pseudonyms; the runner knows whose licences these are until the visit ends.
    """

    visit: str
    given: bool
    purpose: Purpose
    holder: str = ""
    principal: str = ""


class LicencesCame(Hushed, JourneyEvent, frozen=True):
    """What the hall found for `visit`; None: it could not be asked, so everything is brought."""

    visit: str
    found: LicencesFound | None


def ask_consent(session: Session, purpose: Purpose, then: Then) -> Turn:
    """May the hall look? `then(session, given=…)` says what follows; at once where there is nothing to ask."""
    visit = session.current_visit()
    if visit.person is None or not purpose.licences or not session.online:
        return then(session, given=False)
    way = ConsentWay(purpose, then, came_from=session.page, held=visit.way)
    asking = replace(with_way(session, way), page=Page.CONSENT, page_ends_at=None, last_touch=session.now)
    return asking, ()


def consent_way(session: Session) -> ConsentWay | None:
    """The question that stands; None when none does."""
    way = session.current_visit().way
    return way if isinstance(way, ConsentWay) else None


def agreed(session: Session, event: Touched) -> Turn:
    """同意."""
    return _answered(session, event.fresh_id, given=True)


def declined(session: Session, event: Touched) -> Turn:
    """不同意: led on, not sent away."""
    return _answered(session, event.fresh_id, given=False)


def _answered(session: Session, fresh_id: str, *, given: bool) -> Turn:
    way, visit = consent_way(session), session.current_visit()
    if way is None or visit.person is None or not fresh_id:
        return session, ()
    correlation = visit.correlation or fresh_id
    principal = visit.behalf.principal if visit.behalf is not None else None
    whose = (visit.person.pseudonym, principal.pseudonym if principal else "") if given else ("", "")
    kept = KeepConsent(correlation, given, way.purpose, *whose)
    visit = replace(visit, way=way.held, correlation=correlation, consented=given)
    after, effects = way.then(replace(session, page=way.came_from, visit=visit, last_touch=session.now), given=given)
    return after, (kept, *effects)


def back_from_consent(session: Session, _: Touched) -> Turn:
    """返回: nothing was said."""
    way = consent_way(session)
    return (session, ()) if way is None else (replace(with_way(session, way.held), page=way.came_from), ())


def licences_came(session: Session, event: LicencesCame) -> Turn:
    """For the visit that asked, whatever page stands; under 您还在吗？ they wait with the rest."""
    visit, warning = session.current_visit(), session.warning
    if not visit.correlation or visit.correlation != event.visit:
        return session, ()
    away = event.found is None
    if warning is None or warning.kept is None:
        return replace(session, visit=replace(visit, licences=event.found, licences_away=away)), ()
    kept = replace(warning.kept, licences=event.found, licences_away=away)
    return replace(session, visit=replace(visit, licences_away=away), warning=replace(warning, kept=kept)), ()


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.CONSENT, Touch.AGREE): agreed,
            (Page.CONSENT, Touch.DECLINE): declined,
            (Page.CONSENT, Touch.BACK): back_from_consent,
        }
    ),
    answers=MappingProxyType({LicencesCame: licences_came}),
)
