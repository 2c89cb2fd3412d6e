"""An electronic licence as paper: one page that says what it is, for whom in a mask, and bears 演示章 无效.

In Latin letters, for a page without a font of its own. The number is cut to its last four: a made-up one, but whoever
prints it in a hall should not learn to print whole ones. Pure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.city.reference.mini_pdf import page_of
from hall_server.city.reference.seal_stamp import stamped

if TYPE_CHECKING:
    from hall_server.city.reference.licence_shelf import Held

NAMES = {
    "居民身份证": "RESIDENT IDENTITY CARD",
    "社会保障卡": "SOCIAL SECURITY CARD",
    "医保电子凭证": "MEDICAL INSURANCE CERTIFICATE",
    "户口簿": "HOUSEHOLD REGISTER",
    "居住证": "RESIDENCE PERMIT",
    "结婚证": "MARRIAGE CERTIFICATE",
    "残疾人证": "DISABILITY CERTIFICATE",
    "营业执照": "BUSINESS LICENCE",
    "食品经营许可证": "FOOD BUSINESS LICENCE",
}
_SHOWN = 4


def paper_of(held: Held) -> bytes:
    """A PDF of one page, sealed."""
    number = held.fields.get("id_number") or held.fields.get("card_number") or held.fields.get("credit_code", "")
    lines = (
        "DEMO - NOT VALID",
        NAMES.get(held.type, "ELECTRONIC LICENCE"),
        f"No. {'*' * 14}{number[-_SHOWN:]}",
        f"State: {held.state.value}",
        f"Valid until: {held.valid_until or 'no end'}",
        "Copy of an electronic licence of the reference city.",
    )
    return stamped(page_of(*lines))
