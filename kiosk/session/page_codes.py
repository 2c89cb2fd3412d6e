"""By what code the interface plan and the greeter's list name a screen (UI-K1 …): no words, nothing of a visitor."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.session.state import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

CODES: Mapping[Page, str] = MappingProxyType(
    {
        Page.STARTING: "K0",
        Page.HOME: "K1",
        Page.SERVICES: "K3",
        Page.BUNDLE: "K34",
        Page.LEAF: "K34",
        Page.PLAN: "K23",
        Page.MORE: "K1",
        Page.ELSEWHERE: "K36",
        Page.ANY_HOUR: "K37",
        Page.LINKS: "K38",
        Page.LINK: "K38",
        Page.SEARCH: "K14s",
        Page.GUIDES: "K14",
        Page.GUIDE: "K14d",
        Page.SITUATION: "K12",
        Page.PRECHECK: "K12",
        Page.CARD: "K5",
        Page.NUMBER: "K6",
        Page.RELATION: "K7",
        Page.PRINCIPAL: "K7",
        Page.LETTER: "K7",
        Page.COMPANY: "K32",
        Page.CONSENT: "K25",
        Page.HAS_TICKET: "K16",
        Page.REFERRAL: "K33",
        Page.CONFIRM: "K8",
        Page.PHONE: "K35",
        Page.CHECKING: "K11",
        Page.BOOKINGS: "K11",
        Page.TICKET_STATE: "K16",
        Page.CODE_REFUSED: "K11",
        Page.PRINTING: "K9",
        Page.TICKET: "K10",
        Page.PAPER_OUT: "K20p",
        Page.ASK_SLIP: "K20p",
        Page.PROGRESS: "K13",
        Page.CASE_NUMBER: "K13",
        Page.CASES: "K13",
        Page.CASE: "K13",
        Page.CERTIFICATE_CARD: "K15",
        Page.CERTIFICATE_CONSENT: "K25",
        Page.CERTIFICATES: "K15a",
        Page.CERTIFICATE: "K15b",
        Page.CERTIFICATE_PAPER: "K15c",
        Page.CERTIFICATE_PHONE: "K15",
        Page.APPLY: "K26",
        Page.APPLY_CARD: "K26",
        Page.APPLY_MATERIALS: "K26",
        Page.APPLY_SCAN: "K26",
        Page.APPLY_BLACKEN: "K26",
        Page.APPLY_FORM: "K27",
        Page.APPLY_FIELD: "K27",
        Page.APPLY_DELIVERY: "K27",
        Page.APPLY_CHECK: "K27",
        Page.APPLY_SENDING: "K28",
        Page.APPLY_RECEIPT: "K28",
        Page.HELP: "K17",
        Page.STAFF_PIN: "K24",
        Page.STAFF: "K24",
        Page.STAFF_FIND: "K24",
        Page.STAFF_NUMBER: "K24",
        Page.WAYS: "K17",
        Page.REMOTE: "K29",
        Page.COMPLAINT: "K30",
        Page.RATING: "K31",
        Page.BUSY: "K20s",
        Page.CLEARED: "K19",
        Page.OUT_OF_SERVICE: "K21",
    }
)
