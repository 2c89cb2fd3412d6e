"""The kiosk put together from its files, and its life without a screen.

`build_kiosk` is used by the headless kiosk here and by the one with a screen (`kiosk.bridge`); nothing else composes.
"""

from __future__ import annotations

import asyncio
import json
import logging
import signal
import sys
import threading
from contextlib import suppress
from datetime import time
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import asdict

from config.errors import ConfigError
from config.logs import recent_lines
from config.service import systemd_here
from devices.face.rules import face_settings
from devices.registry.access_pad import access_pad
from devices.registry.code_scanner import code_scanner
from devices.registry.document_scanner import document_scanner_apart
from devices.registry.id_card import id_card_reader
from devices.registry.indicator import indicator
from devices.registry.page_printer import page_printer
from devices.registry.receipt_printer import receipt_printer
from devices.registry.sensors import security_events, sensors
from devices.registry.speaker import speaker
from kiosk.codes.following import FollowingVerifier
from kiosk.hall_client import HallAccess, HallClient
from kiosk.hall_client.applications import Applying
from kiosk.hall_client.city import CityDesk
from kiosk.hall_client.fleet import FleetVerbs
from kiosk.hall_client.identity import signer_of
from kiosk.hall_client.licences import LicenceDesk
from kiosk.hall_client.notices import NoticeDesk
from kiosk.hall_client.online import verify_online
from kiosk.hall_client.remote_help import RemoteHelp
from kiosk.hall_client.visits import VisitDesk
from kiosk.hall_client.voices import Voices
from kiosk.hall_client.way import WayToHall
from kiosk.local_store import LocalStore
from kiosk.runner import Kiosk, Parts
from kiosk.runner.boxes import Boxes
from kiosk.runner.online import online_by
from kiosk.runner.playlist import usable
from kiosk.runner.slips import slip_maker
from kiosk.runner.teller import Patience
from kiosk.runner.typed import LINE_LIMIT, typed_lines
from kiosk.session.basket import basket_way
from kiosk.session.events import Choice, Touch
from kiosk.session.floor import Floor
from kiosk.session.glass import TARGET_MM, Glass
from kiosk.session.playlist import Slide
from kiosk.session.state import Page, Rules, Session
from kiosk.speech.loudness import Quiet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from config.kiosk_file import Credential, IdleTable, KioskFile, MapTable, ScreenTable, SpeechTable
    from config.pushed import PushedSettings
    from kiosk.local_store.machine import Machine

LOG = logging.getLogger("kapok.kiosk")
WITHOUT_IDENTITY = "without_identity"  # 没带证: this kiosk always offers it
KINDS = (
    *("id_card", "receipt_printer", "code_scanner", "speaker", "access_pad"),
    *("page_printer", "document_scanner", "sensors", "indicator"),
)
PAPER_MM = 80


