"""What may be shown of a name and a number (definitions.md 10). Knows no card and no screen; boards show neither."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from hall_server.contract.identity.pseudonym import normalised
from hall_server.contract.messages import VisitorMask

if TYPE_CHECKING:
    from hall_server.contract.identity.identity import Identity

MASK_STARS = 2  # a longer name hides its length
SHOWN_END = 4  # characters of a number that its mask keeps
_SHOWN = frozenset("0123456789X")  # what a document number may end in

_PAIRS = (
    "欧阳太史端木上官司马东方独孤南宫万俟闻人夏侯诸葛尉迟公羊赫连澹台皇甫宗政濮阳公冶太叔申屠公孙慕容"
    "仲孙钟离长孙宇文司徒鲜于司空闾丘子车亓官司寇巫马公西颛孙壤驷公良漆雕乐正宰父谷梁拓跋夹谷轩辕令狐"
    "段干百里呼延东郭南门羊舌微生公户公玉公仪梁丘公仲公上公门公山公坚左丘公伯西门公祖第五公乘贯丘公皙"
    "南荣东里东宫仲长子书子桑即墨达奚褚师欧陽東方獨孤南宮萬俟聞人諸葛尉遲鍾離長孫鮮于司馬西門東郭"
)
COMPOUND_SURNAMES = frozenset(_PAIRS[at : at + 2] for at in range(0, len(_PAIRS), 2))


def name_mask(name: str, english_name: str = "") -> str:
    """陈*明, 陈*, 欧阳*; S* J* for a name in Latin letters; "" when there is no name."""
    chinese = "".join(character for character in name if not _invisible(character))
    if chinese and not chinese.isascii():
        return _chinese_mask(chinese)
    words = name if chinese else english_name
    return " ".join(f"{word[0].upper()[0]}*" for word in words.replace(",", " ").replace("*", " ").split()[:3])


def _chinese_mask(name: str) -> str:
    if name[:2] in COMPOUND_SURNAMES and len(name) > 2:  # noqa: PLR2004 - two characters of surname, and more
        return name[:2] + "*" * min(len(name) - 2, MASK_STARS)
    if len(name) <= 2:  # noqa: PLR2004 - nothing would be left between first and last
        return name[0] + "*" if len(name) > 1 else "*"
    return name[0] + "*" * min(len(name) - 2, MASK_STARS) + name[-1]


def _invisible(character: str) -> bool:
    """White space, the selectors that only choose a glyph's shape, and the star, which means something in a mask."""
    return character.isspace() or character == "*" or unicodedata.category(character) in {"Mn", "Cf", "Cc"}


def number_mask(number: str) -> str:
    """The last four characters; nothing of a number so short that they would be most of it, or that ends in no digits.

    The hall refuses a mask of another form, and with it the visitor; only the 2017 card's number has no check digit.
    """
    text = normalised(number)
    end = text[-SHOWN_END:]
    return end if len(text) >= 2 * SHOWN_END and set(end) <= _SHOWN else ""


def visitor_mask(identity: Identity, key: bytes) -> VisitorMask:
    """All that a hall keeps of a person. Raises ValueError without a key or a number."""
    return VisitorMask(
        identity.pseudonym(key), name_mask(identity.name, identity.latin_name), number_mask(identity.number)
    )
