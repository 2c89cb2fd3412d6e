"""What the wizard 装机向导 does outside of itself: looks, asks, finds, writes. Knows no page.

Nothing of the system's own settings is written here, neither network nor clock. What was answered lies beside the
kiosk's file until the wizard is over; nothing in it is secret.
"""

from __future__ import annotations

import hashlib
import tempfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from config.durable import make_folder, move
from config.errors import ConfigError
from config.kiosk_file import KioskFile, KioskTable, ScreenTable, load_credential
from config.machine.looks import network_cards
from config.media import plugged_in
from config.reader import read_toml, shaped
from config.toml_text import toml_of
from devices.transports.serial_ports import SerialPort, ports_there
from kiosk.app import boxes_of, hall_access
from kiosk.codes.following import FollowingVerifier
from kiosk.credential import EnrolFileError, enrol_here
from kiosk.hall_client import HallClient, HallRefusedError, HallSilentError
from kiosk.hall_client.enrolling import EnrolmentError
from kiosk.hall_client.looks import look_at_key, looks_at_hall
from kiosk.local_store.machine import this_machine
from kiosk.paper.press import Press
from kiosk.runner.heartbeat import this_version
from kiosk.runner.self_test import seen_look
from kiosk.session.setup_words import Answers, Said
from kiosk.technician.finding import find_boxes
from kiosk.technician.handover import Record, certificate, keep_certificate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from config.machine import Look
    from hall_server.contract.enrolment import Enrolling, MachineProfile
    from kiosk.runner.boxes import Boxes
    from kiosk.session.self_test_words import Seen
    from kiosk.session.setup_words import Handed
    from kiosk.technician.finding import Tables

PATIENCE_S, WAIT_S = 3.0, 600.0
ZONES = "zoneinfo/"
NO_KIOSK_YET = {"id": "new", "name": "装机向导", "server": "http://127.0.0.1"}


class Files(NamedTuple):
    """The kiosk's file and credential, and what is plugged in for copies. `config` need not be there yet."""

    config: Path
    credential: Path
    state_dir: str = ""
    plugged: Callable[[], Iterable[Path]] = plugged_in
    ports: tuple[str, ...] = ()  # serial lines that the system does not name
    answers: Path | None = None  # known before, for many machines alike

    @property
    def folder(self) -> Path:
        """Where the store and the certificate lie."""
        return self.config.parent / self.state_dir

    @property
    def kept(self) -> Path:
        """Answers of a wizard that broke off."""
        return self.config.with_name(f"{self.config.name}.setup.json")


class CannotPairError(Exception):
    """登记 came to nothing: `said` is a word of the page, the text is for a technician."""

    def __init__(self, said: Said, detail: str = "") -> None:
        super().__init__(detail)
        self.said = said