def build_kiosk(
    settings: KioskFile, credential: Credential, folder: Path, pushed: PushedSettings | None = None
) -> Kiosk:
    """A kiosk that is ready to run. `folder` is where a relative `state_dir` begins; `pushed`: see `Parts`.

    Raises ConfigError or DeviceConfigError (a site's mistake) and LocalStoreInUseError (it runs already).
    """
    if credential.counter or credential.kiosk not in {"", settings.kiosk.id}:
        whose = f"counter {credential.counter}" if credential.counter else credential.kiosk
        raise ConfigError(folder, "kiosk.id", f"the credential was given to {whose}")
    paper: dict[str, float] = {}
    codes = FollowingVerifier(credential.hall, settings.kiosk.online_codes)
    boxes = boxes_of(settings, folder, paper, codes)
    key = _pseudonym_key(credential, folder)
    paper_mm = int(settings.device.get("receipt_printer", {}).get("width_mm", PAPER_MM))
    table = settings.kiosk
    store = LocalStore(folder / (table.state_dir or ".") / f"kiosk-{table.id}.db")
    paper.update(store.facts.paper())
    hall = HallClient(hall_access(table.server, credential, store.machine, table.take_timeout_s))
    return Kiosk(
        Parts(
            hall=hall,
            store=store,
            boxes=boxes,
            paper=paper,
            slip_of=slip_maker(table.name, paper_mm),
            pseudonym_key=key,
            patience=Patience(take_s=table.take_timeout_s),
            codes=codes,
            online=online_by(partial(verify_online, hall), key),
            kiosk_id=table.id,
            kiosk_name=table.name,
            mouths=settings.screen.mouths,
            glass=glass_of(settings.screen),
            fleet_verbs=FleetVerbs(hall, table.id, bytes.fromhex(credential.hall_key)),
            folder=folder / (table.state_dir or "."),
            pushed=pushed,
            log=recent_lines,
            kept_log=log_file(settings, folder),
            roll_m=float(settings.device.get("receipt_printer", {}).get("roll_m", 0.0)),
            help_verbs=VisitDesk(hall),
            assist_verbs=VisitDesk(hall),
            visit_verbs=VisitDesk(hall),
            notice_verbs=NoticeDesk(hall),
            licence_verbs=LicenceDesk(hall),
            reprint_of=slip_maker(table.name, paper_mm, reprint=True),
            paper_mm=paper_mm,
            city=CityDesk(hall),
            applying_of=partial(Applying, hall),
            voices=Voices(hall),
            talk_of=partial(RemoteHelp, hall),
            floor=_floor(settings.map, folder),
            security=security_events(folder / (table.state_dir or ".") / f"security-{table.id}.jsonl"),
            staff_pin=credential.staff_pin,
            technician_pin=credential.technician_pin,
            looks=WayToHall(folder, hall, table.server, table.take_timeout_s).looks,
            paused=store.facts.paused(),
            playlist=_playlist(settings.idle, folder),
            attended=table.attended,
            quiet=_quiet(settings.speech),
            volume=settings.speech.volume,
            rules=Rules(idle_s=table.idle_s, warning_s=table.warning_s, ticket_s=table.ticket_page_s),
        )
    )


def log_file(settings: KioskFile, folder: Path) -> Path:
    """Where this kiosk keeps its log."""
    return folder / (settings.kiosk.state_dir or ".") / f"kiosk-{settings.kiosk.id}.log"


def hall_access(server: str, credential: Credential, machine: Machine, answer_timeout_s: float) -> HallAccess:
    """Where the hall is and who this machine is there: by its signature when it was enrolled, else by its secret."""
    return HallAccess(
        server=server,
        hall=credential.hall,
        key_id=credential.key_id,
        secret=credential.secret,
        signer=signer_of(credential, machine.fingerprint, machine.boot_id),
        authority=credential.authority,
        answer_timeout_s=answer_timeout_s,
    )


def boxes_of(settings: KioskFile, folder: Path, paper: dict[str, float], codes: FollowingVerifier) -> Boxes:
    """The boxes that a kiosk file names, none of them open yet. Raises ConfigError or DeviceConfigError."""
    for kind in settings.device:
        if kind not in KINDS:
            raise ConfigError(folder, f"device.{kind}", f"no such device; known: {', '.join(KINDS)}")
    face_settings(settings.face, (*settings.device, WITHOUT_IDENTITY))
    card, printer, scanner, voice, pad, pages, glass, felt, lamp = (settings.device.get(kind) for kind in KINDS)
    return Boxes(
        card_reader=id_card_reader(card) if card else None,
        printer=receipt_printer(printer, roll=paper) if printer else None,
        scanner=code_scanner(scanner, claims=lambda code: codes.proves(code.data)) if scanner else None,
        speaker=speaker(voice) if voice else None,
        access_pad=access_pad(pad) if pad else None,
        page_printer=page_printer(pages) if pages else None,
        sensors=sensors(felt) if felt else None,
        indicator=indicator(lamp) if lamp else None,
        document_scanner=document_scanner_apart(glass) if glass else None,
    )


def _floor(table: MapTable | None, folder: Path) -> Floor | None:
    """The plan; raises ConfigError when the way leaves it, or leads nowhere."""
    if table is None:
        return None
    floor = Floor(**asdict(table))
    for point in floor.way:
        if point[0] > floor.width_m or point[1] > floor.depth_m:
            raise ConfigError(folder, "map", f"{point} lies outside of {floor.width_m} × {floor.depth_m} metres")
    if floor.here == floor.desk:
        raise ConfigError(folder, "map.desk", "stands where this machine is")
    return floor


