"""Form fields through a real process: the protocol, what goes wrong in it, and a machine without a recogniser."""

import asyncio
import importlib.util

import pytest

from devices.document_scanner.images import page_of
from devices.document_scanner.papers import sheet
from devices.document_scanner.reader import ProcessFieldReader, SimulatedFieldReader
from devices.registry.document_scanner import field_reader
from devices.values.advice import ADVICE
from devices.values.document_scanner import FormField, PageImage, ReadOutcome

FIELDS = (FormField("name", ("姓名",)),)
FAKE = "tests.integration.devices.fake_field_reader"


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
    if importlib.util.find_spec("rapidocr"):
        pytest.skip("a recogniser is installed here")
    reader = field_reader()
    reading = await reader.read(page_of(sheet(1), 210, 297), FIELDS)
    await reader.close()
    assert (reading.outcome, reading.reason) == (ReadOutcome.REFUSED, "reader_not_installed")


async def test_the_simulated_reader_keeps_the_same_port():
    reader = SimulatedFieldReader()
    reader.answers["name"] = "样本甲"
    assert [answer.text for answer in (await reader.read(page("x"), FIELDS)).answers] == ["样本甲"]
    reader.reason = "reader_not_installed"
    assert (await reader.read(page("x"), FIELDS)).reason == "reader_not_installed"
    await reader.close()
