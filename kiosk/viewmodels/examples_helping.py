"""Made-up calls for help, and the plan of a hall that does not exist. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.floor import Floor
from kiosk.session.helping import Help, HelpStep
from kiosk.session.state import Page, Session
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.state import Visit

FLOOR = Floor(
    width_m=24, depth_m=14, here=(2, 11), desk=(19, 5), via=((19, 11),),
    counters=(0, 0, 15, 2), seats=(6, 4.5, 7, 4),
)  # fmt: skip


def examples(idle: Session, visit: Visit) -> dict[str, Session]:
    """UI-K17 in all its states."""
    page = replace(idle, page=Page.HELP, visit=visit, help_from=Page.CONFIRM, floor=FLOOR)

    def call(step: HelpStep, ago_s: float, looks: str = "", minutes: int = 0) -> Session:
        at = idle.now - ago_s
        return replace(page, help=Help("example", at, at, at, step, looks, minutes, waits_here=True))

    at_desk = Help("example", idle.now, idle.now, idle.now, HelpStep.DESK, waits_here=True)
    with_slip = replace(at_desk, slip_at=idle.now, slip_out=True)

    return {
        "help": call(HelpStep.COMING, 40, "红马甲", 1),
        "help_asking": call(HelpStep.ASKING, 0),
        "help_called": call(HelpStep.CALLED, 12),
        "help_seen": call(HelpStep.SEEN, 25, "红马甲"),
        "help_late": call(HelpStep.CALLED, 100),
        "help_desk": replace(call(HelpStep.DESK, 3), online=False),
        "help_slip": replace(page, online=False, help=with_slip),
        "help_alone": replace(call(HelpStep.ALONE, 3), attended=False),
        "help_without_plan": replace(call(HelpStep.DESK, 3), online=False, floor=None),
    }
