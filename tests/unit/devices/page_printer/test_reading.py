"""What printers and CUPS say, in our words."""

import pytest

from devices.page_printer.codec import Group, Message, attribute
from devices.page_printer.reading import read_abilities, read_job, read_status
from devices.page_printer.words import JobState, PrinterState, Tag
from devices.values.health import Health
from devices.values.page_printer import Engine, PagePrinterStatus, Paper, Toner


def said(*attributes, tag=Tag.PRINTER):
    return Message(0, 1, (Group(tag, attributes),))


def status(*reasons, state=PrinterState.IDLE, message=""):
    return read_status(
        said(
            attribute("printer-state", Tag.ENUM, int(state)),
            attribute("printer-state-reasons", Tag.KEYWORD, *reasons),
            attribute("printer-state-message", Tag.TEXT, message),
        )
    )


@pytest.mark.parametrize(
    ("reasons", "state", "health", "reason"),
    [
        (["none"], PrinterState.IDLE, Health.NORMAL, ""),
        (["media-low-warning"], PrinterState.IDLE, Health.WARNING, "paper_low"),
        (["media-empty-warning"], PrinterState.IDLE, Health.WARNING, "paper_low"),  # one tray of two
        (["media-empty-warning"], PrinterState.STOPPED, Health.FAULT, "paper_out"),
        (["media-empty-error"], PrinterState.PROCESSING, Health.FAULT, "paper_out"),
        (["media-needed"], PrinterState.STOPPED, Health.FAULT, "paper_out"),
        (["media-jam"], PrinterState.STOPPED, Health.FAULT, "paper_jammed"),
        (["media-jam-report"], PrinterState.IDLE, Health.FAULT, "paper_jammed"),
        (["door-open-error", "media-empty"], PrinterState.STOPPED, Health.FAULT, "cover_open"),
        (["cover-open-report"], PrinterState.IDLE, Health.NORMAL, ""),
        (["toner-low"], PrinterState.IDLE, Health.WARNING, "toner_low"),
        (["marker-supply-low-report"], PrinterState.IDLE, Health.WARNING, "toner_low"),
        (["toner-empty-error"], PrinterState.STOPPED, Health.FAULT, "toner_out"),
        (["output-area-full"], PrinterState.STOPPED, Health.FAULT, "output_full"),
        (["input-tray-missing-error"], PrinterState.STOPPED, Health.FAULT, "tray_missing"),
        (["spool-area-full-report"], PrinterState.IDLE, Health.NORMAL, ""),
        (["paused"], PrinterState.STOPPED, Health.FAULT, "paused"),
        (["fuser-over-temp-error"], PrinterState.STOPPED, Health.FAULT, "printer_error"),
        (["offline-report"], PrinterState.IDLE, Health.FAULT, "printer_vanished"),
        (["connecting-to-device", "cups-insecure-filter-warning"], PrinterState.PROCESSING, Health.NORMAL, ""),
        (["none"], PrinterState.STOPPED, Health.FAULT, "printer_stopped"),
    ],
)
def test_state_reasons_become_health_and_a_code(reasons, state, health, reason):
    found = status(*reasons, state=state)
    assert (found.health, found.reason) == (health, reason)
    assert found.ready == (health is not Health.FAULT)


@pytest.mark.parametrize(
    "message",
    [
        "The printer may not exist or is unavailable at this time.",
        "The printer is not responding.",
        'Unable to locate printer "printer.hall".',
        'Network host "10.0.0.9" is busy; unreachable, will retry in 30 seconds',
        "Waiting for printer to become available.",
    ],
)
def test_cups_says_only_in_its_message_that_the_printer_is_gone(message):
    found = status("none", state=PrinterState.PROCESSING, message=message)
    assert (found.vanished, found.reason) == (True, "printer_vanished")


@pytest.mark.parametrize("message", ["", "Connected to printer.", "Waiting for job to complete.", "Ready to print."])
def test_other_messages_say_nothing_of_the_kind(message):
    assert not status("none", message=message).vanished


def test_words_that_are_no_keywords_get_into_no_log():
    assert status("media-low", "Wang Xiaoming", "x" * 99, "UPPER").keywords == ("media-low",)


def test_a_printer_that_says_nothing_at_all_of_itself_is_not_taken_for_a_sick_one():
    found = read_status(said())
    assert (found.engine, found.paper, found.toner, found.fault) == (Engine.UNKNOWN, Paper.FULL, Toner.FULL, "")


def test_a_status_names_its_worst_trouble_first():
    assert PagePrinterStatus(answered=False, paper=Paper.OUT).reason == "device_silent"
    assert PagePrinterStatus(answered=True, paper=Paper.OUT, toner=Toner.LOW).reason == "paper_out"
    assert PagePrinterStatus(answered=True, spool_kept=True, paper=Paper.LOW).reason == "spool_kept"
    assert not PagePrinterStatus(answered=True, accepting=False).ready


def job(state, *more):
    return read_job(
        Group(Tag.JOB, (attribute("job-id", Tag.INTEGER, 5), attribute("job-state", Tag.ENUM, int(state)), *more))
    )


def test_a_job_has_ended_when_nothing_moves_any_more():
    stopping = attribute("job-state-reasons", Tag.KEYWORD, "processing-to-stop-point")
    assert job(JobState.CANCELED).ended
    assert not job(JobState.CANCELED, stopping).ended
    assert job(JobState.COMPLETED, stopping).ended, "CUPS says so of every completed job"
    assert not job(JobState.PROCESSING).ended


def test_a_job_has_begun_unless_the_printer_says_that_it_has_not():
    assert not job(JobState.PENDING).begun
    assert job(JobState.CANCELED).begun
    assert not job(JobState.CANCELED, attribute("time-at-processing", Tag.NO_VALUE, None)).begun
    assert job(JobState.CANCELED, attribute("time-at-processing", Tag.INTEGER, 9)).begun


@pytest.mark.parametrize(
    ("more", "sheets"),
    [
        ((), None),
        ((attribute("job-media-sheets-completed", Tag.INTEGER, 3),), 3),
        ((attribute("job-impressions-completed", Tag.INTEGER, 4),), 4),
        ((attribute("job-media-sheets-completed", Tag.INTEGER, -1),), None),
        ((attribute("job-media-sheets-completed", Tag.NO_VALUE, None),), None),
        ((attribute("job-media-sheets-completed", Tag.TEXT, "3"),), None),
    ],
)
def test_sheets_are_counted_or_not_said(more, sheets):
    assert job(JobState.PROCESSING, *more).sheets == sheets


def test_a_job_without_a_number_is_none_and_an_odd_state_is_no_state():
    assert read_job(Group(Tag.JOB, ())) is None
    assert job(99).state is None


def test_abilities_are_what_is_said_and_no_more():
    none = read_abilities(said())
    assert (none.pdf, none.duplex, none.colour, none.max_copies, none.queue, none.in_two_steps) == (
        *(False,) * 3,
        1,
        *(False,) * 2,
    )
    some = read_abilities(
        said(
            attribute("operations-supported", Tag.ENUM, 5, 6),
            attribute("copies-supported", Tag.RANGE, (1, 20)),
            attribute("cups-version", Tag.TEXT, "2.4.2"),
            attribute("device-uri", Tag.URI, "socket://h"),
        )
    )
    assert (some.in_two_steps, some.max_copies, some.queue, some.behind) == (True, 20, True, "socket://h")
