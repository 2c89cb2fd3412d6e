"""升级 at a kiosk that runs (UI-T7): its wish is taken up by the slots as they are shipped.

systemd alone is a stand-in: a script in the way that says that everything is well, and that stops nobody.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

from kiosk.local_store import LocalStore
from kiosk.runner import Kiosk, Parts
from kiosk.runner.boxes import Boxes
from kiosk.runner.staff import hash_pin
from kiosk.runner.version_wish import WISH, VersionWish
from kiosk.session.events import Choice, Touch
from kiosk.session.state import Page, Rules, Session
from kiosk.session.upgrade_words import Change, Slots
from kiosk.session.upgrading import the_upgrade
from tests.integration.kiosk.stand_in import MemoryHall, Stage, slip_of
from tests.integration.kiosk.test_self_test import PIN, unlocked

SHIPPED = Path(__file__).resolve().parents[3] / "packaging/slots"
SYSTEMCTL = """#!/bin/sh
[ "$1" = show ] || exit 0
[ "$3" = ActiveState ] && echo active || echo 0
"""
WISHED = """
import sys
from pathlib import Path
import gate, kapok_slots
folder = Path(sys.argv[1])
gate._BETWEEN_S, kapok_slots.SYSTEMD_RUNS = 0.01, folder
role = gate.Role("kiosk", "kapok-kiosk.service", "", wish=str(folder / "wished-version"), gate_s=5, in_a_row=1)
slots = kapok_slots.Slots(role, root=folder / "opt", book=folder / "slots")
if sys.argv[2] == "earlier":
    slots.write(bad=["1.1"], before="1.0", last="rolled back")
else:
    sys.exit(kapok_slots.wished(slots))
"""


class Machine:
    """With three versions of a kiosk, 2.0 of them at work and 1.0 the one before."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for version in ("1.0", "1.1", "2.0"):
            program = folder / f"opt/kiosk/{version}/bin/kapok"
            program.parent.mkdir(parents=True)
            program.touch()
        (folder / "opt/kiosk/current").symlink_to("2.0")
        (folder / "bin").mkdir()
        stand_in = folder / "bin/systemctl"
        stand_in.write_text(SYSTEMCTL, encoding="utf-8")
        stand_in.chmod(0o755)
        self.slots("earlier")

    def slots(self, what: str = "wished") -> int:
        """What systemd runs when a wish lies there; "earlier": the book of a change before."""
        path = {"PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(SHIPPED)}
        return subprocess.run([sys.executable, "-c", WISHED, self.folder, what], env=path, check=False).returncode

    def kiosk(self) -> Kiosk:
        return Kiosk(
            Parts(
                hall=MemoryHall(),
                store=LocalStore(self.folder / "kiosk.db"),
                boxes=Boxes(),
                slip_of=slip_of,
                pseudonym_key=b"a key of this hall",
                rules=Rules(same_touch_s=0.0, same_key_s=0.0),
                technician_pin=hash_pin(PIN),
                versions=VersionWish(self.folder, self.folder / "slots/kiosk.json", self.folder / "opt/kiosk"),
            )
        )


def slots_of(session: Session) -> Slots | None:
    return the_upgrade(session).slots


async def test_a_technician_goes_back_to_the_version_before_through_the_slots_own_door(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    async with Stage(machine.kiosk()) as stage:
        await unlocked(stage)
        stage.kiosk.touch(Touch.BENCH)
        await stage.page(Page.BENCH)
        stage.kiosk.choose(Choice.TOOL, "upgrade")
        seen = slots_of(await stage.until(slots_of))
        assert seen is not None
        assert (seen.at_work, seen.before, seen.bad, seen.there) == ("2.0", "1.0", ("1.1",), ("1.0", "1.1", "2.0"))
        stage.kiosk.choose(Choice.VERSION, "1.0")
        stage.kiosk.touch(Touch.AGREE)
        async with asyncio.timeout(20):
            while not (tmp_path / WISH).exists():
                await asyncio.sleep(0.01)
        assert await asyncio.to_thread(machine.slots) == 0
        gone_back = await stage.until(lambda session: (slots_of(session) or seen).at_work == "1.0")
        after = slots_of(gone_back)
        assert after is not None
        assert (after.last, after.before) == ("well", "2.0")
        assert the_upgrade(gone_back).change is Change.SENT, "a real machine stops this program here"
    assert not (tmp_path / WISH).exists()
    assert (tmp_path / "opt/kiosk/current").readlink() == Path("1.0")
