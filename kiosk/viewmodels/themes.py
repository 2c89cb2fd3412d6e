"""Short spoken names and pictures of the themes 主题 that items are filed under; one that is not here works as well."""

from __future__ import annotations

COMMON = ""  # 常办, not a theme of the catalogue

_KNOWN = {
    "社会保障": ("社保", "shield-check"),
    "医疗卫生": ("医保", "first-aid-kit"),
    "来穗入户": ("入户", "users-three"),
    "证件办理": ("证件", "identification-badge"),
    "住房保障": ("住房", "house-line"),
    "不动产": ("房产", "buildings"),
    "企业开办": ("开店", "storefront"),
    "企业变更": ("变更", "note-pencil"),
    "准营准办": ("许可", "certificate"),
    "就业创业": ("就业", "briefcase"),
    "退休养老": ("退休", "person-simple-walk"),
    "老年人": ("老人", "person-simple-walk"),
    "生育婴幼": ("生育", "baby"),
    "婚姻": ("婚姻", "heart"),
    "教育": ("上学", "graduation-cap"),
    "助残": ("助残", "hand-heart"),
}


def spoken(theme: str) -> str:
    """Two characters that people say: 社会保障 → 社保."""
    return _KNOWN.get(theme, (theme[:2], ""))[0]


def picture(theme: str) -> str:
    """The icon of a theme; a folder for one that nobody drew."""
    return _KNOWN.get(theme, ("", "folder"))[1]
