"""Every screen in every form as pictures, and one page of HTML that shows them side by side. For eyes, no test."""

from __future__ import annotations

import html
from itertools import product
from typing import TYPE_CHECKING

from kiosk.bridge.preview import Studio
from kiosk.session.modes import Language, Mode, Modes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

READ_AS: dict[str, frozenset[Mode]] = {
    "plain": frozenset(),
    "large": frozenset({Mode.LARGE}),
    "contrast": frozenset({Mode.CONTRAST}),
    "low": frozenset({Mode.LOW}),
}
LANGUAGES = (Language.ZH_CN, Language.EN)
_HEAD = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Kapok: screens</title>
<style>body{font-family:sans-serif;margin:24px;background:#eee}h2{margin:32px 0 8px}.row{display:flex;gap:8px;
align-items:flex-start;flex-wrap:wrap}figure{margin:0}figcaption{font-size:12px}img{display:block;height:420px}
.lying img{height:230px}</style><h1>Screens</h1>
"""


def forms(*, landscape: bool) -> dict[str, Modes]:
    """The forms of one orientation, by name."""
    found = {}
    for (word, modes), language in product(READ_AS.items(), LANGUAGES):
        found[f"{'lying' if landscape else 'upright'}-{word}-{language}"] = Modes(modes, language)
    return found


def draw_all(names: Iterable[str], out: Path, told: Callable[[str], None]) -> Path:
    """Draw the examples in all sixteen forms below `out`; returns the contact sheet. `told` hears each form's end."""
    names = tuple(names)
    for landscape in (False, True):
        studio = Studio(landscape=landscape)
        for form, modes in forms(landscape=landscape).items():
            for name in names:
                studio.draw(name, modes, out / form / f"{name}.png")
            told(f"{form}: {len(names)} screens")
        studio.close()
    sheet = out / "index.html"
    sheet.write_text(_HEAD + "".join(_rows(name) for name in names) + "</html>\n", encoding="utf-8")
    return sheet


def _rows(name: str) -> str:
    rows = [f"<h2>{html.escape(name)}</h2>"]
    for landscape in (False, True):
        figures = [
            f'<figure><a href="{form}/{name}.png"><img loading="lazy" src="{form}/{name}.png" alt="{name} {form}"></a>'
            f"<figcaption>{form}</figcaption></figure>"
            for form in forms(landscape=landscape)
        ]
        rows.append(f'<div class="row{" lying" if landscape else ""}">{"".join(figures)}</div>')
    return "\n".join(rows) + "\n"
