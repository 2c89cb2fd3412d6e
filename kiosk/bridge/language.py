"""The language of the screen, switched while it stands: a translator for Qt and new words for every binding.

The catalogues are compiled at set-up (packaging/assets/make_words.py); Chinese of the mainland needs none.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTranslator

from kiosk.session.modes import Language

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtQml import QQmlEngine

LOG = logging.getLogger("kapok.screen")


class Languages:
    """Which words an engine shows. One for each window; `close` gives the application its own words back."""

    def __init__(self, engine: QQmlEngine, catalogues: Path) -> None:
        self._engine, self._catalogues = engine, catalogues
        self._translator: QTranslator | None = None
        self.language = Language.ZH_CN

    def speak(self, language: str) -> None:
        """Show everything in `language`; one without a catalogue stays Chinese, and that is logged."""
        if language == self.language:
            return
        self.close()
        self.language = Language(language)
        if self.language is not Language.ZH_CN:
            translator = QTranslator()
            if translator.load(str(self._catalogues / f"kiosk_{language.replace('-', '_')}.qm")):
                QCoreApplication.installTranslator(translator)
                self._translator = translator
            else:
                LOG.error("no words in %s; run `make assets`", language)
        self._engine.retranslate()

    def close(self) -> None:
        """Take the translator away."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
