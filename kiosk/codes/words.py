"""Why a code is refused and what the visitor is told: the one table for every recogniser's every reason.

Sentences of reference codes come from their own home (`contract.codes.refusals`), those of documents' numbers from
theirs (`contract.identity.words`), but for the reasons about a number: there the sentence asks people to compare what
they have typed, and nobody has typed a code. Each says what to do next; a code is never the only way to a number.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from hall_server.contract.codes.refusals import WORDS as REFUSALS
from hall_server.contract.codes.refusals import Refusal, Remedy, Words
from hall_server.contract.identity.words import REASONS, Reason

if TYPE_CHECKING:
    from collections.abc import Mapping


class CodeReason(StrEnum):
    """Reasons of the registry itself, and of codes that have no table elsewhere. Permanent, and unlike all others."""

    EMPTY = "empty"
    OVERSIZE = "oversize"  # more than the largest code can hold
    CONTROL_CHARACTERS = "control_characters"
    NOT_TEXT = "not_text"  # neither UTF-8 nor GB 18030
    UNPROVED = "unproved"  # the scanner is not sure of the bytes, and no signature proves them
    UNKNOWN_CODE = "unknown_code"  # nobody claims it
    SLIP_NOT_WHOLE = "slip_not_whole"
    BOOKING_NOT_WHOLE = "booking_not_whole"
    ADDRESS_NOT_LISTED = "address_not_listed"


AnyReason: TypeAlias = CodeReason | Refusal | Reason

_OWN: Mapping[AnyReason, Words] = {
    CodeReason.EMPTY: Words(
        "没有读到内容，请把码对准扫码口再试一次。",
        "Nothing was read. Please hold the code to the reader once more.",
        Remedy.AGAIN,
    ),
    CodeReason.OVERSIZE: Words(
        "这个码内容太多，不是取号用的，请换一个码，或直接取号。",
        "This code holds too much to be one for this hall. Please show another, or just take a number.",
        Remedy.OTHER_CODE,
    ),
    CodeReason.CONTROL_CHARACTERS: Words(
        "这个码是给机器用的，请出示手机上的办事码，或直接取号。",
        "This code is made for machines. Please show the one on your phone, or just take a number.",
        Remedy.OTHER_CODE,
    ),
    CodeReason.NOT_TEXT: Words(
        "这个码里没有文字，这里读不了，请换一个码，或直接取号。",
        "There is no text in this code. Please show another one, or just take a number.",
        Remedy.OTHER_CODE,
    ),
    CodeReason.UNPROVED: Words(
        "没有看清这个码，请把屏幕调亮，放平再扫一次。",
        "The code could not be seen well. Please brighten the screen, hold it flat and scan again.",
        Remedy.AGAIN,
    ),
    CodeReason.UNKNOWN_CODE: Words(
        "这个码我们不认识，请改刷身份证，或直接取号。",
        "We do not know this code. Please use your ID card, or just take a number.",
        Remedy.OTHER_WAY,
    ),
    CodeReason.SLIP_NOT_WHOLE: Words(
        "号票上的码没有读完整，请放平再扫一次，或请工作人员看一下。",
        "The code on the slip did not come through whole. Please hold it flat and scan again, or ask the staff.",
        Remedy.AGAIN,
    ),
    CodeReason.BOOKING_NOT_WHOLE: Words(
        "预约码没有读完整，请放平再扫一次，或刷预约时用的证件。",
        "The booking code did not come through whole. Please scan it again, or use the document that you booked with.",
        Remedy.AGAIN,
    ),
    CodeReason.ADDRESS_NOT_LISTED: Words(
        "这是一个链接，这里不会打开它，请出示办事用的码，或直接取号。",
        "This is a link, and nothing is opened here. Please show another code, or just take a number.",
        Remedy.OTHER_CODE,
    ),
}

_SCANNED: Mapping[AnyReason, Words] = {  # numbers that nobody has typed
    Reason.WRONG_CHECK_DIGIT: Words(
        "码里的号码对不上，请改刷证件，或直接取号。",
        "The number in this code does not add up. Please use the document itself, or just take a number.",
        Remedy.OTHER_WAY,
    ),
    Reason.WRONG_LENGTH: Words(
        "码里的号码位数不对，请改刷证件，或直接取号。",
        "The number in this code is too long or too short. Please use the document itself, or just take a number.",
        Remedy.OTHER_WAY,
    ),
    Reason.BIRTH_IMPOSSIBLE: Words(
        "码里的出生日期不存在，请改刷证件，或直接取号。",
        "The date of birth in this code does not exist. Please use the document itself, or just take a number.",
        Remedy.OTHER_WAY,
    ),
    Reason.BIRTH_IN_FUTURE: Words(
        "码里的出生日期还没到，请改刷证件，或直接取号。",
        "The date of birth in this code lies in the future. Please use the document itself, or just take a number.",
        Remedy.OTHER_WAY,
    ),
    Reason.OLD_FIFTEEN: Words(
        "码里是15位的旧号码，请改刷身份证，或直接取号。",
        "This code holds an old number of 15 digits. Please use your ID card, or just take a number.",
        Remedy.OTHER_WAY,
    ),
}

_DOCUMENTS: Mapping[Reason, Remedy] = {  # the sentence is the documents' own
    Reason.UNKNOWN_FORM: Remedy.OTHER_WAY,
    Reason.STATE_NEEDED: Remedy.OTHER_WAY,
    Reason.STRIP_UNREADABLE: Remedy.AGAIN,
    Reason.STRIP_INCOMPLETE: Remedy.AGAIN,
    Reason.STRIP_OF_VISA: Remedy.AGAIN,
    Reason.NOT_TAKEN_HERE: Remedy.OTHER_WAY,
}

WORDS: Mapping[AnyReason, Words] = {
    **dict[AnyReason, Words](REFUSALS.items()),
    **dict[AnyReason, Words]((reason, Words(*REASONS[reason], remedy)) for reason, remedy in _DOCUMENTS.items()),
    **_SCANNED,
    **_OWN,
}
