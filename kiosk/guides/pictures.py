"""Which drawing stands for a thing to bring: as the hall says, else by what its name speaks of. Pure, no files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hall_server.contract.catalogue import Material

PAPER = "paper"
BY_WORD = (  # the first word that a name has decides; the narrower ones first
    ("id_card", ("身份证", "身份证件", "通行证", "护照")),
    ("permit", ("居住证", "社保卡", "医保电子凭证", "残疾人证")),
    ("household", ("户口",)),
    ("photo", ("照片", "相片")),
    ("couple", ("结婚证", "婚姻")),
    ("bank", ("银行", "账户", "存折")),
    ("deed", ("不动产", "房产", "房屋")),
    ("medical", ("病历", "诊断", "医学", "残疾评定", "检测报告")),
    ("licence", ("执照", "许可证", "资格证")),
    ("contract", ("合同", "协议", "章程", "委托书", "决议")),
    ("form", ("申请", "申报", "登记", "表")),
)
PICTURES = frozenset({PAPER, *(picture for picture, _ in BY_WORD)})


def picture_of(material: Material) -> str:
    """One of PICTURES."""
    if material.picture in PICTURES - {PAPER}:
        return material.picture
    return picture_named(f"{material.name} {material.licence}")


def picture_named(words: str) -> str:
    """By name alone."""
    return next((picture for picture, known in BY_WORD if any(word in words for word in known)), PAPER)
