"""What leaves a machine in a log holds nobody's number or name: the second wall, behind writing none of it at all.

Pure: text in, text out. Numbers keep their last four digits, names their first character (definitions.md 10).
"""

from __future__ import annotations

import re

_RULES = (
    # numbers of residents and foreigners, the old ones of 15 digits, bank cards of 19; 16 digits are moments in a log
    (re.compile(r"(?<!\w)(?:\d{15}|\d{17}[\dXx]|\d{19})(?!\w)"), lambda at: "…" + at[0][-4:]),
    (re.compile(r"(?<!\w)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?(\d{4})(?!\w)"), lambda at: "…" + at[1]),  # telephones
    (re.compile(r"(?<!\w)[A-Z]{1,2}\d{7,10}(?!\w)"), lambda at: "…" + at[0][-4:]),  # passports and permits
    (
        re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+"),
        lambda _at: "…@…",
    ),  # once a run, however long
    (
        re.compile(
            r"(?P<key>(?:\b(?:visitor_|full_|real_)?name\b|姓名|申请人|办事人)[\"']?\s*[=:：]\s*[\"']?)(?P<name>[\u4e00-\u9fff·]{2,20})"
        ),
        lambda at: f"{at['key']}{at['name'][0]}*",
    ),
)


def scrubbed(text: str) -> str:
    """The text with numbers of people masked to four digits, and names beside their keys to one character."""
    for pattern, said in _RULES:
        text = pattern.sub(said, text)
    return text
