"""Pictures of the themes 主题 that items are filed under; a theme that is not here works as well.

What they are called in two characters is said where all words are (Words.qml).
"""

from __future__ import annotations

from kiosk.session.browsing import HKMO

COMMON = ""  # 常办, not a theme of the catalogue; nor is HKMO 港澳居民

_PICTURES = {
    HKMO: "identification-card",
    "社会保障": "shield-check",
    "医疗卫生": "first-aid-kit",
    "来穗入户": "users-three",
    "证件办理": "identification-badge",
    "住房保障": "house-line",
    "不动产": "buildings",
    "企业开办": "storefront",
    "企业变更": "note-pencil",
    "准营准办": "certificate",
    "就业创业": "briefcase",
    "退休养老": "person-simple-walk",
    "老年人": "person-simple-walk",
    "生育婴幼": "baby",
    "婚姻": "heart",
    "教育": "graduation-cap",
    "助残": "hand-heart",
}


def picture(theme: str) -> str:
    """The icon of a theme; a folder for one that nobody drew."""
    return _PICTURES.get(theme, "folder")
