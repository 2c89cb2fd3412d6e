"""What visitors are told about identities: one Chinese and one English sentence for each reason. The one table.

A sentence says what to do next, names no number and blames nobody. Codes are permanent.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from hall_server.contract.identity.assurance import Assurance, Lack
from hall_server.contract.identity.identity import Missing


class Sentence(NamedTuple):
    """The same in two languages."""

    zh: str
    en: str


class Reason(StrEnum):
    """Why something that was meant to name somebody does not."""

    WRONG_CHECK_DIGIT = "wrong_check_digit"
    WRONG_LENGTH = "wrong_length"
    UNKNOWN_FORM = "unknown_form"
    BIRTH_IMPOSSIBLE = "birth_impossible"
    BIRTH_IN_FUTURE = "birth_in_future"
    OLD_FIFTEEN = "old_fifteen"
    STATE_NEEDED = "state_needed"
    STRIP_UNREADABLE = "strip_unreadable"
    STRIP_INCOMPLETE = "strip_incomplete"
    STRIP_OF_VISA = "strip_of_visa"
    NOT_TAKEN_HERE = "not_taken_here"


class Caution(StrEnum):
    """What is odd about an identity that is claimed all the same, or was not checked."""

    NUMBER_NOT_CHECKED = "number_not_checked"  # this kind of number has no check digit
    CODE_FAILS_CHECK = "code_fails_check"  # an early 统一社会信用代码 may
    REGISTRAR_UNKNOWN = "registrar_unknown"  # first two characters of a code that GB 32100 does not list
    LOOKALIKE_READ = "lookalike_read"  # a letter stood where only a digit can, or the reverse: taken for its like
    BIRTH_NOT_READ = "birth_not_read"
    EXPIRY_NOT_READ = "expiry_not_read"
    OPTIONAL_NOT_CHECKED = "optional_not_checked"  # data of the issuing state's own
    COMPOSITE_NOT_CHECKED = "composite_not_checked"
    EXPIRED = "expired"
    CARD_PREFERRED = "card_preferred"  # bookings made with the identity card are not found by this document


REASONS: dict[Reason, Sentence] = {
    Reason.WRONG_CHECK_DIGIT: Sentence(
        "号码对不上，可能有一位不对，请核对后再试一次。",
        "The number does not add up: one character may be wrong. Please check it and try again.",
    ),
    Reason.WRONG_LENGTH: Sentence(
        "位数不对，请对照证件再输一次。", "The number of characters is not right. Please compare it with the document."
    ),
    Reason.UNKNOWN_FORM: Sentence(
        "这不像所选证件的号码，请核对号码，或换一种证件。",
        "This does not look like a number of that document. Please check it, or choose another document.",
    ),
    Reason.BIRTH_IMPOSSIBLE: Sentence(
        "号码里的出生日期不存在，请核对后再试一次。",
        "There is no such date of birth. Please check the number and try again.",
    ),
    Reason.BIRTH_IN_FUTURE: Sentence(
        "号码里的出生日期还没到，请核对后再试一次。",
        "The date of birth lies in the future. Please check the number and try again.",
    ),
    Reason.OLD_FIFTEEN: Sentence(
        "这是15位的旧号码，请输入18位的公民身份号码，或直接刷身份证。",
        "This is an old number of 15 digits. Please give the number of 18 digits, or use your identity card.",
    ),
    Reason.STATE_NEEDED: Sentence(
        "请先选择护照的签发国家或地区。", "Please choose first which country or region issued the passport."
    ),
    Reason.STRIP_UNREADABLE: Sentence(
        "没有读清证件下方的机读码，请把证件放平再试一次。",
        "The lines at the bottom could not be read. Please lay the document flat and try again.",
    ),
    Reason.STRIP_INCOMPLETE: Sentence(
        "机读码没有读全，请让证件的整页进入框内。",
        "Part of the lines is missing. Please put the whole page inside the frame.",
    ),
    Reason.STRIP_OF_VISA: Sentence(
        "这是签证页，请翻到护照有照片的一页。", "This is a visa. Please open the passport at the page with the photo."
    ),
    Reason.NOT_TAKEN_HERE: Sentence(
        "这种证件这里读不了，请换护照等证件，或到窗口办理。",
        "This document cannot be read here. Please use a passport, or go to any counter.",
    ),
}

CAUTIONS: dict[Caution, Sentence] = {
    Caution.NUMBER_NOT_CHECKED: Sentence(
        "这种号码没有校验位，请再核对一遍。", "This kind of number cannot check itself. Please look at it once more."
    ),
    Caution.CODE_FAILS_CHECK: Sentence(
        "代码没有通过校验，早期发的代码可能这样，请再核对一遍。",
        "The code fails its check, as some early ones do. Please look at it once more.",
    ),
    Caution.REGISTRAR_UNKNOWN: Sentence(
        "代码的登记机关没有认出来，请再核对一遍。",
        "The registration authority in the code is not known here. Please look at it once more.",
    ),
    Caution.LOOKALIKE_READ: Sentence(
        "有的字母和数字形状相近，已按合理的读法改正，请核对。",
        "A letter and a digit look alike and were put right. Please check.",
    ),
    Caution.BIRTH_NOT_READ: Sentence("没有读出出生日期。", "The date of birth could not be read."),
    Caution.EXPIRY_NOT_READ: Sentence("没有读出有效期。", "The date of expiry could not be read."),
    Caution.OPTIONAL_NOT_CHECKED: Sentence(
        "签发机关自定的内容没有核对。", "What the issuing authority added was not checked."
    ),
    Caution.COMPOSITE_NOT_CHECKED: Sentence("机读码的总校验没有核对。", "The check over all lines was not made."),
    Caution.EXPIRED: Sentence(
        "证件过了有效期，可以先取号，办理时请以窗口说明为准。",
        "The document has expired. You may take a number; the counter will tell you what is needed.",
    ),
    Caution.CARD_PREFERRED: Sentence(
        "用身份证预约的，请刷身份证。", "If you booked with your identity card, please use that card."
    ),
}

LACKS: dict[Lack, Sentence] = {
    Lack.WANTS_CODE: Sentence(
        "办这件事请出示手机上的动态码，或刷身份证，也可以到窗口办理。",
        "For this, please show the code on your phone, use your identity card, or go to any counter.",
    ),
    Lack.WANTS_CARD: Sentence(
        "办这件事请刷身份证件原件，也可以到窗口办理。",
        "For this, please use your original identity card, or go to any counter.",
    ),
    Lack.WANTS_FACE: Sentence(
        "办这件事要核对本人：可以刷证后刷脸，也可以到窗口由工作人员核对。",
        "For this, somebody has to see that it is you: by card and camera, or by the staff of any counter.",
    ),
}

MISSINGS: dict[Missing, Sentence] = {
    Missing.ORGANISATION: Sentence(
        "请出示电子营业执照，或输入统一社会信用代码。",
        "Please show the electronic business licence, or give the organisation's code.",
    ),
    Missing.AGENT: Sentence(
        "请经办人出示本人的证件。", "Whoever acts for the organisation: please show your own document."
    ),
}

LEVELS: dict[Assurance, Sentence] = {
    Assurance.L1: Sentence("本人说明", "as declared"),
    Assurance.L2: Sentence("动态码核验", "by a signed code"),
    Assurance.L3: Sentence("证件原件核验", "by the original document"),
    Assurance.L4: Sentence("证件和本人核验", "by the original document and the face"),
}
