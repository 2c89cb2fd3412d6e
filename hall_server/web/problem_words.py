"""What staff are told when the hall refuses: one sentence per problem code, and always a way forward.

The one table of the pages; codes come from the contract. Says nothing about visitors.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from hall_server.contract.problems import ProblemCode

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Mapping[ProblemCode, str] = {
    ProblemCode.BAD_JSON: "这一下没有送到，请再按一次。",
    ProblemCode.BAD_REQUEST: "填的内容不对，请改好再按一次。",
    ProblemCode.BODY_TOO_LARGE: "内容太长了，请删短再试。",
    ProblemCode.IDEMPOTENCY_KEY_MISSING: "页面不完整，请按 F5 刷新后再试。",
    ProblemCode.IDEMPOTENCY_KEY_INVALID: "页面不完整，请按 F5 刷新后再试。",
    ProblemCode.IDEMPOTENCY_KEY_IN_FLIGHT: "上一下还在办，请等一秒再看。",
    ProblemCode.IDEMPOTENCY_KEY_REUSED: "这一下已经算过了，请看清现在的状态再按。",
    ProblemCode.NOT_AUTHENTICATED: "登录已经失效，请重新登录。",
    ProblemCode.NOT_ALLOWED: "您的岗位不能坐这个窗口，请选别的，或请值班长开通。",
    ProblemCode.SIGNATURE_STALE: "这台机器的时间和大厅对不上，它会自己对时；一直这样请找技术员。",
    ProblemCode.ENROLMENT_CODE_WRONG: "登记码不对、过了十分钟或已经用过，请在“设备”页再要一个。",
    ProblemCode.ENROLMENT_WAITING: "这台机器还没有获准，请在“设备”页核对指纹后批准。",
    ProblemCode.ENROLMENT_OVER: "这次登记已经办完或过时了，请看最新的名单。",
    ProblemCode.KIOSK_UNKNOWN: "配置里没有这台取号机，请另选一台。",
    ProblemCode.TOO_MANY_REQUESTS: "按得太快了，请等一下再按。",
    ProblemCode.LOGIN_FAILED: "工号或密码不对，请再试。",
    ProblemCode.LOGIN_LOCKED: "试错 5 次，请过一会儿再试，或请值班长帮忙。",
    ProblemCode.ACCOUNT_LOCKED: "这个工号停用了，或者一次性密码过期了，请找大厅主管重设。",
    ProblemCode.ACCOUNT_UNKNOWN: "没有这个工号，请看清再填，或先添加。",
    ProblemCode.ACCOUNT_EXISTS: "这个工号已经有人用，请换一个。",
    ProblemCode.LAST_KEEPER: "这是最后一位大厅主管，请先让另一位当主管。",
    ProblemCode.PIN_WEAK: "这个密码太容易猜，请用 6 位以上、不连号、不带工号的。",
    ProblemCode.NOT_FOUND: "没有这一页，请回到叫号台。",
    ProblemCode.METHOD_NOT_ALLOWED: "这里不能这样操作，请回到叫号台。",
    ProblemCode.HALL_UNKNOWN: "没有这个大厅，请检查网址。",
    ProblemCode.TICKET_UNKNOWN: "找不到这个号，请看清现在的状态再按。",
    ProblemCode.ITEM_UNKNOWN: "没有这个事项，请换一个。",
    ProblemCode.REFERRED: "本厅不能受理这个地方的申请，请按提示指引对方，或请对方到咨询台。",
    ProblemCode.COUNTER_UNKNOWN: "没有这个窗口，请另选一个。",
    ProblemCode.COUNTER_TAKEN: "这个窗口已经有人坐了，请另选一个。",
    ProblemCode.COUNTER_BUSY: "手上还有一位没办完，先办完再来。",
    ProblemCode.COUNTER_CLOSED: "窗口已经关了，请重新选窗口。",
    ProblemCode.ILLEGAL_MOVE: "这个号刚刚变了，请看清现在的状态再按。",
    ProblemCode.NOT_YOUR_TICKET: "这个号在别的窗口，请叫下一位。",
    ProblemCode.NOBODY_WAITING: "现在没有人在等，有人取号会自动出现。",
    ProblemCode.RECALL_TOO_SOON: "刚叫过，请等一会儿再叫。",
    ProblemCode.RECALLS_USED_UP: "已经叫满次数，人没来请按“过号”。",
    ProblemCode.NO_SHOW_TOO_SOON: "还不到时间，请再等一会儿，或先再叫一遍。",
    ProblemCode.QUEUE_CLOSED: "现在不取号，请看开放时间再来。",
    ProblemCode.NOTHING_TO_UNDO: "没有可以撤销的操作，请看清现在的状态再按。",
    ProblemCode.UNDO_TOO_LATE: "过了撤销的时间，请按现在的状态接着办。",
    ProblemCode.QUEUE_UNKNOWN: "没有这个队列，请另选一个。",
    ProblemCode.CANNOT_CARRY_OVER: "昨天的号不能接着用，请重新取号。",
    ProblemCode.LEASE_FENCED: "这台取号机的身份被另一台机器用着，请找技术员核对。",
    ProblemCode.OUTBOX_FORKED: "这台取号机的存储是旧的副本，正在重新报号；一直这样请找技术员。",
    ProblemCode.NUMBER_TAKEN: "这个号已经有人拿着，请对方重新取号。",
    ProblemCode.NUMBER_NOT_GRANTED: "这个号不是本厅发的，请对方重新取号。",
    ProblemCode.SLOT_UNKNOWN: "没有这个预约时段，请另选一个；不预约也可以取号。",
    ProblemCode.SLOT_NOT_OPEN: "这个时段现在不能预约，请另选一个；不预约也可以取号。",
    ProblemCode.SLOT_FULL: "这个时段约满了，请另选一个；不预约也可以取号。",
    ProblemCode.BOOKING_UNKNOWN: "找不到这个预约，请核对后再试。",
    ProblemCode.BOOKING_BLOCKED: "多次失约，暂时不能预约；请现场取号（不受影响），有原因的可以申诉免计。",
    ProblemCode.TOO_MANY_BOOKINGS: "预约次数到了上限，请先取消一个；不预约也可以取号。",
    ProblemCode.CANCEL_TOO_LATE: "离预约时间太近，本人不能取消，请由工作人员取消。",
    ProblemCode.BOOKING_NOT_CONFIRMED: "这个非工作时段的预约还没有人确认，请先由工作人员确认。",
    ProblemCode.TOO_EARLY_TO_CHECK_IN: "还没到签到时间，请晚一点再来，或现在取号。",
    ProblemCode.BOOKING_OVER: "预约时间已过，请现场取号。",
    ProblemCode.HELP_UNKNOWN: "这次求助已经结束，请看最新的名单。",
    ProblemCode.SCREEN_NOT_SHARED: "这台机器现在没有给工作人员看屏幕，请先当面问一声。",
    ProblemCode.BASIS_MISSING: "清单外的材料要写明法律依据，请写出《……法》第几条；写不出就不能要。",
    ProblemCode.NOTICE_GIVEN: "已经给过一次性告知单，不能再加。确实要加，已请值班长过来决定。",
    ProblemCode.PAPER_NOT_NEEDED: "这份材料已有电子证照，不用再交纸质；确需纸质请选原因。",
    ProblemCode.MATERIALS_MISSING: "还差必交的材料，请补齐再交；也可以到窗口办。",
    ProblemCode.PARTS_MISSING: "材料没有传完，请再传一次。",
    ProblemCode.BOOKING_SETTLED: "这个预约刚刚变了，请看清现在的状态再按。",
    ProblemCode.HALL_ROLLED_BACK: "大厅数据刚恢复过，请按 F5 刷新。",
    ProblemCode.CITY_AWAY: "市里的平台现在没有回话，先照常办，过一会儿再试。",
    ProblemCode.CITY_REFUSED: "市里的平台不办这一件，请照常办。",
    ProblemCode.STORE_UNAVAILABLE: "大厅服务器暂时存不了，请等一会儿再按；一直这样请找技术员。",
    ProblemCode.INTERNAL: "大厅服务器出了错，请再按一次；还不行请找技术员。",
}


def words_of(code: ProblemCode, retry_after_s: float = 0) -> str:
    """The sentence for a refusal; with the seconds to wait when they are known."""
    seconds = ceil(retry_after_s)
    if seconds <= 0:
        return WORDS[code]
    match code:
        case ProblemCode.RECALL_TOO_SOON:
            return f"刚叫过，{seconds} 秒后可以再叫。"
        case ProblemCode.NO_SHOW_TOO_SOON:
            return f"还要等 {seconds} 秒才能过号，可以先再叫一遍。"
        case ProblemCode.LOGIN_LOCKED:
            return f"试错 5 次，{ceil(seconds / 60)} 分钟后再试，或请值班长帮忙。"
        case _:
            return WORDS[code]
