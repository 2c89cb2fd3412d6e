"""The words of guides 办事指南 and of self-service: what an item accepts, gives and needs (CL-D15, E2, E13, E17, G1).

Knows no rules and no sentences: screens make those. Permanent, like every word of the contract.
"""

from __future__ import annotations

from enum import StrEnum


class Target(StrEnum):
    """服务对象: for whom an item is."""

    PERSON = "person"  # 个人
    COMPANY = "company"  # 法人
    BOTH = "both"


class Proxy(StrEnum):
    """Who may come instead of the person (CL-G1): each word lets in those of the words before it too."""

    NONE = "none"  # nobody: the person comes, or is called on by video or at home
    GUARDIAN = "guardian"  # 法定监护人
    RELATIVE = "relative"  # and 近亲属
    ANY = "any"  # and whoever brings a letter of entrustment


class MadeHere(StrEnum):
    """What can be made in the hall by somebody who did not bring it (没带？旁边可以拍)."""

    PHOTO = "photo"  # 拍照
    COPY = "copy"  # 复印
    PRINT = "print"  # an empty form, or a list that the hall's machines print
    FORM = "form"  # 现场填写


class ResultWay(StrEnum):
    """How a result reaches the applicant (CL-E17)."""

    COUNTER = "counter"  # 窗口领取
    LOCKER = "locker"  # 自助柜
    POST = "post"  # 邮寄


class Hardware(StrEnum):
    """A box that a self-service function needs; named as the devices of a kiosk are (CL-E13)."""

    ID_CARD = "id_card"
    SMART_CARD = "smart_card"
    CODE_SCANNER = "code_scanner"
    RECEIPT_PRINTER = "receipt_printer"
    PAGE_PRINTER = "page_printer"
    DOCUMENT_SCANNER = "document_scanner"
    CAMERA = "camera"
    FACE = "face"
    SPEAKER = "speaker"


class Network(StrEnum):
    """How far a self-service function has to be heard (CL-E13): each needs those before it."""

    NONE = "none"  # the kiosk alone
    HALL = "hall"
    CITY = "city"


class Payment(StrEnum):
    """How a self-service function is paid for (CL-E13)."""

    NONE = "none"
    CODE = "code"  # a payment code on the telephone
    CARD = "card"


class PlaceKind(StrEnum):
    """What a place is that can do what this kiosk cannot."""

    KIOSK = "kiosk"  # another kiosk of this hall
    COUNTER = "counter"
    VENUE = "venue"  # another place (CL-B10)


class Load(StrEnum):
    """How busy another venue is, as it says itself (CL-B10)."""

    IDLE = "idle"  # 空闲
    MODERATE = "moderate"  # 适中
    BUSY = "busy"  # 繁忙
