"""Form fields through a real process: the protocol, what goes wrong in it, and a machine without a recogniser."""

import asyncio
import importlib.util

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from devices.document_scanner.images import page_of
from devices.document_scanner.papers import sheet
from devices.document_scanner.reader import ProcessFieldReader, SimulatedFieldReader
from devices.registry.document_scanner import field_reader
from devices.values.advice import ADVICE
from devices.values.document_scanner import FieldReading, FormField, PageImage, ReadOutcome

FIELDS = (FormField("name", ("姓名",)),)
FAKE = "tests.integration.devices.fake_field_reader"
INSTALLED = importlib.util.find_spec("rapidocr") is not None
LIKE_RAPIDOCR = """
from types import SimpleNamespace
import numpy as np

class RapidOCR:  # the shape of version 3: texts, boxes of four corners, scores; None on a page without text
    def __init__(self, params):
        assert params["Global.use_cls"] is False
    def __call__(self, image):
        assert image.dtype == np.uint8 and image.ndim == 3
        if image.min() > 100:
            return SimpleNamespace(txts=None, boxes=None, scores=None)
        boxes = np.array([[[0, 1], [90, 0], [90, 20], [0, 21]], [[120, 0], [200, 0], [200, 20], [120, 20]]], np.float32)
        return SimpleNamespace(txts=("姓　名", "样本甲"), boxes=boxes, scores=(0.99, np.float32(0.97)))
"""


def page(word):
    return PageImage(word.encode(), 1, 1)


@pytest.fixture
async def reader():
    reader = ProcessFieldReader(module=FAKE, read_s=20)
    yield reader
    await reader.close()


async def test_a_field_is_read(reader):
    reading = await reader.read(page("well"), FIELDS)
    assert reading.outcome is ReadOutcome.DONE
    assert [(answer.key, answer.text) for answer in reading.answers] == [("name", "样本甲")]
    assert "样本甲" not in repr(reading)


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("die", "reader_died"),
        ("nonsense", "reader_protocol"),
        ("list", "reader_protocol"),
        ("unreadable", "page_unreadable"),
        ("strange", "reader_protocol"),
    ],
)
async def test_what_goes_wrong_is_a_reason_and_the_next_page_is_read(reader, word, reason):
    reading = await reader.read(page(word), FIELDS)
    assert (reading.outcome, reading.reason, reading.answers) == (ReadOutcome.REFUSED, reason, ())
    assert reason in ADVICE
    assert (await reader.read(page("well"), FIELDS)).outcome is ReadOutcome.DONE


async def test_a_reader_that_hangs_is_ended_and_the_next_page_is_read():
    reader = ProcessFieldReader(module=FAKE, read_s=3)
    reading = await reader.read(page("hang"), FIELDS)
    assert reading.reason == "reader_silent"
    await reader.close()


async def test_an_answer_to_an_earlier_page_is_not_taken_for_this_one_s(reader):
    reading = await reader.read(page("stale"), FIELDS)
    assert [answer.text for answer in reading.answers] == ["样本甲"]


async def test_a_reading_that_is_cancelled_leaves_nothing_for_the_next_page(reader):
    task = asyncio.create_task(reader.read(page("hang"), FIELDS))
    await asyncio.sleep(0.05)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (await reader.read(page("well"), FIELDS)).outcome is ReadOutcome.DONE


async def test_a_machine_without_a_recogniser_says_so():
    if INSTALLED:
        pytest.skip("a recogniser is installed here")
    reader = field_reader()
    reading = await reader.read(page_of(sheet(1), 210, 297), FIELDS)
    await reader.close()
    assert (reading.outcome, reading.reason) == (ReadOutcome.REFUSED, "reader_not_installed")


async def test_what_a_recogniser_finds_becomes_answers(tmp_path, monkeypatch):
    (tmp_path / "rapidocr.py").write_text(LIKE_RAPIDOCR, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    reader = field_reader()
    printed, blank = (page_of(sheet(1, lines=lines), 210, 297) for lines in (16, 0))
    reading = await reader.read(printed, FIELDS)
    assert [(answer.text, round(answer.confidence, 2)) for answer in reading.answers] == [("样本甲", 0.97)]
    assert await reader.read(blank, FIELDS) == FieldReading(ReadOutcome.DONE)
    assert (await reader.read(PageImage(b"no picture", 1, 1), FIELDS)).reason == "page_unreadable"
    await reader.close()


@pytest.mark.slow
@pytest.mark.skipif(not INSTALLED, reason="rapidocr and onnxruntime are not installed: they are optional")
async def test_the_real_recogniser_reads_a_printed_form():
    form = Image.new("RGB", (1240, 1754), "white")
    face = ImageFont.truetype("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 30, index=2)
    for at, words in enumerate(("姓　名", "样本甲", "证件号码", "11010519491231002X")):
        ImageDraw.Draw(form).text((100 + 260 * (at % 2), 200 + 90 * (at // 2)), words, font=face, fill="black")
    reader = field_reader()
    fields = (*FIELDS, FormField("number", ("证件号码",)))
    reading = await reader.read(page_of(np.asarray(form)[:, :, ::-1].copy(), 210, 297), fields)
    await reader.close()
    assert {answer.key: answer.text for answer in reading.answers} == {"name": "样本甲", "number": "11010519491231002X"}


async def test_the_simulated_reader_keeps_the_same_port():
    reader = SimulatedFieldReader()
    reader.answers["name"] = "样本甲"
    assert [answer.text for answer in (await reader.read(page("x"), FIELDS)).answers] == ["样本甲"]
    reader.reason = "reader_not_installed"
    assert (await reader.read(page("x"), FIELDS)).reason == "reader_not_installed"
    await reader.close()
