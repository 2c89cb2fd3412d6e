"""The glass read out and walked by keys: what the accessibility tree holds, where the focus is. Qt's thread only."""

from __future__ import annotations

from kiosk.bridge.reading.reader import Reader

__all__ = ["Reader"]
