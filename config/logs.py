"""How the programs write their logs: lines for people, or JSON for collectors; both scrubbed. Set up at a start."""

from __future__ import annotations

import json
import logging
import os
import sys
from datetime import UTC, datetime

from config.scrub import scrubbed

FORMAT = "KAPOK_LOG_FORMAT"  # json, or text
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


def set_up_logs(level: int = logging.INFO) -> None:
    """All loggers write to standard error, as lines or as JSON (KAPOK_LOG_FORMAT=json), from here on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if os.environ.get(FORMAT) == "json" else TextLines(_TEXT))
    logging.basicConfig(level=level, handlers=[handler])
