"""What a hall learns from its days: the file beside the database, good and bad, and the commands that make it."""

from __future__ import annotations

import json
import logging
import os
import time
from typing import TYPE_CHECKING

import pytest

from hall_server.app.forecast_file import FILE_NAME, ForecastFile, write_model
from hall_server.contract.messages import CompleteTicket
from hall_server.contract.vocabulary import Outcome
from hall_server.domain.business_day import business_day
from hall_server.domain.forecast import UNTRAINED, Model, learn, model_to, observations_of
from tests.integration.hall_server.made import MadeHall, fresh
from tests.integration.hall_server.served import ROOT, SITE_FILE, Served, kapok
from tests.unit.hall_server.halls import SITE

if TYPE_CHECKING:
    from pathlib import Path

MODEL = Model(learned_to="2026-01-05")


def test_a_new_file_is_taken_up_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    file = ForecastFile(tmp_path)
    assert (file.look(), file.look(), file.model) == (True, False, UNTRAINED)
    assert write_model(tmp_path, MODEL) == tmp_path / FILE_NAME
    assert (file.look(), file.look(), file.model) == (True, False, MODEL)
    (tmp_path / FILE_NAME).unlink()
    assert (file.look(), file.model) == (True, UNTRAINED)
    assert "waits learned to='2026-01-05'" in caplog.text
    assert [one.name for one in tmp_path.iterdir()] == []


@pytest.mark.parametrize("body", [b"", b"\xff", b'{"schema": 99}', model_to(MODEL)[:-9], b"[" * 5_000_000])
def test_a_broken_file_is_said_once_and_the_formula_tells(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, body: bytes
) -> None:
    write_model(tmp_path, MODEL)
    file = ForecastFile(tmp_path)
    file.look()
    caplog.clear()
    fresh = tmp_path / "fresh"
    fresh.write_bytes(body)
    fresh.replace(tmp_path / FILE_NAME)
    assert (file.look(), file.look(), file.model) == (True, False, UNTRAINED)
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_what_is_no_file_is_no_model(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / FILE_NAME)  # opening it would wait for ever
    file = ForecastFile(tmp_path)
    assert (file.look(), file.model) == (True, UNTRAINED)


def test_a_model_that_cannot_be_put_in_place_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(OSError, match="irectory"):
        write_model(tmp_path, MODEL)
    assert [one.name for one in tmp_path.iterdir()] == [FILE_NAME]


def test_past_days_of_a_hall_teach_it_what_it_tells_today(tmp_path: Path) -> None:
    made = MadeHall(tmp_path)
    for _ in range(3):
        who = made.open(1)
        for _ in range(20):
            ticket = made.waiting()
            made.clock.forward(1200)  # four times what the site file says
            made.call(who)
            made.hall.serve(who, fresh(), ticket.id).result()
            made.hall.complete(who, fresh(), ticket.id, CompleteTicket(Outcome.ACCEPTED)).result()
        made.hall.sign_out(who, fresh(), 1).result()
        made.clock.forward(86_400 - 20 * 1200)
        made.tick()
    made.waiting()
    who = made.open(1)
    untrained = made.take().wait
    today = business_day(made.clock.now(), SITE.zone)
    made.hall.waits.model = model = learn(observations_of(made.reader.events(0, 10_000), SITE.zone, today))
    assert (model.learned_to, model.queues["A"].records, model.quality.days) == ("2026-01-04", 60, 2)
    learned = made.take().wait
    assert untrained is not None
    assert learned is not None
    assert untrained.high_min < 30 < learned.high_min
    made.close()


def test_a_running_hall_takes_a_new_file_up(tmp_path: Path) -> None:
    served = Served(tmp_path / "data")
    served.start()
    write_model(served.data, MODEL)
    deadline = time.monotonic() + 30
    while "waits learned to='2026-01-05'" not in "".join(served.log):
        assert time.monotonic() < deadline, served.log
        time.sleep(0.05)
    assert served.stop() == 0


def test_learning_reads_the_hall_and_leaves_the_file(tmp_path: Path) -> None:
    data = tmp_path / "data"
    words = ("--data", str(data), "--site", str(SITE_FILE))
    assert kapok("hall", "init", *words).returncode == 0
    answer = kapok("hall", "learn", *words, "--json")
    assert (answer.returncode, answer.stderr) == (0, "")
    assert json.loads(answer.stdout)["records"] == 0
    assert ForecastFile(data).look()
    assert "nothing to learn from" in kapok("hall", "learn", *words).stdout


def test_learning_without_a_hall_or_a_place_to_write_is_a_sentence(tmp_path: Path) -> None:
    data = tmp_path / "data"
    words = ("--data", str(data), "--site", str(SITE_FILE))
    assert "make one with" in kapok("hall", "learn", *words).stderr
    assert kapok("hall", "init", *words).returncode == 0
    (data / FILE_NAME).mkdir()
    answer = kapok("hall", "learn", *words)
    assert answer.returncode == 1
    assert "cannot write into" in answer.stderr
    assert "Traceback" not in answer.stderr


DAY_FILE = ROOT / "config/sites/demo_day.toml"


def test_the_demo_hall_s_monday_is_looked_over() -> None:
    answer = kapok("hall", "plan", str(SITE_FILE), "--day", str(DAY_FILE))
    assert answer.returncode == 0, answer.stderr
    assert "with one more counter" in answer.stdout
    found = json.loads(kapok("hall", "plan", str(SITE_FILE), "--day", str(DAY_FILE), "--json").stdout)["plan"]
    assert {one["queue"] for one in found["queues"]} >= set("ACEHDL")


def test_a_plan_with_two_counters_for_enterprises_starves_them(tmp_path: Path) -> None:
    site = tmp_path / "hall.toml"
    text = SITE_FILE.read_text(encoding="utf-8")
    for queues in ('"C", "A"', '"D", "X", "C"', '"C", "A", "E", "H"'):
        assert f"[{queues}]" in text
        fewer = queues.replace(', "C"', "").replace('"C", ', "")
        text = text.replace(f"[{queues}]", f"[{fewer}]")
    site.write_text(text, encoding="utf-8")
    answer = kapok("hall", "plan", str(site), "--day", str(DAY_FILE), "--json")
    found = [one for one in json.loads(answer.stdout)["plan"]["findings"] if one["queue"] == "C"]
    assert max(one["wait_min"] or 0 for one in found) > 90
    assert min(one["one_more_min"] for one in found) < 30


@pytest.mark.parametrize(
    ("day", "sentence"),
    [("", "arrivals"), ("x", "not TOML"), (None, "no such file"), ('queue = "Z"', "does not have: Z")],
)
def test_a_day_that_does_not_fit_is_a_sentence(tmp_path: Path, day: str | None, sentence: str) -> None:
    path = tmp_path / "day.toml"
    if day is not None:
        whole = DAY_FILE.read_text(encoding="utf-8").replace('queue="X"', day)
        path.write_text(whole if day.startswith("queue") else day, encoding="utf-8")
    answer = kapok("hall", "plan", str(SITE_FILE), "--day", str(path))
    assert answer.returncode == 1
    assert sentence in answer.stderr
    assert "Traceback" not in answer.stderr
