"""Made-up applications for UI-K26 to K28. Pure; they are nobody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace as changed

from devices.values.document_scanner import Verdict
from hall_server.contract.applications import ApplicationBegun, ApplicationReceipt
from hall_server.contract.catalogue import ItemView, Material
from hall_server.contract.city.applications import BoxKey
from hall_server.contract.city.progress import CaseState
from hall_server.contract.guides import PlaceView, ServiceView
from hall_server.contract.item_words import Hardware, Network, PlaceKind, ResultWay
from hall_server.contract.licence_visits import ConsentState, FilledField, HeldState, LicencesFound, MaterialHeld
from hall_server.contract.visits import MaterialNeed
from kiosk.session.apply_way import ApplyFault, ApplyWay
from kiosk.session.guiding import GuideWay
from kiosk.session.papers import PaperFault
from kiosk.session.prechecking import PrecheckWay
from kiosk.session.printouts import Come, Printout
from kiosk.session.scans import Blot, ScanFault
from kiosk.session.state import Page, Session, Visit
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.state import Person

_ID = "00000000-0000-4000-8000-00000000a101"
_CARD = Material("m_id", "居民身份证", tolerable=False, licence="居民身份证", picture="id_card")
_PERMIT = Material("m_rp", "居住证", tolerable=False, licence="居住证", picture="licence")
_LEASE = Material("m_lease", "租房合同", tolerable=False)
_WORK = Material("m_work", "就业证明", tolerable=True)
_ITEM = ItemView(
    id="i02",
    name="广东省居住证签注",
    name_en="Residence permit, yearly endorsement",
    theme="来穗入户",
    queue="H",
    place="二楼 A 区",
    department="木棉区来穗人员服务中心",
    materials=(_CARD, _PERMIT, _LEASE, _WORK),
    plain="居住证每年签注一次。满一年前 30 天内来办，带身份证和居住证，当场办好。",
    promise_days=3,
    fee="免费",
    result_ways=(ResultWay.COUNTER, ResultWay.LOCKER, ResultWay.POST),
)
_SERVICE = ServiceView(
    id="apply",
    name="自助申报",
    items=("i02",),
    hardware=(Hardware.ID_CARD, Hardware.DOCUMENT_SCANNER, Hardware.RECEIPT_PRINTER),
    network=Network.CITY,
    elsewhere=(PlaceView(PlaceKind.KIOSK, "K2", "2 号机", "二楼 A 区"),),
)
_BEGUN = ApplicationBegun(
    application=_ID,
    item="i02",
    item_name=_ITEM.name,
    key=BoxKey("example", b"0"),
    expires_at=0,
    piece_max=1,
    part_max=1,
    total_max=1,
    materials=tuple(MaterialNeed(one.id, one.name, one.tolerable, one.licence) for one in _ITEM.materials),
    held=("m_id",),
    form_fields=("name", "id_number", "residence_address", "ethnic_group", "card_number", "organisation"),
    deliveries=_ITEM.result_ways,
)
_FOUND = LicencesFound(
    visit="v",
    consent=ConsentState.GIVEN,
    looking=False,
    bring=2,
    materials=(MaterialHeld("m_id", "居民身份证", HeldState.HELD, "居民身份证"),),
    fields=(
        FilledField("name", "姓名", "陈样明", "居民身份证 电子证照"),
        FilledField("id_number", "公民身份号码", "440106196001010018", "居民身份证 电子证照"),
        FilledField("residence_address", "居住地址", "广州市木棉区新安路 8 号 302 房", "居住证 电子证照"),
        FilledField("ethnic_group", "民族", "汉", "居民身份证 电子证照"),
        FilledField("card_number", "证照号码", "J20260042", "居住证 电子证照"),
    ),
)
_RECEIPT = ApplicationReceipt(
    application=_ID,
    number="4401-20261016-0042",
    item="i02",
    item_name=_ITEM.name,
    state=CaseState.RECEIVED,
    at=0,
    accepting="木棉区来穗人员服务中心",
    deciding="广州市公安局木棉区分局",
    promise_days=3,
    delivery=ResultWay.LOCKER,
    pages=3,
    by_licence=("居民身份证",),
    later=("就业证明",),
    contact="12345",
)
_GOOD = Verdict.GOOD
_BLOTS = (Blot(0, 250, 1000, 334), Blot(420, 560, 900, 640))
_WAY = ApplyWay(item_id="i02", came_from=Page.PRECHECK, proved=True, visit="v", fresh="f")


def applying_examples(idle: Session, person: Person, at_us: int) -> dict[str, Session]:
    """Every page of the journey, and what may go wrong on it."""
    told = idle.catalogue
    if told is not None:
        items = (*(one for one in told.items if one.id != "i02"), _ITEM)
        idle = replace(idle, catalogue=changed(told, items=items, services=(_SERVICE,)), kiosk_id="K1")
    listed = replace(_WAY, begun=_BEGUN, begun_at=idle.now - 60)
    some = replace(listed, scanned=(("m_rp", (_GOOD, _GOOD)),))
    whole = replace(some, scanned=(*some.scanned, ("m_lease", (_GOOD, _GOOD, Verdict.BLUR))))
    scanning = replace(some, material="m_lease", lit=True, by_itself=True, sees=Verdict.NO_PAGE, scanned=some.scanned)
    three = replace(scanning, scanned=(*some.scanned, ("m_lease", (_GOOD, Verdict.BLUR, _GOOD))), sees=_GOOD)
    taken = ApplyWay(item_id="i02", receipt=changed(_RECEIPT, due_at=at_us + 3 * 86_400_000_000))
    sending = replace(whole, look="x", asked_at=idle.now - 1, per_cent=42)

    def at(page: Page, way: ApplyWay) -> Session:
        visit = Visit(started_at=idle.now, item=_ITEM, way=way, person=person, consented=True, licences=_FOUND)
        return replace(idle, page=page, visit=visit, page_ends_at=idle.now + 7 if way.look else None)

    def asked(way: ApplyWay) -> Session:
        visit = Visit(started_at=idle.now, item=_ITEM, way=way)
        return replace(idle, page=Page.APPLY, visit=visit, page_ends_at=idle.now + 7 if way.look else None)

    def scan(way: ApplyWay, sees: Verdict | None = None, fault: ScanFault | None = None) -> Session:
        return at(Page.APPLY_SCAN, replace(way, sees=sees or way.sees, scan_fault=fault, lit=fault is None))

    many = (_GOOD, _GOOD, Verdict.GLARE, _GOOD, _GOOD, _GOOD, _GOOD)
    field, form = replace(whole, field="phone", text="1380000"), replace(whole, edits=(("residence_address", ""),))
    precheck = PrecheckWay(items=(_ITEM,))
    no_scanner = replace(idle, devices=replace(idle.devices, document_scanner=False))
    return {
        "guide_apply": replace(idle, page=Page.GUIDE, visit=Visit(started_at=idle.now, way=GuideWay(item_id="i02"))),
        "precheck_apply": replace(idle, page=Page.PRECHECK, visit=Visit(started_at=idle.now, item=_ITEM, way=precheck)),
        "precheck_apply_rests": replace(
            no_scanner, page=Page.PRECHECK, visit=Visit(started_at=idle.now, item=_ITEM, way=precheck)
        ),
        "apply": asked(replace(_WAY, visit="", proved=False)),
        "apply_waiting": asked(replace(_WAY, look="x", asked_at=idle.now - 1)),
        "apply_away": asked(replace(_WAY, fault=ApplyFault.CITY_AWAY)),
        "apply_offline": asked(replace(_WAY, fault=ApplyFault.HALL_SILENT)),
        "apply_card": replace(asked(_WAY), page=Page.APPLY_CARD),
        "apply_materials": at(Page.APPLY_MATERIALS, some),
        "apply_materials_ready": at(Page.APPLY_MATERIALS, whole),
        "apply_materials_sure": at(Page.APPLY_MATERIALS, replace(some, sure=True)),
        "apply_scan": scan(scanning),
        "apply_scan_cut_off": scan(three, Verdict.CUT_OFF),
        "apply_scan_many": scan(replace(scanning, scanned=(("m_lease", many),)), _GOOD),
        "apply_scan_by_button": scan(replace(scanning, by_itself=False, sees=None)),
        "apply_scan_page": scan(replace(three, selected=2)),
        "apply_blacken": at(Page.APPLY_BLACKEN, replace(three, selected=2, band=7)),
        "apply_blacken_some": at(Page.APPLY_BLACKEN, replace(three, selected=2, band=12, blots=_BLOTS)),
        "apply_scan_retake": scan(replace(three, retake=2)),
        "apply_scan_offline": scan(three, fault=ScanFault.OFFLINE),
        "apply_scan_full": scan(three, fault=ScanFault.FULL),
        "apply_form": at(Page.APPLY_FORM, form),
        "apply_field": at(Page.APPLY_FIELD, field),
        "apply_field_letters": at(Page.APPLY_FIELD, replace(whole, field="card_number", text="J20260042")),
        "apply_field_words": at(Page.APPLY_FIELD, replace(whole, field="residence_address")),
        "apply_delivery": at(Page.APPLY_DELIVERY, whole),
        "apply_delivery_post": at(
            Page.APPLY_DELIVERY, replace(whole, delivery=ResultWay.POST, address_field="residence_address")
        ),
        "apply_delivery_no_address": at(Page.APPLY_DELIVERY, form),
        "apply_check": at(Page.APPLY_CHECK, replace(whole, edits=(("phone", "13800000000"),))),
        "apply_sending": at(Page.APPLY_SENDING, sending),
        "apply_cut": at(Page.APPLY_SENDING, replace(sending, look="", fault=ApplyFault.CITY_AWAY)),
        "apply_too_much": at(Page.APPLY_SENDING, replace(sending, look="", fault=ApplyFault.TOO_MUCH)),
        "apply_receipt": at(Page.APPLY_RECEIPT, replace(taken, printout=Printout("j", Come.DONE))),
        "apply_receipt_paper_out": at(
            Page.APPLY_RECEIPT, replace(taken, printout=Printout("j", Come.VOID, fault=PaperFault.PAPER_OUT))
        ),
    }
