"""Words that are code: what somebody types, what a site file says, as an attacker would have it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = "<img src=x onerror=alert(1)>{{ 7*7 }}{% raw %}\"'&amp;</script>"


def hostile_site(path: Path) -> None:
    """Every text of the site file that people may read is an attack; names that other lines point at stay.

    The hall has no wording pack: with one, a name that is no legal name is refused before anything is served (CL-A3).
    """
    kept = re.compile(r"^(id|letter|queue|queues|kinds|days|open|close|timezone|staff_no|pin_hash|roles|level) *=")
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if not line.startswith("pack = ")]
    attack = "'<b onmouseover=alert(1)>{{7*7}}</b>'"
    changed = [
        re.sub(
            r'^(name|english_name|area|place|where|hotline|looks|plain|fee|conditions) = ".*"$', rf"\1 = {attack}", line
        )
        if not kept.match(line)
        else line
        for line in lines
    ]
    assert sum(one != other for one, other in zip(lines, changed, strict=True)) > 20
    path.write_text("\n".join(changed), encoding="utf-8")
