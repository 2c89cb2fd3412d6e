"""UI-K23 几件事一个号: the items, where and how long, and what to bring, each thing once and for how many. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.guides.precheck import check_all, narrowed
from kiosk.session.basket import basket_way, full, items_of
from kiosk.values import Value
from kiosk.viewmodels.qr import QrRun, qr_runs
from kiosk.viewmodels.room import form_of
from kiosk.viewmodels.tongue import item_name, listed, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.contract.catalogue import ItemView
    from hall_server.contract.visit_plan import VisitPlan
    from kiosk.session.basket import BasketWay
    from kiosk.session.state import Session
    from kiosk.viewmodels.room import Form

FACTS = (348, 270)  # height of what stands above the items, upright and lying, as in PageMetrics.qml
NAMED = 3  # things to bring that stand there by name; 2 in 大字, 1 where that lies


class PlanRow(Value, frozen=True):
    """One item. `counter`: where, 0 when one settles all or nobody knows; `unserved`: no counter is open for it now."""

    item_id: str
    name: str
    counter: int = 0
    unserved: bool = False


class NeedRow(Value, frozen=True):
    """One thing to bring, and for how many of the items."""

    name: str
    uses: int


class PlanProps(Value, frozen=True):
    """`state`: asking, here, unknown (the hall said nothing), away (no hall). `first`: in whose line the number stands.

    `at_once`: counters that settle everything ("4、9"), else `stops` in the order of going. `bring` are the first of
    `bring_count` things.
    """

    state: str = "asking"
    count: int = 0
    first: str = ""
    rows: tuple[PlanRow, ...] = ()
    at_once: str = ""
    stops: str = ""
    stop_count: int = 0
    low_min: int = 0
    high_min: int = 0
    bring: tuple[NeedRow, ...] = ()
    bring_count: int = 0
    full: bool = False
    qr_runs: tuple[QrRun, ...] = ()  # the list, to take along on a telephone; () = the hall has no address for it
    qr_side: int = 0
    page_number: int = 1
    pages: int = 1


def plan_props(session: Session) -> PlanProps:
    """Derive the page; a page number past the end goes round."""
    way, items = basket_way(session), items_of(session.current_visit())
    if way is None or not items:
        return PlanProps()
    form = form_of(session)
    rows = rows_of(form)
    pages = max(1, -(-len(items) // rows))
    first = way.page % pages * rows
    needs, plan = _needs(session, items), way.plan
    runs, side = _code(session, items)
    return PlanProps(
        state=_state(session, way),
        count=len(items),
        first=item_name(session, items[0]),
        rows=tuple(_row(session, item, plan) for item in items[first : first + rows]),
        at_once=listed(session, map(str, plan.counters)) if plan else "",
        stops=listed(session, (str(stop.counter) for stop in plan.stops)) if plan else "",
        stop_count=len(plan.stops) if plan else 0,
        low_min=plan.expected.low_min if plan else 0,
        high_min=plan.expected.high_min if plan else 0,
        bring=needs[: NAMED - form.large - (form.large and form.landscape)],
        bring_count=len(needs),
        full=full(session.current_visit()),
        qr_runs=runs,
        qr_side=side,
        page_number=first // rows + 1,
        pages=pages,
    )


def _code(session: Session, items: Sequence[ItemView]) -> tuple[tuple[QrRun, ...], int]:
    address = session.hall.public_address if session.hall is not None else ""
    return qr_runs(f"{address}/bring/{','.join(one.id for one in items)}") if address else ((), 0)


def rows_of(form: Form) -> int:
    """How many items stand on a page."""
    return form.rows(info=FACTS[form.landscape])


def _state(session: Session, way: BasketWay) -> str:
    if way.asking:
        return "asking"
    return "here" if way.plan else "unknown" if session.online else "away"


def _row(session: Session, item: ItemView, plan: VisitPlan | None) -> PlanRow:
    stops = plan.stops if plan and not plan.counters else ()
    counter = next((stop.counter for stop in stops if item.id in stop.items), 0)
    return PlanRow(item.id, item_name(session, item), counter, unserved=plan is not None and item.id in plan.not_served)


def _needs(session: Session, items: Sequence[ItemView]) -> tuple[NeedRow, ...]:
    """What has to be brought, what is asked for by most of the items first."""
    wanted = [{one.id for one in narrowed(item, {})} for item in items]
    found = [
        NeedRow(said(session, one.name), sum(one.id in each for each in wanted)) for one in check_all(items, {}).bring
    ]
    return tuple(sorted(found, key=lambda one: -one.uses))
