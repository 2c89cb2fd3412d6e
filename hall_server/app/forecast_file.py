"""The file beside the database in which the learner leaves what it learned, and a look at it now and then.

A broken, missing or foreign file is no trouble: the log says so once and the untrained formula tells the waits.
"""

from __future__ import annotations

import contextlib
import logging
import os
import stat
from typing import TYPE_CHECKING

from hall_server.domain.forecast import BYTES_MAX, UNTRAINED, BadModelError, Model, model_from, model_to

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME = "forecast.json"
_log = logging.getLogger("kapok.forecast")

_Mark = tuple[int, int, int]


def write_model(folder: Path, model: Model) -> Path:
    """Put a model in the place of the old one, whole or not at all. Raises OSError."""
    path, fresh = folder / FILE_NAME, folder / f".{FILE_NAME}.{os.getpid()}"
    try:
        with fresh.open("wb") as file:
            file.write(model_to(model))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise
    return path


class ForecastFile:
    """What a running hall has learned; `look` again whenever convenient."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._mark: _Mark | None = None
        self._looked = False
        self.model = UNTRAINED

    def look(self) -> bool:
        """Read the file when it is another one than last time; whether the model is a new one."""
        mark = self._marked()
        if self._looked and mark == self._mark:
            return False
        self._looked, self._mark = True, mark
        if mark is None:
            _log.info("no %s yet: waits by the formula", FILE_NAME)
            self.model = UNTRAINED
            return True
        try:
            with self._path.open("rb") as file:
                self.model = model_from(file.read(BYTES_MAX + 1))
        except (OSError, BadModelError) as error:
            _log.warning("%s is not used, waits by the formula: %r", FILE_NAME, str(error)[:200])
            self.model = UNTRAINED
        else:
            learned, own = self.model.learned_to, self.model.quality
            _log.info("waits learned to=%r mae_s=%.0f coverage=%.2f", learned, own.mae_s, own.coverage)
        return True

    def _marked(self) -> _Mark | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return (found.st_ino, found.st_mtime_ns, found.st_size) if stat.S_ISREG(found.st_mode) else None
