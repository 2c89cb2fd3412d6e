"""Cases of the made-up persons that this city has from its first moment, so that somebody has something to look up.

Knows no desk and no HTTP; the moments are told from the start of the city, days before it.
"""

from __future__ import annotations

from typing import NamedTuple

from hall_server.city.reference.persons import PERSONS
from hall_server.contract.city.progress import CaseState

DAY_US = 86_400 * 1_000_000


class Begun(NamedTuple):
    """One case: its number, whose, what about, how far, changed how many days ago, due in how many (0: no promise)."""

    number: str
    whose: str
    item: str
    state: CaseState
    days_ago: int
    due_in: int = 0
    place: str = ""
    contact: str = "020-00000001"


CHEN, GUO = PERSONS["chen"].subject, PERSONS["chen-guo"].subject
BEGUN = (
    Begun("DEMO-20260901-0001", CHEN, "居住证签注", CaseState.IN_WORK, 2, 5),
    Begun("DEMO-20260818-0007", CHEN, "社会保障卡补换", CaseState.READY, 1, 0, "2 楼 12 号窗口"),
    Begun("DEMO-20260702-0003", CHEN, "生育登记", CaseState.CLOSED, 40),
    Begun("DEMO-20260911-0002", GUO, "高龄津贴申领", CaseState.SUPPLEMENT, 3, 8),
)
