"""Made-up visits on the way to an item: what to bring (UI-K12). Pure; items as halls have them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hall_server.contract.catalogue import ItemView, Material, SituationView
from hall_server.contract.item_words import MadeHere
from kiosk.session.prechecking import PrecheckWay
from kiosk.session.state import Page, Visit

if TYPE_CHECKING:
    from kiosk.session.state import Session

_CARD = Material("m_id", "居民身份证", tolerable=False, licence="居民身份证", picture="id_card")
_PHOTO = Material(
    "m_photo", "一寸照片 1 张", tolerable=False, made_here=MadeHere.PHOTO, note="白底、半年内拍的", picture="photo"
)
_HOUSE = Material("m_live", "房产证", tolerable=False, issued_by_gov=True, picture="licence")
_SOCIAL = Material("m_ss", "社保缴费记录", tolerable=False, issued_by_gov=True)
_BANK = Material("m_bank", "银行账户", tolerable=True, note="自己名下的")
_ASKED = (
    SituationView("photo", "半年内在派出所拍过证件照吗？", (("yes", "拍过"), ("no", "没拍过")), (("m_photo",), ())),
    SituationView(
        "live",
        "您住的房子是谁的？",
        (("own", "自己的"), ("rent", "租的"), ("family", "家里人的"), ("work", "单位宿舍")),
        ((), ("m_live",), ("m_live",), ("m_live",)),
    ),
)
_ITEM = ItemView(
    id="i01",
    name="广东省居住证申领",
    name_en="Residence permit, application",
    theme="来穗入户",
    queue="H",
    materials=(_CARD, _PHOTO, _HOUSE, _SOCIAL, _BANK),
    situations=_ASKED,
)
_FEW = ItemView(
    id="i01",
    name="广东省居住证申领",
    name_en="Residence permit, application",
    theme="来穗入户",
    queue="H",
    materials=(_PHOTO, _HOUSE, _SOCIAL),
)


def guide_examples(idle: Session) -> dict[str, Session]:
    """A question, a list of one thing, a longer one, and what is lacking."""

    def at(page: Page, item: ItemView, **more: object) -> Session:
        way = replace(PrecheckWay((item,), came_from=Page.SERVICES), **more)  # type: ignore[arg-type]  # fields of a way
        return replace(idle, page=page, visit=Visit(started_at=idle.now, item=item, way=way))

    return {
        "situation": at(Page.SITUATION, _ITEM),
        "situation_many": at(Page.SITUATION, _ITEM, answers=("no",)),
        "precheck": at(Page.PRECHECK, _FEW),
        "precheck_long": at(Page.PRECHECK, _ITEM, answers=("", "")),
        "precheck_lacking": at(Page.PRECHECK, _ITEM, answers=("", ""), lacking=True),
        "precheck_nothing": at(Page.PRECHECK, ItemView("i09", "个人权益记录查询", "社会保障", "E", (_HOUSE, _SOCIAL))),
    }
