"""Words of 朗读 that stand nowhere on the glass: what a thing is, how it stands, which of how many. Pure data."""

from __future__ import annotations

from kiosk.session.modes import Language
from kiosk.values import Value


class Phrases(Value, frozen=True):
    """One language's words; {…} are filled in."""

    button: str
    check: str
    tab: str
    on: str
    off: str
    chosen: str
    unusable: str  # what a thing is that cannot be used
    because: str  # before the reason
    place: str  # which of how many
    count: str  # at the end of a page's words
    keys: str  # how the pad is used, once a visit
    touches: str  # how the glass is used while it speaks, once a visit
    hyphen: str  # a key of its own
    no_way_back: str
    hidden: str  # a key of a number that somebody types, while others can hear
    band: str  # two figures with a dash between them
    plus: str  # before the digits of a country's code
    share: str  # a figure with % behind it
    tail: str  # the last signs of a number whose others are masked
    good: str  # ✓
    comma: str
    stop: str


PHRASES = {
    Language.ZH_CN: Phrases(
        button="按钮",
        check="可以选",
        tab="类别",
        on="已选",
        off="没选",
        chosen="已选",
        unusable="不能用",
        because="：",
        place="第 {place} 项，共 {count} 项",
        count="共 {count} 项",
        keys="按上下键选，按确定键去办，按右键再听一遍",
        touches="点一下听，再点一下就办",
        hyphen="横线",
        no_way_back="这一页不用返回",
        hidden="戴上耳机才念这个键",
        band="{low} 到 {high}",
        plus="加 ",
        share="百分之 {}",
        tail="尾号 {tail}",
        good="可以用",
        comma="，",
        stop="。",
    ),
    Language.ZH_HK: Phrases(
        button="按鈕",
        check="可以揀",
        tab="類別",
        on="揀咗",
        off="未揀",
        chosen="揀咗",
        unusable="用唔到",
        because="：",
        place="第 {place} 項，共 {count} 項",
        count="共 {count} 項",
        keys="撳上下掣揀，撳確定掣去辦，撳右掣再聽一次",
        touches="點一下聽，再點一下就辦",
        hyphen="橫線",
        no_way_back="呢一頁唔使返回",
        hidden="戴咗耳筒先讀呢個掣",
        band="{low} 至 {high}",
        plus="加 ",
        share="百分之 {}",
        tail="尾號 {tail}",
        good="可以用",
        comma="，",
        stop="。",
    ),
    Language.EN: Phrases(
        button="button",
        check="option",
        tab="category",
        on="on",
        off="off",
        chosen="chosen",
        unusable="not available",
        because=": ",
        place="{place} of {count}",
        count="{count} choices",
        keys="The up and down keys choose, OK goes on, the right key says it again",
        touches="Touch once to listen, touch again to go on",
        hyphen="hyphen",
        no_way_back="There is no way back from this page",
        hidden="Put headphones in to hear this key",
        band="{low} to {high}",
        plus="plus ",
        share="{} percent",
        tail="ending in {tail}",
        good="accepted",
        comma=", ",
        stop=". ",
    ),
}
UNITS = {  # short behind a figure -> of one, of several; English alone writes them in its own letters
    "min": ("minute", "minutes"),
    "s": ("second", "seconds"),
    "km": ("kilometre", "kilometres"),
    "m": ("metre", "metres"),
}
