"""Made-up visits: for another person, consent, a number that is held, another hall (K7, K16, K25, K32, K33). Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from devices.values.document_scanner import Verdict
from hall_server.contract.item_words import Proxy
from hall_server.contract.items import ReferralReason
from hall_server.contract.visits import Referral
from hall_server.contract.vocabulary import Relation
from kiosk.guides.proxy import may_come
from kiosk.session.behalf import Behalf
from kiosk.session.consent import ConsentWay, Purpose
from kiosk.session.letter import MATERIAL, LetterWay
from kiosk.session.mine import MineStep, MineWay
from kiosk.session.proxy import ProxyWay
from kiosk.session.referring import ReferralWay, SlipStep
from kiosk.session.state import Page, Person
from kiosk.session.typing import Pad, Typed, TypingWay
from kiosk.values import replace

if TYPE_CHECKING:
    from hall_server.contract.messages import TicketView
    from kiosk.session.journey import Way
    from kiosk.session.leaving import Turn
    from kiosk.session.state import Session, Visit

PRINCIPAL = Person(pseudonym="9" * 32, name_mask="李*", number_mask="4321", age=78)
REFERRAL = Referral(
    item="i01",
    reason=ReferralReason.REACH_LOCAL,
    venue="v1",
    name="榕树区政务服务中心",
    address="榕树区健康路 8 号",
    phone="020-00000000",
    hours="周一至周五 9:00–17:00",
)


def _stay(session: Session, *, given: bool) -> Turn:  # noqa: ARG001 - the shape of a consent's answer
    return session, ()


def for_others_examples(idle: Session, visit: Visit, ticket: TicketView) -> dict[str, Session]:
    """One for each page and state."""

    def at(page: Page, way: Way | None, **more: object) -> Session:
        return replace(idle, page=page, visit=replace(visit, way=way, **more))  # type: ignore[arg-type]  # fields of a visit

    def read_as(*verdicts: Verdict) -> LetterWay:
        return LetterWay(scanned=((MATERIAL, verdicts),))

    item = visit.item
    if item is None:
        raise ValueError("the made-up visit has an item")
    alone = msgspec.structs.replace(
        item, proxy=Proxy.NONE, proxy_note="要本人签字，别人代不了", by_video=True, at_home=True
    )
    other = msgspec.structs.replace(ticket, id="00000000-0000-4000-8000-00000000a043", label="H017")
    held = MineWay(ticket.id, came_from=Page.SERVICES)
    names = ("居民身份证", "居民户口簿", "不动产权证书")
    consent = ConsentWay(Purpose((item.id,), names, names), _stay, came_from=Page.CONFIRM)
    mother = Behalf(Relation.RELATIVE, PRINCIPAL)
    by_letter, letter = Behalf(Relation.MANDATE, PRINCIPAL), LetterWay()
    return {
        "relation": at(Page.RELATION, ProxyWay()),
        "relation_refused": at(
            Page.RELATION, ProxyWay(Relation.RELATIVE, may_come(alone, Relation.RELATIVE)), item=alone
        ),
        "relation_way_printed": at(
            Page.RELATION,
            ProxyWay(Relation.RELATIVE, may_come(alone, Relation.RELATIVE), slip=SlipStep.PRINTED),
            item=alone,
        ),
        "principal": at(Page.PRINCIPAL, ProxyWay(Relation.MANDATE, may_come(item, Relation.MANDATE))),
        "principal_own_again": at(Page.PRINCIPAL, ProxyWay(Relation.RELATIVE, own_again=True)),
        "letter": at(Page.LETTER, LetterWay(), behalf=by_letter),
        "letter_seen": at(Page.LETTER, read_as(Verdict.GOOD, Verdict.GOOD), behalf=by_letter),
        "letter_odd": at(Page.LETTER, read_as(Verdict.GOOD, Verdict.GLARE), behalf=by_letter),
        "letter_to_bring": replace(
            at(Page.LETTER, LetterWay(), behalf=by_letter), devices=replace(idle.devices, document_scanner=False)
        ),
        "letter_scan": at(
            Page.APPLY_SCAN, replace(letter, material=MATERIAL, lit=True, by_itself=True), behalf=by_letter
        ),
        "company": at(
            Page.COMPANY, TypingWay(Typed.COMPANY, came_from=Page.RELATION, pad=Pad.LETTERS, text="91440101MA59")
        ),
        "confirm_for_other": at(Page.CONFIRM, None, for_other=True, behalf=mother),
        "confirm_company": at(Page.CONFIRM, None, behalf=Behalf(Relation.MANDATE, organisation="木棉餐饮")),
        "consent": at(Page.CONSENT, consent),
        "has_ticket": at(Page.HAS_TICKET, held, mine=(ticket,)),
        "has_ticket_two": at(Page.HAS_TICKET, replace(held, step=MineStep.PRINTED), mine=(ticket, other)),
        "has_ticket_sure": at(Page.HAS_TICKET, replace(held, step=MineStep.SURE), mine=(ticket,)),
        "has_ticket_dropped": at(Page.HAS_TICKET, replace(held, step=MineStep.DROPPED), mine=(ticket,)),
        "referral": at(Page.REFERRAL, ReferralWay(REFERRAL)),
        "referral_printed": at(Page.REFERRAL, ReferralWay(REFERRAL, slip=SlipStep.PRINTED)),
    }
