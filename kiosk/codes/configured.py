"""The recogniser of codes that a site has named: how they begin, and that the online verifier is to be asked.

So a city's own code, whose form only the city knows (红棉码 and its like, CL-C4, C8), needs no program: `online_codes`
in the kiosk's file. A kiosk reads nothing of it; it is handed on as it is and forgotten.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.codes.answers import Claimed, Ignored, Online, OnlineService

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.codes.answers import Answer
    from kiosk.codes.scan import Moment, Scan


class ConfiguredRecogniser:
    """Claims what begins with one of these texts, letter for letter."""

    def __init__(self, beginnings: Iterable[str] = ()) -> None:
        self._beginnings = tuple(one for one in beginnings if one)

    def recognise(self, scan: Scan, _moment: Moment, /) -> Answer:
        """Whom to ask: the city."""
        text = scan.text.strip()
        if not text.startswith(self._beginnings) or text in self._beginnings:
            return Ignored()
        return Claimed(Online(OnlineService.CITY_CODE, text))
