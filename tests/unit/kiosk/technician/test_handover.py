"""交付单: what it says, where it lies, and that a stick that is full stops nothing."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec
import pytest

from kiosk.paper.sheet import Code, words_of
from kiosk.session.setup_words import Answers
from kiosk.technician.handover import Record, certificate, keep_certificate, record_bytes
from kiosk.values import replace

if TYPE_CHECKING:
    from pathlib import Path

ANSWERS = Answers(
    server="http://10.0.0.5:8080",
    hall_name="木棉区政务服务中心",
    kiosk="K1",
    kiosk_name="1 号机",
    tried=("id_card",),
    ticket=True,
)
RECORD = Record(
    made_at="2026-11-23T20:31:00+08:00",
    version="0.1.0",
    hardware="ab" * 32,
    answers=ANSWERS,
    boxes={
        "id_card": {"driver": "sdt", "address": "/dev/ttyUSB0"},
        "code_scanner": {"driver": "serial", "address": "/dev/ttyUSB1"},
    },
    settings_sha256="cd" * 32,
)


def test_it_names_the_machine_each_box_with_its_try_and_what_was_not_looked_at() -> None:
    said = words_of(certificate(RECORD))
    assert "1 号机 K1" in said
    assert "试过，好　sdt　/dev/ttyUSB0" in said
    assert "没有试，或没有通过　serial　/dev/ttyUSB1" in said
    assert "没有查的" in said
    assert "向导没有改" in said


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (replace(ANSWERS, heard="both", level="65"), ("左右都响", "3 / 5　65 dB(A)")),
        (replace(ANSWERS, heard="left"), ("只有左边响", "喇叭的分贝没有量")),
        (ANSWERS, ("没有听", "喇叭的分贝没有量", "触摸屏的准头没有量")),
    ],
)
def test_it_claims_of_the_loudspeaker_what_was_heard_and_no_more(answers: Answers, said: tuple[str, ...]) -> None:
    text = words_of(certificate(msgspec.structs.replace(RECORD, answers=answers)))
    assert all(one in text for one in said)
    assert ("分贝没有量" in text) == (answers.level == "")


def test_its_code_is_the_hash_of_the_record_that_lies_beside_it(tmp_path: Path) -> None:
    (code,) = (one for one in certificate(RECORD).blocks if isinstance(one, Code))
    keep_certificate(tmp_path, RECORD, b"%PDF", ())
    (record,) = (tmp_path / "commissioning").glob("*.json")
    assert code.data == hashlib.sha256(record.read_bytes()).hexdigest()
    assert msgspec.json.decode(record_bytes(RECORD), type=Record) == RECORD


def test_it_is_copied_to_what_is_plugged_in_and_a_stick_that_takes_nothing_is_not_named(tmp_path: Path) -> None:
    stick, gone = tmp_path / "stick", tmp_path / "gone"
    stick.mkdir()
    handed = keep_certificate(tmp_path, RECORD, b"%PDF-1.7", (stick, gone))
    assert handed.copies == (str(stick),)
    assert (stick / handed.file).read_bytes() == b"%PDF-1.7"
    assert handed.sha256 == hashlib.sha256(b"%PDF-1.7").hexdigest()
    assert (stick / f"{handed.file}.sha256").read_text().startswith(handed.sha256)
