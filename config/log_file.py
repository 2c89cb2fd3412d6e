"""A program's log on its own disk: two files of a megabyte, masked as they are written and again as they are read.

Written by a thread of its own, so that a slow disk holds up nobody. Whatever stands in a file is read as text: torn
lines, bytes that are no text, letters that turn a line round.
"""

from __future__ import annotations

import logging
import os
import re
from io import TextIOWrapper
from logging.handlers import QueueHandler, QueueListener, RotatingFileHandler
from queue import Full, Queue
from typing import TYPE_CHECKING, NamedTuple

from config.durable import make_folder
from config.logs import TextLines
from config.scrub import scrubbed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

LOG = logging.getLogger("kapok.logs")
TEXT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_FILE_MOST, _WAITING_MOST = 1_000_000, 2_000
_RECORD_MOST, _LINE_MOST = 8_000, 2_000
_ENTRY = re.compile(
    r"(?P<at>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)[,.]\d{3} "
    r"(?P<level>DEBUG|INFO|WARNING|ERROR|CRITICAL) (?P<source>[\w.]{1,80}): (?P<text>.*)"
)
# what moves, hides or turns letters round: C0 and C1, zero widths, directions, lone halves of a pair
_NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


class Entry(NamedTuple):
    """One thing that was logged; `at` by this machine's clock, `level` as logging names it, "" of a torn line."""

    at: str
    level: str
    source: str
    text: str


class _Waiting(QueueHandler):
    """Lines as they were logged, formatted at once; with nowhere to go one is lost rather than waited for."""

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        line = self.format(record)[:_RECORD_MOST].replace("\n", "\n  ")  # no line of it looks like a record
        return logging.LogRecord(record.name, record.levelno, "", 0, line, None, None)

    def enqueue(self, record: logging.LogRecord) -> None:
        try:
            self.queue.put_nowait(record)
        except Full:
            return


class _Kept(RotatingFileHandler):
    """For its owner's eyes only; a disk that is full stops nobody."""

    def _open(self) -> TextIOWrapper:
        there = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        plain = os.fdopen(there, "ab", buffering=0)  # what a full disk did not take is not tried again
        return TextIOWrapper(plain, encoding="utf-8", errors="backslashreplace", write_through=True)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Nobody can be told: this is where it would be told."""


def keep_log(file: Path) -> Callable[[], None]:
    """What all loggers write is kept in `file` from here on, until the answer is called. Without a disk: a warning."""
    try:
        make_folder(file.parent)
        kept = _Kept(file, maxBytes=_FILE_MOST, backupCount=1)
    except OSError as error:
        LOG.warning("the log is not kept on the disk: %s", error.strerror)
        return lambda: None
    queue: Queue[logging.LogRecord] = Queue(_WAITING_MOST)
    waiting, listener = _Waiting(queue), QueueListener(queue, kept)
    waiting.setFormatter(TextLines(TEXT))
    logging.getLogger().addHandler(waiting)
    listener.start()

    def stop() -> None:
        logging.getLogger().removeHandler(waiting)
        listener.stop()
        kept.close()

    return stop


def kept_lines(file: Path, most: int = 2 * _FILE_MOST) -> tuple[str, ...]:
    """The end of a kept log, masked, the oldest line first; `most` bytes of it. Raises OSError without a file."""
    newest = _end_of(file, most)
    before = b""
    if len(newest) < most:
        try:
            before = _end_of(file.with_name(f"{file.name}.1"), most - len(newest))
        except OSError:
            before = b""
    return tuple(_plain((before + newest).decode("utf-8", "replace")))


def _end_of(file: Path, most: int) -> bytes:
    with file.open("rb") as there:
        size = there.seek(0, os.SEEK_END)
        there.seek(max(0, size - most))
        found = there.read(most)
    return found.partition(b"\n")[2] if size > most else found


def _plain(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if line:
            yield scrubbed(_NO_TEXT.sub("\ufffd", line))[:_LINE_MOST]


def entries(lines: Iterable[str], most: int) -> tuple[Entry, ...]:
    """The newest first, `most` of them. What follows an entry (the trace of an error) belongs to it."""
    found: list[Entry] = []
    for line in lines:
        new = _ENTRY.fullmatch(line)
        if new is not None:
            found.append(Entry(new["at"], new["level"], new["source"], new["text"]))
        elif found and len(found[-1].text) < _LINE_MOST:
            found[-1] = found[-1]._replace(text=f"{found[-1].text} {line.strip()}"[:_LINE_MOST])
        elif not found:
            found.append(Entry("", "", "", line))
    return tuple(reversed(found[-most:]))
