"""What this city has to say to halls, by port: rows in order, read page by page behind a cursor. In memory."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from hall_server.city.reference.problems import CityError, CityProblem
from hall_server.contract.city.wire import NewsPage, NewsRow

PAGE = 50
_DIGITS = 18  # of a cursor


class News:
    """All ports' news. A city that starts anew has none, and takes the cursors of its former life for the beginning."""

    def __init__(self) -> None:
        self._rows: dict[str, list[NewsRow]] = defaultdict(list)
        self._versions: dict[tuple[str, str], int] = defaultdict(int)

    def say(self, port: str, subject: str, kind: str, body: msgspec.Struct) -> NewsRow:
        """One row more."""
        self._versions[port, subject] += 1
        row = NewsRow(subject, self._versions[port, subject], kind, msgspec.Raw(msgspec.json.encode(body)))
        self._rows[port].append(row)
        return row

    def page(self, port: str, after: str, *, twice: bool = False, backwards: bool = False) -> NewsPage:
        """What came after the cursor. `twice`, `backwards`: a bad day. Raises CityError(bad_request)."""
        if after and not (after.isascii() and after.isdigit() and len(after) <= _DIGITS):
            raise CityError(CityProblem.BAD_REQUEST, field="after")
        first = int(after or 0)
        said = self._rows[port]
        if first > len(said):
            first = 0
        rows = said[first : first + PAGE]
        end = first + len(rows)
        if twice:
            rows = [row for row in rows for _ in range(2)]
            if not rows and said:
                rows = said[-1:]  # old news once more
        if backwards:
            rows = rows[::-1]
        return NewsPage(tuple(rows), str(end))
