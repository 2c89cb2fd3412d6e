"""Made-up moments of the technician's pages. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.bench import Tool
from kiosk.session.drilling import DrillKind
from kiosk.session.events import Choice, Chosen
from kiosk.session.glass import Glass
from kiosk.session.glass_look import VIEWS
from kiosk.session.self_test_words import SPOTS, Lamp, Seen, Try, TryStep, Workshop
from kiosk.session.state import Page
from kiosk.session.step import step
from kiosk.values import replace
from kiosk.viewmodels.examples_log import log_examples
from kiosk.viewmodels.examples_settling import settings_examples
from kiosk.viewmodels.examples_upgrading import upgrades

if TYPE_CHECKING:
    from kiosk.session.state import Session

BOXES = (
    *("receipt_printer", "id_card", "code_scanner", "document_scanner", "page_printer"),
    *("speaker", "access_pad", "indicator", "sensors"),
)
FACTS = (
    Seen("disk", Lamp.FINE, figure="62.4", unit="GB"),
    Seen("memory", Lamp.FINE, figure="1830", unit="MB"),
    Seen("temperature", Lamp.FINE, figure="41", unit="°C"),
    Seen("network", Lamp.FINE, figure="18", unit="ms"),
    Seen("clock", Lamp.FINE, figure="+0.2", unit="s"),
    Seen("certificate", Lamp.FINE, figure="83", unit="d"),
    Seen("hall", Lamp.FINE),
)
WAY = (
    Seen("cards", Lamp.FINE, "enp1s0 通，1000 Mbit/s", "enp1s0 is up, 1000 Mbit/s"),
    Seen("network", Lamp.FINE, "https://10.0.0.2 通，中间值 12 毫秒", "https://10.0.0.2 answers, median 12 ms"),
    Seen("latency", Lamp.FINE, "最近 200 次里，95% 在 18 毫秒以内", "95% of the last 200 answers within 18 ms"),
    Seen("clock", Lamp.FINE, "和大厅相差 +0.2 秒", "+0.2 s off the hall's"),
    Seen("certificate", Lamp.FINE, "还有 83 天", "good for 83 days"),
    Seen("hall", Lamp.FINE, "大厅认得这台机器", "the hall knows this machine"),
)
BROKEN_WAY = (
    Seen("cards", Lamp.FINE, "enp2s0 没有接线", "enp2s0 has no cable"),
    Seen("cards", Lamp.FAULT, "没有网卡接通", "no network card is up", "插好网线，或接入无线网", "plug in the cable"),
    Seen(
        "network",
        Lamp.FAULT,
        "http://10.0.0.2:8080 连不上",
        "http://10.0.0.2:8080 cannot be reached",
        "检查网线和地址，确认大厅服务在运行",
        "check the cable and the address, and that the hall is served",
    ),
)
LOW = "纸将用尽：请准备", "Paper runs low: have some ready"
GONE = "连接断开：检查电源和数据线，插好后自行恢复", "The connection is gone: check power and cable"


def examples(idle: Session) -> dict[str, Session]:
    """UI-T3, UI-T9."""
    well = tuple(Seen(part, Lamp.FINE, box=True) for part in BOXES)
    odd = (
        Seen("receipt_printer", Lamp.WARNING, *LOW, box=True),
        *well[1:6],
        Seen("access_pad", Lamp.FAULT, *GONE, box=True),
        *well[7:],
    )
    page = replace(idle, page=Page.SELF_TEST, page_ends_at=idle.now + 252)
    tries = (
        Try("id_card", "1", TryStep.WELL, "陈*明 ****0018"),
        Try("receipt_printer", "2", TryStep.WELL),
        Try("code_scanner", "3", TryStep.WAITING),
        Try("document_scanner", "4", TryStep.NOTHING),
        Try("speaker", "5", TryStep.WELL, "65"),
        Try("touch", "6", TryStep.WELL, "1.2"),
    )
    silent = (
        *FACTS[:3],
        Seen("network", Lamp.FAULT, "http://10.0.0.2:8080 不应答", "http://10.0.0.2:8080 does not answer"),
    )
    drill = replace(page, page=Page.DRILL, workshop=Workshop())
    played = {f"drill_{kind.value}": step(drill, Chosen(idle.now, Choice.DRILL, kind))[0] for kind in DrillKind}
    return {
        **log_examples(replace(page, workshop=Workshop())),
        **upgrades(page),
        **settings_examples(page),
        **_of_boxes(replace(page, workshop=Workshop(seen=(*FACTS, *well)))),
        "drill": drill,
        **played,
        "self_test": replace(page, workshop=Workshop(seen=(*FACTS, *well))),
        "self_test_odd": replace(page, workshop=Workshop(seen=(*silent, *odd))),
        "self_test_tried": replace(page, workshop=Workshop(seen=(*FACTS, *well), tries=tries)),
        "self_test_looking": replace(page, workshop=Workshop(seen=well[:2])),
    }


def _glass(page: Session, place: int) -> Session:
    glass = Glass(landscape=page.landscape)
    return replace(page, page=Page.GLASS_LOOK, workshop=Workshop(view=place), glass=glass)


def _of_boxes(page: Session) -> dict[str, Session]:
    """The touch grid and the loudspeaker's test."""

    def played(*chosen: tuple[Choice, str]) -> Session:
        session = page
        for place, (choice, value) in enumerate(chosen):
            session = step(session, Chosen(page.now + place, choice, value, "job"))[0]
        return session

    touched = tuple((Choice.SPOT, f"{place % 5 - 2},{place % 3}") for place in range(SPOTS))
    far = (*touched[:-1], (Choice.SPOT, "80,20"))
    sounds = ((Choice.TOOL, Tool.SPEAKER), (Choice.SOUND, "left"))
    return {
        **{f"glass_{view}": _glass(page, place) for place, view in enumerate(VIEWS)},
        "glass_reach_high": replace(_glass(page, len(VIEWS) - 1), glass=Glass(bottom_mm=1150)),
        "way": replace(page, page=Page.WAY, workshop=Workshop(seen=WAY)),
        "way_broken": replace(page, page=Page.WAY, workshop=Workshop(seen=BROKEN_WAY)),
        "way_looking": replace(page, page=Page.WAY, workshop=Workshop()),
        "bench": replace(page, page=Page.BENCH),
        "touch_grid": played((Choice.TOOL, Tool.TOUCH)),
        "touch_grid_middle": played((Choice.TOOL, Tool.TOUCH), *touched[:12]),
        "self_test_touch_far": played((Choice.TOOL, Tool.TOUCH), *far),
        "sounds": played((Choice.TOOL, Tool.SPEAKER)),
        "sounds_heard": played(*sounds, (Choice.HEARD, "both"), (Choice.HEARD, "65")),
    }