def _playlist(table: IdleTable, folder: Path) -> tuple[Slide, ...]:
    """The pictures that can be shown; the others are logged."""
    where = folder / table.folder
    return usable(Slide(**{**asdict(slide), "file": str((where / slide.file).resolve())}) for slide in table.slides)


def _quiet(speech: SpeechTable) -> Quiet | None:
    if speech.quiet_from == speech.quiet_to:
        return None
    return Quiet(time.fromisoformat(speech.quiet_from), time.fromisoformat(speech.quiet_to), speech.quiet_db)


def glass_of(screen: ScreenTable) -> Glass:
    """The panel of a kiosk file; one whose targets are small is logged."""
    glass = Glass(screen.orientation == "landscape", screen.diagonal_in, screen.glass_bottom_mm)
    if glass.target_mm < TARGET_MM:
        LOG.warning("on this panel the least target is %.0f mm; %d are asked for", glass.target_mm, TARGET_MM)
    return glass


def _pseudonym_key(credential: Credential, folder: Path) -> bytes:
    try:
        key = bytes.fromhex(credential.pseudonym_key)
    except ValueError:
        key = b""
    if not key:
        raise ConfigError(folder, "pseudonym_key", "expected the hall's key in hex; `kapok hall key new` writes it")
    return key


def run_headless(kiosk: Kiosk, *, play: bool) -> None:
    """Run until SIGTERM or SIGINT. With `play`, touches are read from standard input."""
    asyncio.run(_run(kiosk, play=play))


async def _run(kiosk: Kiosk, *, play: bool) -> None:
    running = asyncio.create_task(kiosk.run())
    systemd = systemd_here()
    beating = asyncio.create_task(systemd.beats())
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, running.cancel)
    if play:
        threading.Thread(target=_play, args=(kiosk,), name="touches", daemon=True).start()
    await asyncio.wait({running})
    beating.cancel()
    systemd.leaving()
    if not running.cancelled():
        running.result()


class Narrator:
    """Prints what stands on the screen, one line of JSON whenever it changes; nothing of the person."""

    def __init__(self) -> None:
        self._said = ""

    def say(self, session: Session) -> None:
        """Print one session, if it looks different from the one before."""
        line = json.dumps(shown(session), ensure_ascii=False)
        if line != self._said:
            self._said = line
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


def shown(session: Session) -> dict[str, object]:
    """What a bystander could see, without the person."""
    visit, way = session.current_visit(), basket_way(session)
    return {
        "page": session.page.value,
        "card": visit.card_step.value,
        "known": visit.person is not None,
        "item": visit.item.id if visit.item else "",
        "more_items": [item.id for item in visit.more_items],
        "planned": way is not None and way.plan is not None,
        "chips": sorted(chip.value for chip in visit.chips),
        "refusal": visit.refusal.value if visit.refusal else "",
        "bookings": len(visit.code.bookings) if session.page is Page.BOOKINGS else 0,
        "label": visit.ticket.label if visit.ticket else "",
        "fault": visit.fault,
        "warning": session.warning is not None,
        "online": session.online,
        "reader": session.devices.card_reader,
        "printer": session.devices.printer,
        "printer_reason": session.devices.printer_reason,
    }


def _play(kiosk: Kiosk) -> None:
    with suppress(OSError):  # no standard input
        for line in typed_lines(0):
            touch_by_line(kiosk, line)


def touch_by_line(kiosk: Kiosk, line: str) -> bool:
    """`touch NAME`, or a Choice and its value (`item ID`, `mode large`); False (and a word on stderr) for all else."""
    verb, _, name = line.strip().partition(" ")
    verbs: dict[str, Callable[[], None]] = {
        "touch": lambda: kiosk.touch(Touch(name)),
        **{choice.value: partial(kiosk.choose, choice, name) for choice in Choice},
    }
    try:
        verbs[verb]()
    except (KeyError, ValueError):
        names = ", ".join(touch.value for touch in Touch)
        choices = ", ".join(choice.value for choice in Choice)
        sys.stderr.write(
            f"not understood: {line.strip()[:LINE_LIMIT]!r}; say touch NAME ({names}), or {choices} VALUE\n"
        )
        return False
    return True
