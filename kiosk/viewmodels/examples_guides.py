"""Made-up visits on the way to an item: what to bring (UI-K12). Pure; items as halls have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace as changed

from hall_server.contract.catalogue import ItemView, Material, SituationView, StepView
from hall_server.contract.guides import AnswerView, BundleView, LeafView, QuestionView
from hall_server.contract.item_words import MadeHere
from hall_server.contract.licence_visits import ConsentState, HeldState, LicencesFound, MaterialHeld
from kiosk.session.bundling import BundleWay
from kiosk.session.guiding import GuidesWay, GuideWay, Order
from kiosk.session.papers import PaperFault
from kiosk.session.prechecking import PrecheckWay
from kiosk.session.printouts import Come, Printout
from kiosk.session.searching import SearchWay
from kiosk.session.state import Page, Visit
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.journey import Way
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

_LOOKED = ItemView(
    id="i01",
    name="广东省居住证申领",
    name_en="Residence permit, application",
    theme="来穗入户",
    queue="H",
    materials=(
        _CARD,
        _PHOTO,
        Material("m_deed", "不动产权证", tolerable=False, licence="不动产权证"),
        Material("m_hk", "户口簿", tolerable=False, licence="户口簿"),
    ),
)
_FOUND = LicencesFound(
    "v",
    ConsentState.GIVEN,
    looking=False,
    bring=3,
    materials=(MaterialHeld("m_deed", "不动产权证", HeldState.HELD, "不动产权证"),),
)
_TOLD = ItemView(
    id="i91",
    name="残疾人证新办",
    name_en="Disability certificate, new",
    theme="助残",
    queue="H",
    place="二楼 A 区",
    department="木棉区残疾人联合会",
    materials=(_CARD, _PHOTO, _BANK),
    plain="先到指定医院做残疾评定，再带身份证和照片来办。医院把评定表传过来的，不用自己带。办好后，证件可以邮寄，也可以来取。",
    promise_days=10,
    legal_days="20",
    fee="免费",
    special_steps=(StepView("医院评定", "15d"),),
    guide_from="2026-09-01",
    pinyin="can ji ren zheng xin ban",
    initials="cjrzxb",
)
_ONLINE = changed(_TOLD, id="i92", name="残疾人证换领", online="https://portal.example/i92")
_BUNDLE = BundleView(
    id="b_retire",
    name="职工退休“一件事”",
    name_en="Retirement",
    items=("i05", "i15"),
    theme="社会保障",
    pinyin="zhi gong tui xiu · yi jian shi ·",
    initials="zgtx·yjs·",
    first="paid",
    questions=(
        QuestionView("paid", "已经在领养老金了吗？", (AnswerView("还没领", "both"), AnswerView("在领了", "none"))),
    ),
    leaves=(
        LeafView("both", ("i05", "i15"), "两件事一个号，在同一个窗口办完。", ("医院开的证明",)),
        LeafView("none", (), "养老金的事到社保局办，这里可以帮您问。", ("社保局",)),
    ),
)
_SEARCHED = tuple(
    ItemView(f"i8{number}", name, "社会保障", queue, pinyin=pinyin, initials="".join(one[0] for one in pinyin.split()))
    for number, (name, queue, pinyin) in enumerate(
        (
            ("社保卡挂失补换", "E", "she bao ka gua shi bu huan"),
            ("社保卡申领", "E", "she bao ka shen ling"),
            ("社保卡密码重置", "L", "she bao ka mi ma chong zhi"),
        )
    )
)
_FIRST = {"社": "she", "广": "guang", "领": "ling", "不": "bu", "基": "ji", "居": "ju", "灵": "ling", "个": "ge"}


def _read(item: ItemView) -> ItemView:
    """With the reading of its first sign, which is all that a list by letters needs."""
    return item if item.pinyin else changed(item, pinyin=_FIRST.get(item.name[0], "zu"))


def guide_examples(idle: Session) -> dict[str, Session]:
    """A question, a list of one thing, a longer one, and what is lacking."""
    told = () if idle.catalogue is None else (*_SEARCHED, _TOLD, _ONLINE, *map(_read, idle.catalogue.items))
    with_guide = replace(
        idle, catalogue=None if idle.catalogue is None else changed(idle.catalogue, items=told, bundles=(_BUNDLE,))
    )

    def on(page: Page, way: Way) -> Session:
        return replace(with_guide, page=page, visit=Visit(started_at=idle.now, way=way))

    def at(page: Page, item: ItemView, **more: object) -> Session:
        way = replace(PrecheckWay(items=(item,)), **more)  # type: ignore[arg-type]  # fields of a way
        return replace(idle, page=page, visit=Visit(started_at=idle.now, item=item, way=way))

    def looked(ago_s: float, found: LicencesFound | None) -> Session:
        session = at(Page.PRECHECK, _LOOKED, asked_at=idle.now - ago_s)
        return replace(session, visit=replace(session.current_visit(), consented=True, licences=found))

    return {
        "situation": at(Page.SITUATION, _ITEM),
        "situation_many": at(Page.SITUATION, _ITEM, answers=("no",)),
        "precheck": at(Page.PRECHECK, _FEW),
        "precheck_offer": at(Page.PRECHECK, _LOOKED),
        "precheck_looking": looked(1.0, None),
        "precheck_found": looked(4.0, _FOUND),
        "precheck_away": looked(20.0, None),
        "card_look_up": at(Page.CARD, _LOOKED, looks_up=True),
        "precheck_long": at(Page.PRECHECK, _ITEM, answers=("", "")),
        "precheck_lacking": at(Page.PRECHECK, _ITEM, answers=("", ""), lacking=True),
        "guides": on(Page.GUIDES, GuidesWay()),
        "guides_letters": on(Page.GUIDES, GuidesWay(Order.LETTER)),
        "guides_themes": on(Page.GUIDES, GuidesWay(Order.THEME)),
        "guides_theme": on(Page.GUIDES, GuidesWay(Order.THEME, "社会保障")),
        "guide_online": on(Page.GUIDE, GuideWay(item_id=_ONLINE.id)),
        "guide": on(Page.GUIDE, GuideWay(item_id=_TOLD.id)),
        "guide_last": on(Page.GUIDE, GuideWay(item_id=_TOLD.id, page=1)),
        "guide_unwritten": on(Page.GUIDE, GuideWay(item_id="i81")),
        "guide_printed": on(Page.GUIDE, GuideWay(item_id=_TOLD.id, printout=Printout("1", Come.DONE))),
        "guide_jam": on(
            Page.GUIDE, GuideWay(item_id=_TOLD.id, page=1, printout=Printout("1", Come.VOID, fault=PaperFault.JAM))
        ),
        "guides_bundles": on(Page.GUIDES, GuidesWay(Order.BUNDLE)),
        "bundle": on(Page.BUNDLE, BundleWay(_BUNDLE.id)),
        "leaf": on(Page.LEAF, BundleWay(_BUNDLE.id, path=(0,))),
        "leaf_elsewhere": on(Page.LEAF, BundleWay(_BUNDLE.id, path=(1,))),
        "search": on(Page.SEARCH, SearchWay(Page.SERVICES, "SBK")),
        "search_bundle": on(Page.SEARCH, SearchWay(Page.SERVICES, "ZGTX")),
        "services_bundle": replace(with_guide, page=Page.SERVICES, visit=Visit(started_at=idle.now, theme="社会保障")),
        "search_begun": on(Page.SEARCH, SearchWay(Page.SERVICES)),
        "search_nothing": on(Page.SEARCH, SearchWay(Page.SERVICES, "QQQQ")),
        "precheck_nothing": at(Page.PRECHECK, ItemView("i09", "个人权益记录查询", "社会保障", "E", (_HOUSE, _SOCIAL))),
    }
