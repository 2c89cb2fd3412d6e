"""The reference city's templates: what a visitor reads of a notice. Nothing of the person is in it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, NamedTuple

from hall_server.city.reference.persons import PERSONS
from hall_server.contract.city.notices import NoticeChannel, NoticeKind
from hall_server.contract.vocabulary import Outcome

if TYPE_CHECKING:
    from hall_server.city.reference.notice_desk import Heard
    from hall_server.contract.city.notices import Notice

CHINA = timezone(timedelta(hours=8))
_BY = {NoticeChannel.SMS: "短信", NoticeChannel.APP: "应用消息", NoticeChannel.RICH: "5G 消息"}
_ENDS = {
    Outcome.ACCEPTED: "已受理",
    Outcome.DONE_AT_ONCE: "当场办好了",
    Outcome.RECEIVED: "材料已收下",
    Outcome.SUPPLEMENT_NOTICE: "还缺材料，请看一次性告知书",
    Outcome.TOLERANT_ACCEPTED: "先受理了，缺的材料请按期补上",
    Outcome.REFUSED_WITH_REASON: "没有受理，理由已当面说明",
}


class Shown(NamedTuple):
    """One message on a page."""

    words: str
    whom: str
    by: str
    when: str


def shown(heard: Heard) -> Shown:
    """A message as it is read, to whom it went, how and when."""
    whom = PERSONS[heard.person].name_mask if heard.person else f"尾号 {heard.tail} 的手机"
    when = hall_time(heard.at).strftime("%H:%M")
    return Shown(f"【{heard.notice.hall_name}】{_said(heard.kind, heard.notice)}", whom, _BY[heard.channel], when)


def hall_time(at: int) -> datetime:
    """UTC microseconds on the city's own clock."""
    return datetime.fromtimestamp(at / 1_000_000, CHINA)


def _said(kind: NoticeKind, notice: Notice) -> str:
    if kind is NoticeKind.NEAR:
        place = f"，请到{notice.place}等" if notice.place else "，请往等候区来"
        return f"{notice.label} 号前面还有 {notice.ahead} 位{place}。"
    if kind is NoticeKind.CALLED:
        return f"{notice.label} 号到了，请到 {notice.counter} 号窗口。"
    if kind is NoticeKind.MISSED:
        return f"叫过 {notice.label} 号，您没赶上。号还留着，到窗口说一声“回来了”。"
    if kind is NoticeKind.ACCEPTED:
        end = _ENDS.get(Outcome(notice.outcome), "办完了") if notice.outcome in set(Outcome) else "办完了"
        return f"您办的“{notice.item_name}”{end}。"
    return f"“{notice.item_name}”办得怎么样？请评价这次服务。"
