"""UI-T2 装机向导: one step with its rows, its pad, its boxes, and what the red button does next. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.glass import REACH_MM, TARGET_MM, Glass
from kiosk.session.modes import Language
from kiosk.session.self_test_words import Lamp
from kiosk.session.setting_up import is_busy, loudspeaker, reached
from kiosk.session.setup_typing import is_ready
from kiosk.session.setup_words import STEPS, Answers, Entry, Setup, SetupStep
from kiosk.session.sounding import ILL, PART, Heard
from kiosk.values import Value
from kiosk.viewmodels.pads import LOOK, PadKey, address_keys, decimal_keys, digit_keys, letter_keys
from kiosk.viewmodels.qr import QrRun, qr_runs
from kiosk.viewmodels.self_test import BoxRow, box_rows
from kiosk.viewmodels.technician import SoundsProps, sounds_props

if TYPE_CHECKING:
    from kiosk.session.self_test_words import Seen
    from kiosk.session.state import Session

RULER_MM = 100
CARDS = 3  # of the network, at most
GROUP = 16  # signs of a hash in one line's words


class SetupRow(Value, frozen=True):
    """`kind`: choose, fact; `key` says what it is, `value` what it is now; `said`: in the machine's own words."""

    key: str
    kind: str = "fact"
    lamp: str = ""
    value: str = ""
    said: str = ""
    on: bool = False


class SetupProps(SoundsProps, frozen=True):
    """`does`: what the red button does; `aside`: the second one, "" none; `pad`: what is typed, "" nothing.

    `volume`: of the loudspeaker that is listened to, 0: none is.
    """

    step: str = SetupStep.LANGUAGE
    number: int = 1
    total: int = len(STEPS)
    does: str = "next"
    ready: bool = True
    aside: str = ""
    busy: bool = False
    said: str = ""
    detail: str = ""
    rows: tuple[SetupRow, ...] = ()
    boxes: tuple[BoxRow, ...] = ()
    pad: str = ""
    typed: str = ""
    keys: tuple[PadKey, ...] = ()
    columns: int = 4
    figure: str = ""
    volume: int = 0
    ruler_px: int = 0
    qr_runs: tuple[QrRun, ...] = ()
    qr_side: int = 0


def setup_props(session: Session) -> SetupProps:
    """Derive the page."""
    setup = session.setup
    if setup is None:
        return SetupProps()
    english = session.modes.language is Language.EN
    if setup.entry is not None:
        return _typing(setup, setup.entry)
    answers, step = setup.answers, setup.answers.step
    does = _does(setup)
    listens = loudspeaker(session) is not None
    sounds = sounds_props(session) if listens else SoundsProps()
    runs, side = qr_runs(setup.handed.sha256) if setup.handed and step is SetupStep.HANDOVER else ((), 0)
    return SetupProps(
        step=step,
        number=min(len(STEPS), tuple(SetupStep).index(step) + 1),
        does=does,
        ready=not is_busy(setup),
        aside=_aside(setup),
        busy=bool(setup.job),
        said=setup.said,
        detail=setup.english if english else setup.chinese,
        rows=_rows(session, setup, english=english),
        boxes=_boxes(session, step),
        volume=answers.volume if listens else 0,
        last=sounds.last,
        heard=sounds.heard,
        level=sounds.level,
        figure=setup.fingerprint.replace("-", " ") if step is SetupStep.PAIRING else "",
        ruler_px=round(RULER_MM * _glass(answers).px_per_mm) if step is SetupStep.SCREEN else 0,
        qr_runs=runs,
        qr_side=side,
    )


def _typing(setup: Setup, entry: Entry) -> SetupProps:
    keys, columns = {
        Entry.SERVER: (address_keys(), 10),
        Entry.CODE: (letter_keys(), 10),
        Entry.DIAGONAL: (decimal_keys(), 4),
        Entry.BOTTOM: (tuple(key for key in digit_keys() if key.value != LOOK), 4),
    }[entry]
    return SetupProps(
        step=setup.answers.step,
        number=tuple(SetupStep).index(setup.answers.step) + 1,
        does="take",
        ready=is_ready(setup),
        said=setup.said,
        pad=entry,
        typed=setup.typed.upper() if entry is Entry.CODE else setup.typed,
        keys=keys,
        columns=columns,
    )


def _does(setup: Setup) -> str:
    answers = setup.answers
    if is_busy(setup):
        return "wait_approval" if setup.fingerprint else "wait"
    lacks = {
        SetupStep.NETWORK: "type_server" if not answers.server else "" if reached(setup) else "check",
        SetupStep.PAIRING: "" if answers.kiosk else "type_code",
        SetupStep.TICKET: "" if answers.ticket else "print",
        SetupStep.HANDOVER: "hand_over" if setup.handed is None else "last",
        SetupStep.DONE: "finish",
    }
    return lacks.get(answers.step) or "next"


def _aside(setup: Setup) -> str:
    answers = setup.answers
    if setup.job:
        return ""
    match answers.step:
        case SetupStep.NETWORK if reached(setup):
            return "look_again"
        case SetupStep.BOXES | SetupStep.SOUND:
            return "look_again"
        case SetupStep.TICKET if answers.ticket:
            return "print_again"
        case SetupStep.TICKET:
            return "skip"
        case SetupStep.HANDOVER if setup.handed is not None:
            return "again"
        case _:
            return ""


