"""统一社会信用代码 (GB 32100-2015) of organisations and sole traders. Knows no register.

18 characters: registrar, kind, area (6 digits), organisation code (9), check character. Some codes of the first years
are legal and fail the check: they are taken with a caution when registrar and kind are of the standard's list. A code
in which a letter like O had to be read as 0 gets no such grace: it holds, or it was misread.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hall_server.contract.identity.check_digits import GB32100_CHARACTERS, gb32100
from hall_server.contract.identity.identity import Claimed, Ignored, Organisation, Recognition, Refused
from hall_server.contract.identity.text import plain
from hall_server.contract.identity.words import Caution, Reason

if TYPE_CHECKING:
    from hall_server.contract.identity.assurance import Source

_CLASS = f"[{GB32100_CHARACTERS}]"
_FORM = re.compile(rf"[1-9ANY]{_CLASS}[0-9]{{6}}{_CLASS}{{10}}")
_LIKE_DIGITS = str.maketrans("OIZS", "0125")  # the code has none of these letters
_KINDS = {  # GB 32100-2015 table 1, with its later additions A and N: registrar → kinds; 9 is "other" everywhere
    "1": "1239",  # 机构编制
    "2": "19",  # 外交
    "3": "123459",  # 司法行政
    "4": "19",  # 文化
    "5": "1239",  # 民政
    "6": "129",  # 旅游
    "7": "129",  # 宗教
    "8": "19",  # 工会
    "9": "1239",  # 市场监管
    "A": "19",  # 军委编制
    "N": "1239",  # 农业农村
    "Y": "1",  # 其他
}


def read(text: str, source: Source) -> Recognition:
    """Which organisation a code names."""
    typed = plain(text)
    code = typed.translate(_LIKE_DIGITS)
    if not _FORM.fullmatch(code):
        return Ignored()
    sound, known, corrected = gb32100(code[:-1]) == code[-1], code[1] in _KINDS[code[0]], code != typed
    if not sound and corrected:
        return Refused(Reason.WRONG_CHECK_DIGIT)
    if not sound and not known:
        return Ignored()
    cautions = {
        Caution.CODE_FAILS_CHECK: not sound,
        Caution.REGISTRAR_UNKNOWN: not known,
        Caution.LOOKALIKE_READ: corrected,
    }
    return Claimed(Organisation(code, source), tuple(caution for caution, holds in cautions.items() if holds))
