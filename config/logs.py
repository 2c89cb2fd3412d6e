"""How the programs write their logs: lines for people, or JSON for collectors; both scrubbed. Set up at a start."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections import deque
from datetime import UTC, datetime

from config.scrub import scrubbed

FORMAT = "KAPOK_LOG_FORMAT"  # json, or text
_LINES, _LINE_MOST, _TEXT_MOST = 200, 2_000, 100_000
_TEXT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class TextLines(logging.Formatter):
    """As people read them."""

    def format(self, record: logging.LogRecord) -> str:
        return scrubbed(super().format(record))


class JsonLines(logging.Formatter):
    """One object a line: at (UTC), level, logger, message, and the trace of an error."""

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": scrubbed(record.getMessage()),
        }
        if record.exc_info:
            told["trace"] = scrubbed(self.formatException(record.exc_info))
        return json.dumps(told, ensure_ascii=False)


class Remembered(logging.Handler):
    """The last lines of this program, scrubbed, in its memory."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(TextLines(_TEXT))
        self._lines: deque[str] = deque(maxlen=_LINES)

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self._lines.append(self.format(record)[:_LINE_MOST])
        except Exception:  # noqa: BLE001 - what cannot be formatted is told by logging itself, and stops nobody
            self.handleError(record)

    def text(self) -> str:
        """The newest lines that fit, the oldest first."""
        kept: list[str] = []
        room = _TEXT_MOST
        for line in reversed(tuple(self._lines)):
            room -= len(line.encode("utf-8", "replace")) + 1
            if room < 0:
                break
            kept.append(line)
        return "".join(f"{line}\n" for line in reversed(kept))


REMEMBERED = Remembered()


def recent_lines() -> str:
    """The end of this program's log, masked; nothing in a program that does not remember it."""
    return REMEMBERED.text()


def set_up_logs(level: int = logging.INFO, *, remembers: bool = False) -> None:
    """All loggers write to standard error, as lines or as JSON (KAPOK_LOG_FORMAT=json), from here on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if os.environ.get(FORMAT) == "json" else TextLines(_TEXT))
    logging.basicConfig(level=level, handlers=[handler, *((REMEMBERED,) if remembers else ())])
