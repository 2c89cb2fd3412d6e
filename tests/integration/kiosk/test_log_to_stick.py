"""日志 at a kiosk that runs (UI-T6): its own log on the glass, a copy in a real folder, opened on another machine."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from click.testing import CliRunner

from config.commands.logs import logs
from config.log_file import keep_log
from kiosk.local_store import LocalStore
from kiosk.runner import Kiosk, Parts
from kiosk.runner.boxes import Boxes
from kiosk.runner.staff import hash_pin
from kiosk.session.events import Choice, Touch
from kiosk.session.log_looking import log_copy, log_look
from kiosk.session.log_words import StickFault, StickStep
from kiosk.session.state import Page, Rules
from tests.integration.kiosk.stand_in import BRISK, QUICK, MemoryHall, Stage, slip_of

if TYPE_CHECKING:
    from pathlib import Path

PIN, NUMBER = "909090", "11010119900307109X"


async def test_a_technician_reads_the_log_and_takes_it_along_on_a_stick(tmp_path: Path) -> None:
    kept, stick = tmp_path / "kiosk-K1.log", tmp_path / "stick"
    stick.mkdir()
    sticks: list[Path] = []
    parts = Parts(
        hall=MemoryHall(),
        store=LocalStore(tmp_path / "kiosk.db"),
        boxes=Boxes(),
        slip_of=slip_of,
        pseudonym_key=b"a key of this hall",
        rules=Rules(cleared_s=0.05, same_touch_s=0.0, same_key_s=0.0),
        patience=QUICK,
        pace=BRISK,
        kiosk_id="K1",
        technician_pin=hash_pin(PIN),
        kept_log=kept,
        mounted=lambda: tuple(sticks),
    )
    stop = keep_log(kept)
    try:
        logging.getLogger("kapok.kiosk").error("a reader said %s", NUMBER)
        async with Stage(Kiosk(parts)) as stage:
            await stage.page(Page.HOME)
            stage.kiosk.touch(Touch.STAFF)
            await stage.page(Page.STAFF_PIN)
            for digit in PIN:
                stage.kiosk.choose(Choice.KEY, digit)
            stage.kiosk.touch(Touch.TYPED)
            await stage.page(Page.SELF_TEST)
            stage.kiosk.touch(Touch.BENCH)
            await stage.page(Page.BENCH)
            async with asyncio.timeout(20):
                while NUMBER[-4:] not in kept.read_text(encoding="utf-8"):
                    await asyncio.sleep(0.01)
            stage.kiosk.choose(Choice.TOOL, "log")
            session = await stage.until(lambda now: log_look(now).read)
            assert "a reader said …109X" in [one.text for one in log_look(session).entries]
            assert NUMBER not in str(log_look(session).entries[0].text)

            stage.kiosk.touch(Touch.TO_STICK)
            await stage.page(Page.LOG_STICK)
            stage.kiosk.touch(Touch.SEND)
            failed = await stage.until(lambda now: log_copy(now).step is StickStep.FAILED)
            assert log_copy(failed).fault is StickFault.NO_STICK
            sticks.append(stick)
            stage.kiosk.touch(Touch.SEND)
            saved = log_copy(await stage.until(lambda now: log_copy(now).step is StickStep.SAVED))
            stage.kiosk.touch(Touch.NOTED)
            assert log_copy(await stage.page(Page.LOG)).passphrase == ""
    finally:
        stop()

    (file,) = stick.iterdir()
    assert file.name == saved.file
    told = CliRunner().invoke(logs, ["open", str(file)], input=f"{saved.passphrase.lower()}\n")
    assert told.exit_code == 0
    assert "a reader said …109X" in told.stdout
    assert saved.passphrase not in kept.read_text(encoding="utf-8")
    wrong = CliRunner().invoke(logs, ["open", str(file)], input="7K2M\n")
    assert wrong.exit_code == 1
    assert "passphrase is another" in wrong.output
    assert "reader" not in wrong.stdout
    (tmp_path / "torn").write_bytes(file.read_bytes()[:-5])
    assert "cut short" in CliRunner().invoke(logs, ["open", str(tmp_path / "torn")]).output
    assert "no log of Kapok's" in CliRunner().invoke(logs, ["open", str(kept)]).output
