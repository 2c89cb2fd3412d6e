"""After the last program has ended: everything that the day left behind is looked through for people."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from tests.tour.people import PEOPLE
from tests.tour.remains import Look, planted
from tests.tour.slip_reader import read_slips

if TYPE_CHECKING:
    from tests.tour.stage import Stage
    from tests.tour.transcript import Transcript


def look_through(stage: Stage, transcript: Transcript) -> list[str]:
    """Stores, keys, temporary folders, logs, slips, the transcript, what the city was told: who is named where. Blocks.

    Also tells when the look itself is blind: when it does not find what was planted for it.
    """
    look = Look((one.name for one in PEOPLE), (one.number for one in PEOPLE))
    found = [*look.into_folder(stage.state), *look.into_folder(stage.out)]
    slips = json.dumps(read_slips(stage.slips), ensure_ascii=False)
    told = json.dumps(stage.told, ensure_ascii=False)
    found += look.into(slips.encode(), "codes on slips") + look.into(told.encode(), "the city's inbox")
    blind = planted(look, stage.database, stage.state / "planted", (PEOPLE[0].name, PEOPLE[0].number))
    files = sum(path.is_file() for folder in (stage.state, stage.out) for path in Path(folder).rglob("*"))
    transcript.line(
        "look", f"{files} files and {len(stage.told)} messages looked through for people; {len(found)} found"
    )
    return [
        *(f"{one.where} has {one.what}" for one in found),
        *(f"the look does not find what was planted in {one}" for one in blind),
    ]
