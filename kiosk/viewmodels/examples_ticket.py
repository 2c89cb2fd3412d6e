"""Made-up visits on the way to a number beside the everyday ones: no numbers left, long waits, other machines.

Pure; merged into `examples.EXAMPLES`. `NAMES` and `ENGLISH` are what the made-up catalogue says in English.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from hall_server.contract.messages import WaitBand
from hall_server.contract.vocabulary import Chip, Intake, Origin
from kiosk.session.state import CardStep, Page, Visit
from kiosk.values import replace

if TYPE_CHECKING:
    from hall_server.contract.messages import HallNow
    from kiosk.session.state import Session

_HOUR = 3_600_000_000  # microseconds

NAMES = {
    "社会保障卡挂失补换": "Replacing a lost social security card",
    "广东省居住证申领": "Applying for a Guangdong residence permit",
    "领取社会保险待遇资格认证": "Confirming entitlement to social insurance",
    "不动产登记资料查询": "Real estate register search",
    "基本医疗保险异地就医备案": "Registering medical treatment elsewhere",
    "居民身份证换领(有效期满)": "Renewing an expired identity card",
    "社会保障卡申领": "Applying for a social security card",
    "灵活就业人员社会保险参保登记": "Social insurance for the self-employed",
    "个人权益记录(参保证明)查询打印": "Printing a social insurance record",
    "租房提取住房公积金": "Housing fund withdrawal for rent",
    "住房公积金缴存证明打印": "Printing a housing fund certificate",
    "内资公司设立登记": "Registering a company",
    "个体工商户设立登记": "Registering a sole trader",
    "老年人优待卡申领": "Senior citizen card",
    "失业登记": "Registering as unemployed",
    "综合服务": "General service",
}
ENGLISH = {
    "1 号机": "Kiosk 1",
    "红马甲": "a red vest",
    "社会保障": "Social security",
    "医疗卫生": "Medical care",
    "来穗入户": "Moving to Guangzhou",
    "证件办理": "ID documents",
    "住房保障": "Housing",
    "不动产": "Real estate",
    "企业开办": "Starting a business",
    "企业变更": "Changing a business",
    "准营准办": "Permits",
    "就业创业": "Jobs",
    "退休养老": "Retirement",
    "老年人": "Older people",
    "生育婴幼": "Birth and infants",
    "婚姻": "Marriage",
    "教育": "Education",
    "助残": "Disability",
    "社保医保": "Social and medical insurance",
    "公安户政来穗": "Police and household register",
    "领证出件": "Collecting documents",
    "综合(个人)": "General (persons)",
    "综合(企业)": "General (companies)",
    "港澳台居民的另有办法，请到市级服务中心": "Residents of Hong Kong and Macau: at the city's hall",
    "二楼 A 区": "2nd floor, area A",
    "二楼 B 区": "2nd floor, area B",
    "一楼大厅": "Ground floor lobby",
    "有效身份证件": "valid identity document",
    "居民身份证": "identity card",
    "相片回执": "photo receipt",
    "居住证明": "proof of residence",
    "权利人身份证件": "the owner's identity document",
    "医保电子凭证": "medical insurance code",
    "原居民身份证": "the old identity card",
    "相片": "photo",
    "灵活就业登记": "self-employment registration",
    "本人银行卡": "your own bank card",
    "登记申请书": "application form",
    "章程": "articles of association",
    "经营者身份证件": "the trader's identity card",
}


def _with_queue(session: Session, queue: str, **more: object) -> Session:
    hall: HallNow | None = session.hall
    if hall is None:
        return session
    queues = tuple(structs.replace(entry, **more) if entry.id == queue else entry for entry in hall.queues)
    return replace(session, hall=structs.replace(hall, queues=queues))


def ticket_examples(everyday: dict[str, Session]) -> dict[str, Session]:
    """Variations on the everyday examples."""
    services, confirm, ticket = everyday["services"], everyday["confirm"], everyday["ticket"]
    at = services.hall.at if services.hall else 0
    tomorrow = {"numbers": False, "open_counters": 0, "wait": None, "numbers_from": at + 23 * _HOUR}
    no_more = _with_queue(services, "D", **tomorrow)
    warned = _with_queue(no_more, "E", intake=Intake.MAY_NOT_BE_SERVED)
    later = {"intake": Intake.NOT_BEFORE, "opens_at": at + 4 * _HOUR, "open_counters": 0, "wait": None}
    item = confirm.visit.item if confirm.visit else None
    land = next((one for one in services.catalogue.items if one.queue == "D"), None) if services.catalogue else None
    visit = ticket.visit or Visit(started_at=0)
    given = None if visit.ticket is None else structs.replace(visit.ticket, may_not_be_served=True)
    low = visit.ticket and structs.replace(
        visit.ticket, counters=(2,), low_counters=True, chips=(Chip.ELDER, Chip.WHEELCHAIR)
    )
    leased = visit.ticket and structs.replace(visit.ticket, label="E601", origin=Origin.LEASE, ahead=None, wait=None)
    expired = everyday["confirm_expired"]
    return {
        "services_no_more": _with_queue(warned, "H", **later),
        "services_last": replace(services, visit=Visit(started_at=0, list_page=-1)),
        "services_empty": replace(services, visit=Visit(started_at=0, theme="婚姻")),
        "card_other_machine": replace(everyday["card"], mouths=("scanner", "slot", "reader")),
        "card_no_scanner": replace(
            everyday["card"],
            mouths=("reader", "slot"),
            devices=replace(services.devices, scanner=False),
            visit=Visit(started_at=0, item=item, card_step=CardStep.WAITING),
        ),
        "confirm_long": _with_queue(confirm, "H", waiting=31, wait=WaitBand(55, 90)),
        "confirm_not_today": _with_queue(confirm, "H", intake=Intake.MAY_NOT_BE_SERVED),
        "confirm_later": _with_queue(confirm, "H", **later),
        "confirm_last": _with_queue(confirm, "H", closes_at=at + _HOUR // 3),
        "confirm_expired_last": _with_queue(expired, "H", closes_at=at + _HOUR // 3),
        "ticket_not_today": replace(ticket, visit=replace(visit, ticket=given)),
        "ticket_low": replace(ticket, visit=replace(visit, ticket=low)),
        "ticket_offline": replace(ticket, online=False, visit=replace(visit, ticket=leased)),
        "ticket_other_machine": replace(ticket, mouths=("scanner", "reader", "slot")),
        "busy_asking": replace(
            everyday["busy"], visit=replace(visit, ticket=None, ticket_id="asked", fault="hall_silent")
        ),
        "busy_no_numbers": replace(no_more, page=Page.BUSY, visit=Visit(started_at=0, item=land, fault="queue_closed")),
    }
