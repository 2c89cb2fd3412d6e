"""What a kiosk is made of, as whoever composes it hands it over."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from config.media import mounted
from kiosk.codes.following import FollowingVerifier
from kiosk.runner.delivery import DeliveryPace
from kiosk.runner.desk import fresh_id
from kiosk.runner.hall_watch import Pace
from kiosk.runner.teller import Patience
from kiosk.session.corner import Gate
from kiosk.session.glass import Glass
from kiosk.session.hearing import USUAL, Hearing
from kiosk.session.state import MOUTHS, Rules, Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, MutableMapping

    from config.machine import Look
    from config.pushed import PushedSettings
    from devices.ports.sensors import SecurityEvents
    from kiosk.hall_client.applications import Applying
    from kiosk.hall_client.fleet import FleetVerbs
    from kiosk.hall_client.remote_help import RemoteHelp
    from kiosk.hall_client.voices import Voices
    from kiosk.local_store import LocalStore
    from kiosk.runner.boxes import Boxes
    from kiosk.runner.ports import (
        AskOnline,
        AssistVerbs,
        CityVerbs,
        Clock,
        Hall,
        HelpVerbs,
        LicenceVerbs,
        NoticeVerbs,
        SlipOf,
        VisitVerbs,
    )
    from kiosk.runner.version_wish import VersionWish
    from kiosk.session.floor import Floor
    from kiosk.session.playlist import Slide
    from kiosk.speech.loudness import Quiet


@dataclass(frozen=True)
class Parts:
    """What a kiosk is made of."""

    hall: Hall
    store: LocalStore
    boxes: Boxes
    slip_of: SlipOf
    pseudonym_key: bytes
    rules: Rules = field(default_factory=Rules)
    patience: Patience = field(default_factory=Patience)
    pace: Pace = field(default_factory=Pace)
    delivery_pace: DeliveryPace = field(default_factory=DeliveryPace)
    codes: FollowingVerifier = field(default_factory=FollowingVerifier)
    online: AskOnline | None = None  # who reads codes that only their own city can; None: nobody does
    kiosk_id: str = ""
    kiosk_name: str = ""  # as people call it: 1 号机
    paper: MutableMapping[str, float] = field(default_factory=dict)  # what the printer counts of its roll
    mouths: tuple[str, ...] = MOUTHS  # below the glass, left to right
    glass: Glass = field(default_factory=Glass)  # how the panel hangs
    help_verbs: HelpVerbs | None = None  # 请人帮忙 at the hall; None: only the desk can be named
    fleet_verbs: FleetVerbs | None = None  # 报平安; None: nobody is told how this kiosk is
    folder: Path = Path()  # where the store lies
    versions: VersionWish | None = None  # of the machine's slots; None: where the packages put them
    pushed: PushedSettings | None = None  # what the hall set from afar; None: it may not
    log: Callable[[], str] = str  # the end of this program's log, masked
    kept_log: Path | None = None  # the log on this machine's disk; None: only its end is known
    mounted: Callable[[], Iterable[Path]] = mounted  # sticks that somebody plugged in
    roll_m: float = 0.0  # of a new roll of paper; 0: not known
    assist_verbs: AssistVerbs | None = None  # what staff do about numbers; None: nothing
    visit_verbs: VisitVerbs | None = None  # 您已经有号; None: nobody is asked
    notice_verbs: NoticeVerbs | None = None  # 发短信告诉我; None: nobody is told
    licence_verbs: LicenceVerbs | None = None  # 征得同意; None: everything is brought
    reprint_of: SlipOf | None = None  # a slip once more; None: none is made
    paper_mm: int = 80
    security: SecurityEvents | None = None  # where the cameras read what happened; None: nowhere
    staff_pin: str = ""  # the hash of the PIN of the staff's corner; empty: it stays shut
    technician_pin: str = ""  # the hash of the technician's; empty: 自检 stays shut
    looks: Callable[[], Iterable[Look]] = tuple  # at disk, memory, network and the like; blocking, never raises
    paused: bool = False  # staff have put it out of service, in an earlier life of this program
    playlist: tuple[Slide, ...] = ()  # pictures while nobody is there; looked at already
    attended: bool = True  # somebody of the hall is near while it is open
    city: CityVerbs | None = None  # what the hall asks its city for; None: nothing
    talk_of: Callable[[str], RemoteHelp] | None = None  # 远程帮办 over the hall, by its id; None: there is none
    applying_of: Callable[[], Applying] | None = None  # a new application to the hall's city; None: nobody takes any
    voices: Voices | None = None  # 评价 and 投诉 at the hall; None: nothing is sent
    floor: Floor | None = None  # where the service desk is
    quiet: Quiet | None = None  # when the loudspeaker is softer
    volume: int = USUAL  # the step that a visit begins with
    clock: Clock = time.monotonic
    fresh_id: Callable[[], str] = fresh_id

    def session(self, now: float = 0.0) -> Session:
        """A session that has just begun on this machine."""
        return Session(
            rules=self.rules,
            mouths=self.mouths,
            kiosk_id=self.kiosk_id,
            glass=self.glass,
            landscape=self.glass.landscape,
            always_low=self.glass.always_low,
            floor=self.floor,
            gate=Gate() if self.staff_pin or self.technician_pin else None,
            paused=self.paused and bool(self.staff_pin),  # without the corner nobody could end it
            playlist=self.playlist,
            attended=self.attended,
            hearing=Hearing(volume=self.volume, usual=self.volume),
            now=now,
            last_touch=now,
        )
