"""Why a code is refused: one permanent word each, what the visitor is told, and what helps.

The one home of these sentences: kiosk, hall and city read them here. They blame nobody, name no cryptography, and each
says what to do next; a code is never the only way to a number. Knows no codes.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Refusal(StrEnum):
    """Permanent words of refusal, for machines and events; never another meaning."""

    EXPIRED = "expired"
    LONG_EXPIRED = "long_expired"  # so long that no page that turns could still show it: a picture of a code
    NOT_YET_VALID = "not_yet_valid"
    WRONG_AUDIENCE = "wrong_audience"  # made for another hall
    UNKNOWN_ISSUER = "unknown_issuer"
    UNKNOWN_KEY = "unknown_key"  # of an issuer that is trusted
    KEY_OUT_OF_DATE = "key_out_of_date"  # the code was issued before the key's first or after its last moment
    KEY_REVOKED = "key_revoked"
    BAD_SIGNATURE = "bad_signature"
    NOT_WELL_FORMED = "not_well_formed"
    TOO_LARGE = "too_large"
    TOO_LONG_LIVED = "too_long_lived"
    NO_PROVIDER = "no_provider"  # signed by an algorithm that this program has nobody to compute with
    ALREADY_USED = "already_used"
    TOO_MANY_AT_ONCE = "too_many_at_once"  # more codes in a few minutes than this place remembers


class Remedy(StrEnum):
    """What helps: which button a screen offers first."""

    REFRESH = "refresh"  # 刷新二维码
    AGAIN = "again"  # 再扫一次: the same code, held better
    WAIT = "wait"
    OTHER_CODE = "other_code"  # the right page of the phone's application
    OTHER_WAY = "other_way"  # card, or a number without any


class Words(NamedTuple):
    """What a visitor reads and hears."""

    zh: str
    en: str
    remedy: Remedy


WORDS: Mapping[Refusal, Words] = {
    Refusal.EXPIRED: Words(
        "这个码过时了，请刷新二维码再扫一次。",
        "This code has run out. Please refresh it and scan again.",
        Remedy.REFRESH,
    ),
    Refusal.LONG_EXPIRED: Words(
        "这个码早就过时了，截图不能用，请打开应用亮出现在的码。",
        "This code ran out long ago, and pictures of codes do not work. Please open the app and show the present one.",
        Remedy.OTHER_CODE,
    ),
    Refusal.NOT_YET_VALID: Words(
        "这个码还没到生效时间，请等几秒再扫一次。",
        "This code is not valid yet. Please wait a few seconds and scan again.",
        Remedy.WAIT,
    ),
    Refusal.WRONG_AUDIENCE: Words(
        "这个码是给别的大厅用的，请在手机上选本大厅再出示。",
        "This code is for another hall. Please choose this hall on your phone and show the new code.",
        Remedy.OTHER_CODE,
    ),
    Refusal.UNKNOWN_ISSUER: Words(
        "本大厅还读不了这个平台的码，请改刷身份证，或直接取号。",
        "This hall cannot read codes of this service yet. Please use your ID card, or just take a number.",
        Remedy.OTHER_WAY,
    ),
    Refusal.UNKNOWN_KEY: Words(
        "这个码暂时核对不了，请刷新二维码；还不行请改刷身份证，或直接取号。",
        "This code cannot be checked now. Please refresh it; if that fails, use your ID card or just take a number.",
        Remedy.REFRESH,
    ),
    Refusal.KEY_OUT_OF_DATE: Words(
        "这个码的版本过时了，请刷新二维码，或更新手机应用后再扫。",
        "This code is of an old version. Please refresh it, or update the app on your phone and scan again.",
        Remedy.REFRESH,
    ),
    Refusal.KEY_REVOKED: Words(
        "这个码已经停用，请刷新二维码；还不行请改刷身份证，或直接取号。",
        "This code is no longer in use. Please refresh it; if that fails, use your ID card or just take a number.",
        Remedy.REFRESH,
    ),
    Refusal.BAD_SIGNATURE: Words(
        "这个码核对不上，请打开官方应用重新出示，或改刷身份证。",
        "This code could not be confirmed. Please open the official app and show it again, or use your ID card.",
        Remedy.OTHER_CODE,
    ),
    Refusal.NOT_WELL_FORMED: Words(
        "这个码没有读完整，请刷新二维码，放平再扫一次。",
        "This code did not come through whole. Please refresh it, hold the phone flat and scan again.",
        Remedy.REFRESH,
    ),
    Refusal.TOO_LARGE: Words(
        "这不是取号用的码，请打开官方应用出示二维码，或改刷身份证。",
        "This is not a code for taking a number. Please show the code in the official app, or use your ID card.",
        Remedy.OTHER_CODE,
    ),
    Refusal.TOO_LONG_LIVED: Words(
        "为了您的安全，本大厅只收一分钟内有效的码，请刷新二维码再扫。",
        "For your safety this hall takes only codes that last a minute at most. Please refresh it and scan again.",
        Remedy.REFRESH,
    ),
    Refusal.NO_PROVIDER: Words(
        "这台机器还核对不了这种码，请换一台机器，或改刷身份证，或直接取号。",
        "This machine cannot check codes of this kind. Please try another machine, use your ID card, or take a number.",
        Remedy.OTHER_WAY,
    ),
    Refusal.ALREADY_USED: Words(
        "这个码已经用过一次了，请刷新二维码再扫。",
        "This code has been used once already. Please refresh it and scan again.",
        Remedy.REFRESH,
    ),
    Refusal.TOO_MANY_AT_ONCE: Words(
        "现在扫码的人太多，请等一分钟再扫，或改刷身份证。",
        "Too many codes at the moment. Please wait a minute and scan again, or use your ID card.",
        Remedy.WAIT,
    ),
}
