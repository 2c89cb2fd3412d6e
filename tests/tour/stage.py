"""The stage of the tour: a hall, a kiosk and its boxes as processes of their own, put up by command lines only."""

from __future__ import annotations

import asyncio
import json
import os
import re
import secrets
import shutil
import socket
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path

import requests

from tests.tour.city import HALL, CityBeside, never_closed, open_all_day
from tests.tour.programs import Program, ProgramFailedError, run

ROOT = Path(__file__).resolve().parents[2]
KAPOK = [str(Path(sys.executable).with_name("kapok"))]
CLERKS = (("1001", "李慧"), ("1002", "梁伟"), ("1003", "何静"))
WAIT_S = 30


@dataclass
class Clerk:
    staff_no: str
    name: str
    pin: str  # made fresh each time: a PIN that everybody knows is no PIN


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    return port


class Stage:
    """Everything that runs; `out` is where pictures, logs and slips go."""

    patience = "idle_s = 6\nwarning_s = 5\nticket_page_s = 4\n"  # of a quick stage's kiosk

    def __init__(self, out: Path, *, quick: bool, start_s: float = WAIT_S) -> None:
        self.out = out
        self._start_s = start_s  # how long a program may take to start
        self.logs = out / "logs"
        self.slips = out / "slips"
        self.state = Path(tempfile.mkdtemp(prefix="kapok-stage-"))  # database, keys: not among the pictures
        self.quick = quick
        self.clerks: list[Clerk] = []
        self.site = self.state / "site.toml"
        self.port = 0
        self.city: CityBeside | None = None
        self.told: list[dict] = []  # to the city, at the end of the day
        self.hall: Program | None = None
        self.camera: Program | None = None
        self.reader: Program
        self.printer: Program
        self.kiosk: Program
        self._board_key = ""
        self.temporary = self.state / "tmp"  # whatever a program leaves in its temporary folder is found there
        for folder in (self.logs, self.slips, self.temporary):
            folder.mkdir(parents=True, exist_ok=True)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def _env(self) -> dict[str, str]:
        return {**os.environ, "TMPDIR": str(self.temporary)}

    async def open_city(self) -> None:
        """A reference city beside the hall. Before `build`: the site file says where it is and whose codes count."""
        city = CityBeside(KAPOK, self.state / "city", self.logs / "city.log", ROOT / "config/sites/demo.toml")
        await city.open(self._env)
        self.city = city

    async def build(self) -> None:
        """Hash the clerks' fresh PINs, write the site file, make the database and the keys."""
        self.port = self.port or _free_port()  # known before the hall is: it stands in the code of every slip
        text = (ROOT / "config/sites/demo.toml").read_text(encoding="utf-8")
        text = text.replace("[hall]\n", f'[hall]\npublic_address = "{self.address}"\n', 1)
        if self.quick:  # the waits of definitions 17, short enough to watch
            quick = "print_answer_s = 8\nunconfirmed_call_s = 6\nrecall_lock_s = 2\nno_show_lock_s = 3\n"
            text = text.replace("\n[defaults]\n", f"\n[defaults]\n{quick}", 1)
        now = datetime.now(UTC)
        text = open_all_day(text, now) + self.city.tables if self.city else never_closed(text, now)
        for staff_no, name in CLERKS:
            pin = f"{secrets.randbelow(10**6):06d}"
            told = await run([*KAPOK, "hall", "pin"], stdin=f"{pin}\n")
            found = re.search(r"\$argon2\S+", told)
            assert found, "kapok hall pin printed no hash"
            text += f'\n[[user]]\nstaff_no = "{staff_no}"\nname = "{name}"\npin_hash = "{found[0]}"\n'
            self.clerks.append(Clerk(staff_no, name, pin))
        self.site.write_text(text, encoding="utf-8")
        self.data = self.state / "hall"
        self.database = self.data / "hall.sqlite3"
        await run([*KAPOK, "hall", "init", "--site", str(self.site), "--data", str(self.data)])
        new_key = [*KAPOK, "hall", "key", "new", "--data", str(self.data)]
        self.credential = self.state / "K1.toml"
        await run([*new_key, "--role", "kiosk", "--name", "K1", "--kiosk", "K1", "--out", str(self.credential)])
        self._board_key = await self.key("board", "witness")

    async def key(self, role: str, name: str) -> str:
        """A fresh key of the hall, as machines show it."""
        new_key = [*KAPOK, "hall", "key", "new", "--data", str(self.data)]
        told = await run([*new_key, "--role", role, "--name", name, "--json"])
        key = json.loads(told.strip().splitlines()[-1])
        return f"{key['key_id']}.{key['secret']}"

    async def open_hall(self) -> None:
        """Serve the hall; a second call (after a kill) takes the same port again."""
        command = [
            *KAPOK,
            "hall",
            "serve",
            "--site",
            str(self.site),
            "--data",
            str(self.data),
            "--port",
            str(self.port),
        ]
        self.hall = await Program("hall", command, self.logs / "hall.log", self._env).start()
        found = await self.hall.heard(r"listening on http://127\.0\.0\.1:(\d+)", within_s=self._start_s)
        self.port = int(found[1])

    async def plug_in(self, *, camera: bool = False) -> None:
        """The emulated boxes: card reader on a pty, printer on TCP; a camera for codes where there is a city."""
        emulate = [*KAPOK, "device", "emulate"]
        # 19,200 baud: a read takes two thirds of a second, so that a card can be pulled away in the middle of it
        reader = [*emulate, "id-card", "--link", str(self.state / "card"), "--baud", "19200"]
        printer = [*emulate, "receipt-printer", "--port", "0", "--folder", str(self.slips), "--mm-per-s", "100"]
        self.reader = await Program("card reader", reader, self.logs / "card-reader.log", self._env).start()
        self.printer = await Program("printer", printer, self.logs / "printer.log", self._env).start()
        self.reader_address = (await self.reader.heard(r"id-card at (\S+)", within_s=self._start_s))[1]
        self.printer_address = (await self.printer.heard(r"printer at (\S+)", within_s=self._start_s))[1]
        if self.city or camera:
            eye = [*emulate, "camera", "--port", "0"]
            self.camera = await Program("camera", eye, self.logs / "camera.log", self._env).start()
            self.camera_address = (await self.camera.heard(r"camera at (\S+)"))[1]
            await self.camera.say("fps 5")

    async def open_kiosk(self, *options: str, env: dict[str, str] | None = None) -> None:
        config = self.state / "kiosk.toml"
        config.write_text(
            f'[kiosk]\nid = "K1"\nname = "1 号机"\nserver = "{self.address}"\nstate_dir = "{self.state}"\n'
            "take_timeout_s = 5\n"  # browsers and boxes share the machine here: slow is not gone
            + (self.patience if self.quick else "")
            + ("[screen]\nfullscreen = false\n" if self.quick else "")
            + self._boxes(),
            encoding="utf-8",
        )
        command = [*KAPOK, "kiosk", "run", "--config", str(config), "--credential", str(self.credential), *options]
        self.kiosk = await Program("kiosk", command, self.logs / "kiosk.log", {**self._env, **(env or {})}).start()

    def _boxes(self) -> str:
        """What a kiosk's file says of the boxes that hang on it."""
        eye = f'[device.code_scanner]\ndriver = "camera"\naddress = "{self.camera_address}"\n' if self.camera else ""
        return (
            f'[device.id_card]\ndriver = "sdt"\naddress = "serial://{self.reader_address}?baud=19200"\n'
            f'[device.receipt_printer]\ndriver = "escpos"\naddress = "{self.printer_address}"\n{eye}'
        )

    def ask(self, path: str) -> dict:
        """Read from the hall's API with the witness's key; a hall that is being started again is waited for."""
        deadline = time.monotonic() + WAIT_S
        while True:
            try:
                answer = requests.get(
                    f"{self.address}/api/v1/halls/{HALL}/{path}",
                    headers={"Authorization": f"Kapok {self._board_key}"},
                    timeout=10,
                )
            except requests.ConnectionError:
                if time.monotonic() > deadline:
                    raise ProgramFailedError(f"the hall does not answer at {self.address}") from None
                time.sleep(0.2)
                continue
            if answer.status_code != HTTPStatus.OK:
                raise ProgramFailedError(f"the hall answers {answer.status_code} to {path}: {answer.text[:300]}")
            return answer.json()

    async def events(self) -> list[dict]:
        """All events of the hall so far, by pages."""
        found: list[dict] = []
        while True:
            page = await asyncio.to_thread(self.ask, f"events?after={found[-1]['n'] if found else 0}&limit=500")
            found += page["events"]
            if not page["events"] or found[-1]["n"] >= page["n"]:
                return found

    async def stop(self) -> None:
        """End every program that was started here; what they leave lies still."""
        named = [getattr(self, name, None) for name in ("kiosk", "camera", "printer", "reader", "hall")]
        for program in (*named, self.city.program if self.city else None):
            if program is not None and program.running:
                await program.stop()

    async def close(self) -> None:
        """End every program; throw the database and the keys away."""
        await self.stop()
        shutil.rmtree(self.state, ignore_errors=True)