class SetupDesk:
    """One machine that is set up. Raises ConfigError when its file is there and cannot be read."""

    def __init__(self, files: Files) -> None:
        self._files = files
        known_before = prepared(files.answers) if files.answers is not None else {}
        self._before = _laid_over(known_before, _tables_of(files.config))
        known = self._before.get("device", {})
        self.tables: Tables = {name: dict(table) for name, table in known.items()}

    def answers(self) -> Answers:
        """Where the wizard stood, or where the kiosk's file says that it stands."""
        try:
            return msgspec.json.decode(self._files.kept.read_bytes(), type=Answers)
        except (OSError, msgspec.DecodeError):
            return self._begun()

    def _begun(self) -> Answers:
        screen, table = self._before.get("screen", {}), self._before.get("kiosk", {})
        return Answers(
            server=str(table.get("server", "")),
            landscape=screen.get("orientation") == "landscape",
            diagonal_in=float(screen.get("diagonal_in", 21.5)),
            bottom_mm=float(screen.get("glass_bottom_mm", 850)),
            volume=int(self._before.get("speech", {}).get("volume", 3)),
        )

    def keep(self, answers: Answers) -> None:
        """The same step stands there after a power cut. Raises OSError."""
        make_folder(self._files.kept.parent)
        _replaced(self._files.kept, msgspec.json.encode(answers))

    def forget(self) -> None:
        """The wizard is over."""
        self._files.kept.unlink(missing_ok=True)

    def look(self, server: str) -> tuple[tuple[Seen, ...], Seen | None]:
        """Network cards, and how the hall at `server` answers."""
        cards = tuple(map(seen_look, network_cards(Path("/"))))
        hall: Look | None = None
        for one in looks_at_hall(server, PATIENCE_S) if server else ():
            hall = one if hall is None or one.level > hall.level else hall
        return cards, None if hall is None else seen_look(hall)

    def pair(
        self, server: str, code: str, show: Callable[[Enrolling, str], None], pause: Callable[[float], None]
    ) -> MachineProfile:
        """登记: its credential is written when it returns. Raises CannotPairError."""
        out = self._files.credential
        anew = out.with_name(f"{out.name}.anew") if out.exists() else out
        try:
            make_folder(out.parent)
            if anew != out:  # of before, or of a wizard that broke off before it knew: let in once more, with a new key
                anew.unlink(missing_ok=True)
            profile = enrol_here(server, code, anew, wait_s=WAIT_S, show=show, pause=pause)
            if anew != out:
                move(out, out.with_name(f"{out.name}.before"))
                move(anew, out)
        except HallRefusedError as error:
            known = error.code in set(Said)
            raise CannotPairError(Said(error.code) if known else Said.OTHER, "" if known else error.code) from None
        except HallSilentError:
            raise CannotPairError(Said.HALL_SILENT) from None
        except (EnrolmentError, EnrolFileError, OSError) as error:
            raise CannotPairError(Said.OTHER, str(error)) from None
        return profile

    async def find(self, answers: Answers) -> Boxes:
        """The boxes of this machine, none of them open yet. Raises ConfigError, DeviceConfigError."""
        self.tables = await find_boxes(self.tables, self._ports())
        settings = shaped(self._files.config, self._settings(answers), KioskFile)
        return boxes_of(settings, self._files.config.parent, {}, FollowingVerifier("", ()))

    def _ports(self) -> tuple[SerialPort, ...]:
        """Those that were named, then what is plugged in; lines of the board come last: each has some, often bare."""
        found = sorted(ports_there(), key=lambda one: not one.also)
        return (*map(SerialPort, self._files.ports), *found)

    def known_at(self, answers: Answers) -> Look:
        """Whether the hall lets this machine in with its new key."""
        access = hall_access(answers.server, load_credential(self._files.credential), this_machine(), PATIENCE_S)
        hall = HallClient(access)
        try:
            return look_at_key(hall, answers.server)
        finally:
            hall.close()

    async def hand_over(self, answers: Answers) -> Handed:
        """The kiosk's file and its certificate. Raises ConfigError, OSError, PaperError."""
        text = toml_of(self._settings(answers))
        record = Record(
            made_at=datetime.now().astimezone().isoformat(timespec="seconds"),
            version=this_version(),
            hardware=this_machine().fingerprint,
            answers=answers,
            boxes=self.tables,
            settings_sha256=hashlib.sha256(text.encode()).hexdigest(),
        )
        made = await Press().paint(certificate(record))
        handed = keep_certificate(self._files.folder, record, made.pdf, self._files.plugged())
        self._write(text)
        return handed

    def _write(self, text: str) -> None:
        """The kiosk's file, whole or not at all; what stood there is kept beside it."""
        config = self._files.config
        if config.exists():
            _replaced(config.with_name(f"{config.name}.before"), config.read_bytes())
        _replaced(config, text.encode())

    def _settings(self, answers: Answers) -> dict[str, Any]:
        """The kiosk's file as tables: what was answered over what stood there. Raises ConfigError."""
        before = self._before
        kiosk = {
            "id": answers.kiosk,
            "name": answers.kiosk_name,
            "server": answers.server,
            **({"where": answers.where} if answers.where else {}),
            **({"state_dir": self._files.state_dir} if self._files.state_dir else {}),
        }
        screen = {
            "diagonal_in": answers.diagonal_in,
            "glass_bottom_mm": answers.bottom_mm,
            "orientation": "landscape" if answers.landscape else "portrait",
        }
        made = {
            **before,
            "kiosk": {**before.get("kiosk", {}), **kiosk},
            "screen": {**before.get("screen", {}), **screen},
            "speech": {**before.get("speech", {}), "volume": answers.volume},
            "device": self.tables,
        }
        shaped(self._files.config, made, KioskFile)
        return made


def while_setting_up(*, fullscreen: bool) -> KioskFile:
    """What a window needs to know of a machine that is no kiosk yet."""
    return KioskFile(kiosk=msgspec.convert(NO_KIOSK_YET, KioskTable), screen=ScreenTable(fullscreen=fullscreen))


def prepared(path: Path) -> dict[str, Any]:
    """Answers that are known before: part of a kiosk's file, in its words. Raises ConfigError."""
    tables = read_toml(path)
    own = tables.get("kiosk", {})
    shaped(path, {**tables, "kiosk": {**NO_KIOSK_YET, **own} if isinstance(own, dict) else own}, KioskFile)
    for key in ("id", "name"):
        if key in own:
            raise ConfigError(path, f"kiosk.{key}", "the hall says which kiosk a machine is; leave it out")
    return tables


def _laid_over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Key by key in each table; what the machine's own file says of one box is not mixed with anything."""
    both = [name for name in below if isinstance(above.get(name), dict)]
    return {**below, **above, **{name: {**below[name], **above[name]} for name in both}}


def time_zone(link: Path = Path("/etc/localtime")) -> str:
    """The system's, as Asia/Shanghai; "" when it cannot be told."""
    try:
        return str(link.resolve(strict=True)).partition(ZONES)[2]
    except OSError:
        return ""


def _tables_of(config: Path) -> dict[str, Any]:
    return read_toml(config) if config.exists() else {}


def _replaced(path: Path, content: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as made:
        made.write(content)
    try:
        move(Path(made.name), path)
    except OSError:
        Path(made.name).unlink(missing_ok=True)
        raise
