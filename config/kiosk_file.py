"""The file of one kiosk: which hall it belongs to, which boxes hang on it, how its glass stands on the floor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

from config.errors import ConfigError
from config.reader import read_toml, shaped
from config.shapes import Id, Table, Text

if TYPE_CHECKING:
    from pathlib import Path


Beginning = Annotated[str, msgspec.Meta(pattern=r"^[!-~]{3,128}\Z")]


class KioskTable(Table, frozen=True):
    """[kiosk]."""

    id: Id
    name: Text  # "1 号机", printed on slips
    server: Annotated[str, msgspec.Meta(pattern="^https?://[^\\s]+\\Z")]
    state_dir: str = ""  # where the local store lives; empty: beside this file
    idle_s: Annotated[float, msgspec.Meta(ge=5, le=600)] = 60
    warning_s: Annotated[float, msgspec.Meta(ge=5, le=120)] = 30
    ticket_page_s: Annotated[float, msgspec.Meta(ge=3, le=120)] = 15
    take_timeout_s: Annotated[float, msgspec.Meta(gt=0, le=10)] = 0.8
    attended: bool = True  # false: nobody of the hall is near, at any hour (24-hour room, village, bank)
    where: str = ""  # e.g. 一楼大厅
    metrics_port: Annotated[int, msgspec.Meta(ge=0, le=65535)] = 0  # on this machine only; 0: none
    online_codes: Annotated[tuple[Beginning, ...], msgspec.Meta(max_length=8)] = ()  # read by the city alone


Mouth = Literal["slot", "reader", "scanner"]


class ScreenTable(Table, frozen=True):
    """[screen] the panel in inches and millimetres; sizes and reach are computed from it."""

    diagonal_in: Annotated[float, msgspec.Meta(ge=7, le=65)] = 21.5
    glass_bottom_mm: Annotated[float, msgspec.Meta(ge=300, le=1400)] = 850
    orientation: Literal["portrait", "landscape"] = "portrait"
    fullscreen: bool = True
    reduce_motion: bool = False  # 减少动画
    mouths: Annotated[tuple[Mouth, ...], msgspec.Meta(min_length=1, max_length=3)] = ("slot", "reader", "scanner")


ClockTime = Annotated[str, msgspec.Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d\Z")]


class SpeechTable(Table, frozen=True):
    """[speech] when the loudspeaker is softer, and by how much; never in headphones. The same time twice: never."""

    volume: Annotated[int, msgspec.Meta(ge=1, le=5)] = 3  # a visit begins with this step
    quiet_from: ClockTime = "00:00"
    quiet_to: ClockTime = "00:00"
    quiet_db: Annotated[float, msgspec.Meta(ge=0, le=30)] = 9


Metres = Annotated[float, msgspec.Meta(ge=0, le=500)]
MapPoint = tuple[Metres, Metres]
MapBlock = tuple[Metres, Metres, Metres, Metres]


DateText = Annotated[str, msgspec.Meta(pattern=r"^(\d{4}-\d{2}-\d{2})?\Z")]


class SlideTable(Table, frozen=True):
    """[[idle.slides]] one local picture. Clock times of the hall, the same twice: all day; dates, both included."""

    file: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    seconds: Annotated[float, msgspec.Meta(ge=3, le=600)] = 12
    caption: Annotated[str, msgspec.Meta(max_length=60)] = ""
    caption_hk: Annotated[str, msgspec.Meta(max_length=60)] = ""
    caption_en: Annotated[str, msgspec.Meta(max_length=120)] = ""
    shown_from: ClockTime = "00:00"
    shown_to: ClockTime = "00:00"
    first: DateText = ""
    last: DateText = ""


class IdleTable(Table, frozen=True):
    """[idle] what stands while nobody is there, after `kiosk.idle_s`."""

    folder: str = ""  # where relative files begin; empty: beside this file
    slides: Annotated[tuple[SlideTable, ...], msgspec.Meta(max_length=40)] = ()


class MapTable(Table, frozen=True):
    """[map] where the service desk is, in metres on a plan: x to the right, y downwards. Without it no way is drawn."""

    width_m: Annotated[float, msgspec.Meta(gt=0, le=500)]
    depth_m: Annotated[float, msgspec.Meta(gt=0, le=500)]
    here: MapPoint
    desk: MapPoint
    faces: Literal["up", "right", "down", "left"] = "up"  # where one looks who stands before this machine
    via: Annotated[tuple[MapPoint, ...], msgspec.Meta(max_length=8)] = ()  # corners on the way
    counters: MapBlock | None = None  # x, y, width, depth
    seats: MapBlock | None = None


DeviceSettings = dict[str, str | int | float | bool]
"""[device.<kind>]: `driver` and `address`, and what the driver's own line in docs/devices.md names. Checked by whoever
makes the device, who knows the drivers."""


class KioskFile(Table, frozen=True):
    """A whole kiosk file."""

    kiosk: KioskTable
    screen: ScreenTable = ScreenTable()
    speech: SpeechTable = SpeechTable()
    map: MapTable | None = None
    idle: IdleTable = IdleTable()
    device: dict[str, DeviceSettings] = msgspec.field(default_factory=dict)  # id_card, receipt_printer, code_scanner
    face: DeviceSettings = msgspec.field(default_factory=dict)  # off without this table; never the only way (CL-C7)


KeyHex = Annotated[str, msgspec.Meta(pattern=r"^([0-9a-f]{64})?\Z")]


class Credential(Table, frozen=True):
    """Who a machine is at its hall; mode 0600. `kapok kiosk|counter enrol` writes it, or `kapok hall key new --out`."""

    hall: Id
    key_id: str
    secret: str = ""  # of a key that the hall made; without one the machine signs with its own
    private_key: KeyHex = ""  # Ed25519; never leaves this machine
    hall_key: KeyHex = ""  # with which the hall's profile was proved
    kiosk: str = ""  # which one it was enrolled as
    counter: int = 0  # or at which counter
    server: str = ""  # a hint for the person who installs the kiosk; the kiosk's own file decides
    staff_pin: str = ""  # `kapok kiosk pin` makes it; empty: the staff's corner stays shut
    technician_pin: str = ""  # `kapok kiosk pin --technician`; empty: 自检 stays shut
    pseudonym_key: str = ""
    authority: str = ""  # PEM: with https, the one whose certificates the hall may show; empty: the system's

    def __repr__(self) -> str:
        return f"Credential({self.hall}, {self.key_id}, secret hidden)"


def load_kiosk(path: Path) -> KioskFile:
    """Read and check a kiosk file; raises ConfigError."""
    return shaped(path, read_toml(path), KioskFile)


def load_credential(path: Path) -> Credential:
    """Read a credential file; raises ConfigError."""
    found = shaped(path, read_toml(path), Credential)
    if bool(found.secret) == bool(found.private_key):
        raise ConfigError(path, "private_key", "expected this or `secret`, one of the two")
    return found
