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
    ONLINE_NOT_HERE = "online_not_here"  # only its own city can read it, and nobody asks the city here
    ONLINE_AWAY = "online_away"  # the city that could read it gives no answer
    NOBODY_NAMED = "nobody_named"  # a good code, shown where somebody must prove who they are
    # what the hall says of a code that was read well
    SLIP_UNKNOWN = "slip_unknown"
    SLIP_NOT_ASKED = "slip_not_asked"  # the hall does not answer
    BOOKING_UNKNOWN = "booking_unknown"
    BOOKING_EARLY = "booking_early"
    BOOKING_OVER = "booking_over"  # or missed already
    BOOKING_CANCELLED = "booking_cancelled"
    BOOKING_NOT_CONFIRMED = "booking_not_confirmed"
    BOOKING_SETTLED = "booking_settled"  # checked in already
    BOOKING_NOT_ASKED = "booking_not_asked"  # the hall does not answer: nobody is checked in
    BOOKING_REFUSED = "booking_refused"  # for a reason that no visitor can mend


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
    CodeReason.ONLINE_NOT_HERE: Words(
        "这台机器还读不了这种码，请改刷身份证，或直接取号。",
        "This machine cannot read this kind of code yet. Please use your ID card, or just take a number.",
        Remedy.OTHER_WAY,
    ),
    CodeReason.ONLINE_AWAY: Words(
        "对方平台没有回话，这个码现在核不了，请改刷身份证，或直接取号。",
        "The service behind this code does not answer now. Please use your ID card, or just take a number.",
        Remedy.OTHER_WAY,
    ),
    CodeReason.NOBODY_NAMED: Words(
        "这个码里没有写您是谁，请刷身份证，或返回直接取号。",
        "This code does not say who you are. Please use your ID card, or go back and just take a number.",
        Remedy.OTHER_WAY,
    ),
    CodeReason.SLIP_UNKNOWN: Words(
        "没有查到这张号票，可能不是今天的，请直接取号。",
        "This slip was not found; it may be of another day. Please just take a number.",
        Remedy.OTHER_WAY,
    ),
    CodeReason.SLIP_NOT_ASKED: Words(
        "大厅没有回话，现在查不到，您的号还在，请看大屏。",
        "The hall does not answer, so this cannot be looked up now. Your number still counts: please watch the screen.",
        Remedy.WAIT,
    ),
    CodeReason.BOOKING_UNKNOWN: Words(
        "没有查到这个预约，请直接取号，一样排队。",
        "This booking was not found. Please just take a number; you are served all the same.",
        Remedy.OTHER_WAY,
    ),
    CodeReason.BOOKING_EARLY: Words(
        "您来早了，还没到报到时间，请到时候再来报到，不想等可以直接取号。",
        "You are early: check-in has not begun. Please check in again then, or just take a number now.",
        Remedy.WAIT,
    ),
    CodeReason.BOOKING_OVER: Words(
        "预约的时间已经过了，没关系，请直接取号。",
        "The time of this booking has passed. That is all right: please just take a number.",
        Remedy.OTHER_WAY,
    ),
    CodeReason.BOOKING_CANCELLED: Words(
        "这个预约已经取消了，请直接取号，一样排队。",
        "This booking was cancelled. Please just take a number; you are served all the same.",
        Remedy.OTHER_WAY,
    ),
    CodeReason.BOOKING_NOT_CONFIRMED: Words(
        "这个预约还在等大厅确认，请到服务台问一下，或直接取号。",
        "The hall has not confirmed this booking yet. Please ask at the service desk, or just take a number.",
        Remedy.OTHER_WAY,
    ),
    CodeReason.BOOKING_SETTLED: Words(
        "这个预约已经取过号了，请看您的号票；票丢了请到服务台，或直接取号。",
        "This booking has its number already. If the slip is lost, please ask at the desk, or just take a number.",
        Remedy.OTHER_WAY,
    ),
    CodeReason.BOOKING_NOT_ASKED: Words(
        "大厅没有回话，现在报不了到，请直接取号，一样排队。",
        "The hall does not answer, so check-in is not possible now. Please take a number; you are served all the same.",
        Remedy.OTHER_WAY,
    ),
    CodeReason.BOOKING_REFUSED: Words(
        "现在办不了报到，请直接取号，或到服务台问一下。",
        "Check-in is not possible now. Please just take a number, or ask at the service desk.",
        Remedy.OTHER_WAY,
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
