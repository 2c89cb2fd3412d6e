"""Made-up visits with a telephone to be told by (UI-K35). Pure; the numbers are nobody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.telephones import PhoneRegion
from kiosk.session.phone import Phone, Told
from kiosk.session.phoning import PhoneWay
from kiosk.session.state import Page
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.state import Session, Visit

MAINLAND = Phone("+8613800135678")
HONG_KONG = Phone("+85251237788")


def phone_examples(confirm: Session, ticket: Session) -> dict[str, Session]:
    """A number as it grows, whole, odd; one that was left; the hall away; what the check and the ticket say of it."""

    def at(text: str, region: PhoneRegion = PhoneRegion.MAINLAND, *, asked: bool = True) -> Session:
        visit = replace(confirm.current_visit(), way=PhoneWay(Page.CONFIRM, region, text, asked=asked))
        return replace(confirm, page=Page.PHONE, visit=visit)

    known = at("", asked=False)
    return {
        "phone": at("1380013"),
        "phone_whole": at("51237788", PhoneRegion.HONG_KONG),
        "phone_odd": at("5123", PhoneRegion.MACAU),
        "phone_known": replace(known, visit=_with(known, HONG_KONG)),
        "phone_away": replace(at(""), online=False),
        "confirm_phone": replace(confirm, visit=_with(confirm, MAINLAND)),
        "ticket_phone": replace(ticket, visit=_with(ticket, replace(MAINLAND, told=Told.HEARD))),
        "ticket_phone_unheard": replace(ticket, visit=_with(ticket, replace(HONG_KONG, told=Told.UNHEARD))),
    }


def _with(session: Session, phone: Phone) -> Visit:
    return replace(session.current_visit(), phone=phone)
