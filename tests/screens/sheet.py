"""One page of HTML that shows all pictures side by side, each with its id in docs/screens.md. For eyes, no test."""

from __future__ import annotations

import html
from itertools import groupby
from typing import TYPE_CHECKING

from tests.screens.shots import SHOWN

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Kapok: pages of the hall</title>
<style>body{font-family:sans-serif;margin:24px;background:#eee}h2{margin:32px 0 8px}.row{display:flex;gap:12px;
align-items:flex-start;flex-wrap:wrap}figure{margin:0}figcaption{font-size:13px}img{display:block;max-height:380px;
max-width:680px}</style><h1>Pages of the hall</h1><p><a href="../index.html">The kiosk's screens</a></p>
"""


def write_sheet(out: Path) -> Path:
    """The page, beside its pictures."""
    parts = [_HEAD]
    for group, names in groupby(SHOWN, key=lambda name: name.split("_")[0]):
        parts.append(f'<h2>{html.escape(group)}</h2><div class="row">')
        parts += [_figure(name) for name in names]
        parts.append("</div>")
    sheet = out / "index.html"
    sheet.write_text("\n".join(parts) + "</html>\n", encoding="utf-8")
    return sheet


def _figure(name: str) -> str:
    where, words = SHOWN[name]
    return (
        f'<figure><a href="{name}.png"><img loading="lazy" src="{name}.png" alt="{html.escape(words)}"></a>'
        f"<figcaption><b>{html.escape(where)}</b> {html.escape(words)} · {name}</figcaption></figure>"
    )