def _rows(session: Session, setup: Setup, *, english: bool) -> tuple[SetupRow, ...]:
    answers = setup.answers
    match answers.step:
        case SetupStep.LANGUAGE:
            spoken = tuple(SetupRow(one.value, "choose", on=one is session.modes.language) for one in Language)
            return (*spoken, SetupRow("zone", lamp=Lamp.FINE if setup.zone else Lamp.WARNING, value=setup.zone))
        case SetupStep.NETWORK:
            return _network(setup, english=english)
        case SetupStep.SCREEN:
            return _screen(answers)
        case SetupStep.SOUND:
            return _sound(session, english=english)
        case step:
            rows = {
                SetupStep.PAIRING: _pairing,
                SetupStep.TICKET: _ticket,
                SetupStep.HANDOVER: _handed,
                SetupStep.DONE: _done,
            }.get(step)
            return () if rows is None else rows(setup)


def _network(setup: Setup, *, english: bool) -> tuple[SetupRow, ...]:
    server = setup.answers.server
    asked = SetupRow(Entry.SERVER, "choose", value=server.removeprefix("http://"))
    hall = () if setup.hall is None or not server else (_seen("hall", setup.hall, english=english),)
    return (asked, *hall, *(_seen("card", one, english=english) for one in setup.cards[:CARDS]))


def _sound(session: Session, *, english: bool) -> tuple[SetupRow, ...]:
    """How the loudspeaker is; a side that was not heard says what to look at."""
    seen, workshop = loudspeaker(session), session.workshop
    if seen is None or workshop is None:
        return ()
    heard = workshop.sounds.heard
    if heard in ILL:
        chinese, advice = ILL[Heard(heard)]
        return (SetupRow("", lamp=Lamp.WARNING, said=advice if english else chinese),)
    return (SetupRow(PART, lamp=seen.lamp, value=seen.lamp, said=seen.english if english else seen.chinese),)


def _ticket(setup: Setup) -> tuple[SetupRow, ...]:
    well = setup.answers.ticket
    return (SetupRow("slip", lamp=Lamp.FINE if well else Lamp.UNKNOWN, value="well" if well else ""),)


def _done(setup: Setup) -> tuple[SetupRow, ...]:
    return SetupRow("kiosk", lamp=Lamp.FINE, value=_name(setup.answers)), SetupRow("run")


def _seen(key: str, seen: Seen, *, english: bool) -> SetupRow:
    return SetupRow(key, lamp=seen.lamp, said=seen.english if english else seen.chinese)


def _pairing(setup: Setup) -> tuple[SetupRow, ...]:
    answers = setup.answers
    if answers.kiosk:
        return (
            SetupRow("hall_name", lamp=Lamp.FINE, value=answers.hall_name),
            SetupRow("kiosk", lamp=Lamp.FINE, value=_name(answers)),
        )
    if setup.fingerprint:
        return (SetupRow("hall_name", value=answers.hall_name), SetupRow("kiosk", value=answers.kiosk_name))
    return (SetupRow("ask_code"), SetupRow("compare"))


def _name(answers: Answers) -> str:
    return f"{answers.kiosk_name} {answers.kiosk}".strip()


def _glass(answers: Answers) -> Glass:
    return Glass(answers.landscape, answers.diagonal_in, answers.bottom_mm)


def _screen(answers: Answers) -> tuple[SetupRow, ...]:
    glass = _glass(answers)
    small = glass.target_mm < TARGET_MM
    return (
        SetupRow(Entry.DIAGONAL, "choose", value=f"{answers.diagonal_in:g}"),
        SetupRow("orientation", "choose", value="landscape" if answers.landscape else "portrait"),
        SetupRow(Entry.BOTTOM, "choose", value=f"{answers.bottom_mm:g}"),
        SetupRow("target", lamp=Lamp.WARNING if small else Lamp.FINE, value=f"{glass.target_mm:.1f}"),
        SetupRow("reach_low" if glass.always_low else "reach", lamp=Lamp.FINE, value=str(REACH_MM)),
    )


def _handed(setup: Setup) -> tuple[SetupRow, ...]:
    handed = setup.handed
    if handed is None:
        return (SetupRow("file"), SetupRow("certificate"), SetupRow("copy"))
    copies = handed.copies
    return (
        SetupRow("certificate", lamp=Lamp.FINE, value=handed.file),
        SetupRow("hash", lamp=Lamp.FINE, value=handed.sha256[:GROUP].upper()),
        SetupRow(
            "copied" if copies else "not_copied", lamp=Lamp.FINE if copies else Lamp.WARNING, value=", ".join(copies)
        ),
    )


def _boxes(session: Session, step: SetupStep) -> tuple[BoxRow, ...]:
    """Those that are tried with one touch; the loudspeaker has a step of its own."""
    return tuple(one for one in box_rows(session) if one.part != PART) if step is SetupStep.BOXES else ()
